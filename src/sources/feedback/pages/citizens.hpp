#pragma once

#include "organisation/tenants.hpp"
#include "sources/feedback/pages/routes.hpp"
#include "web/parts/form.hpp"

// The pages on which citizens write and follow what they wrote: anonymous, small, without script.
namespace maerkbar::feedback::citizens {

struct Visit {
    FeedbackServices& services;
    web::Context& context;
    const web::Language& language; // chosen on the page, else the browser's
    organisation::Tenant tenant;
    web::Fields typed; // what stands in the fields; empty again when it has been stored

    [[nodiscard]] storage::Actor actor() const { return {tenant.id, {}, "citizen"}; }
    [[nodiscard]] storage::Database& database() { return services.organisation.database; }
};
// Error: feedback.nowhere (not_found).
[[nodiscard]] Result<Visit> visit(FeedbackServices& services, web::Context& context);

struct Page {
    std::string title;
    web::Html body;
    bool languages = true; // links to the same page in the other languages
    int status = 200;
    bool done = false; // the heading says that something was received
};
[[nodiscard]] web::Response page(const Visit& visit, Page page);
[[nodiscard]] web::Html paragraph(std::string_view text);
// Label, hint, mistake and a box for many words; for the field “text”.
[[nodiscard]] web::Html words_field(const Visit& visit, std::string_view label, std::string_view hint,
                                    const web::parts::FormErrors& errors);
[[nodiscard]] web::Html mistake_of(const web::parts::FormErrors& errors, std::string_view field);
// A form that posts, in the language of the page.
[[nodiscard]] web::Html form_of(const Visit& visit, std::string_view action, const web::Html& fields,
                                std::string_view button);
// Mistakes that the citizen can mend, for the page; anything else stays an error.
[[nodiscard]] Result<web::parts::FormErrors> mendable(const Visit& visit, const Error& error);

Result<web::Response> write_page(FeedbackServices& services, web::Context& context);
Result<web::Response> send(FeedbackServices& services, web::Context& context);
Result<web::Response> receipt_page(FeedbackServices& services, web::Context& context);
Result<web::Response> code_page(FeedbackServices& services, web::Context& context);
Result<web::Response> follow(FeedbackServices& services, web::Context& context);
Result<web::Response> write_again(FeedbackServices& services, web::Context& context);
Result<web::Response> ask_contact(FeedbackServices& services, web::Context& context);

} // namespace maerkbar::feedback::citizens
