#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_writer.hpp"
#include "organisation/form_page.hpp"
#include "organisation/tenants.hpp"
#include "web/pagination.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// Small pieces that the pages of this module share.
namespace maerkbar::organisation {

[[nodiscard]] web::Html link(std::string_view href, std::string_view text);
[[nodiscard]] web::Html words(std::string_view text);
// The button of a form that has nothing else.
[[nodiscard]] web::Html send_button(Visit& visit, std::string action, std::string_view text,
                                    std::string confirm = {});

// Of what can be done with a row; the column goes where nothing can be done with any.
[[nodiscard]] web::parts::Column action_column(const web::Language& language);

// "since 1 July 2025", "1 July 2025 to 30 September 2025", "always" …
[[nodiscard]] std::string validity_text(const Validity& valid, const web::Language& language);
[[nodiscard]] std::string moment_text(Instant instant, const web::Language& language);
[[nodiscard]] std::string level_name(const UnitLevel& level, const web::Language& language);
[[nodiscard]] std::string role_name(Role role, const web::Language& language);
[[nodiscard]] std::string permission_name(std::string_view permission, const web::Language& language);

// The units of the scope that are open today, each under its parent, for a select. `none` is the text of an
// empty choice; without it there is none.
[[nodiscard]] std::vector<web::parts::Choice> unit_choices(Visit& visit, const UnitScope& scope,
                                                           UnitId chosen, std::string none = {});
[[nodiscard]] web::parts::TextField date_field(web::parts::Label label, std::string value);

// A page of the product; `page` turns PageInfo and body into the answer.
[[nodiscard]] web::parts::PageInfo info_of(Visit& visit, std::string title, std::string lead,
                                           std::vector<web::parts::Crumb> crumbs = {});
[[nodiscard]] web::Response page_of(const web::parts::PageInfo& info, const web::Html& body);

// {"items": […], "page": …, "pages": …, "total": …} with `items` written by the caller.
[[nodiscard]] web::Response list_json(JsonWriter items, const web::Pagination& pagination,
                                      std::int64_t total);

// Names of today, for lists.
[[nodiscard]] std::string unit_name(const Visit& visit, UnitId unit);
[[nodiscard]] std::string unit_path(const Visit& visit, UnitId unit); // "Omsorg, Fjordby"

} // namespace maerkbar::organisation
