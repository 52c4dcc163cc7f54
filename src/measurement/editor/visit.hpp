#pragma once

#include "measurement/services.hpp"
#include "organisation/form_page.hpp"
#include "web/context.hpp"
#include "web/parts/page.hpp"
#include "web/response.hpp"

// What the pages of this folder share.
namespace maerkbar::measurement::editor {

// One request, and who asks.
struct Visit {
    Services& services;
    web::Context& context;
    organisation::Viewer viewer;
    const web::Language& language;

    [[nodiscard]] const web::Fields& sent() const { return context.request.form; }
    [[nodiscard]] bool may_define() const {
        return viewer.may_everywhere(organisation::permission::measurement_define);
    }
};

[[nodiscard]] Result<Visit> visit(Services& services, web::Context& context);
// The same for somebody who may define indicators. Error: forbidden.
[[nodiscard]] Result<Visit> definer(Services& services, web::Context& context);

[[nodiscard]] Result<Indicator> indicator_in_path(Visit& visit);
// The schema of a source; nullptr where there is none of that name.
[[nodiscard]] const SourceSchema* schema_of(const Visit& visit, std::string_view source);

[[nodiscard]] web::Html words(std::string_view text);
[[nodiscard]] web::Html link(std::string_view href, std::string_view text);
// A page below "Indicators".
[[nodiscard]] web::parts::PageInfo info_of(Visit& visit, std::string title, std::string lead);

// Pages and what they send.
Result<web::Response> list(Services& services, web::Context& context);
Result<web::Response> ready_form(Services& services, web::Context& context);
Result<web::Response> adopt_ready(Services& services, web::Context& context);
Result<web::Response> archive(Services& services, web::Context& context);
Result<web::Response> new_form(Services& services, web::Context& context);
Result<web::Response> create(Services& services, web::Context& context);
Result<web::Response> edit_form(Services& services, web::Context& context);
Result<web::Response> change(Services& services, web::Context& context);

} // namespace maerkbar::measurement::editor
