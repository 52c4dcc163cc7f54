#pragma once

#include "organisation/audit_word.hpp"
#include "organisation/services.hpp"
#include "organisation/viewer.hpp"
#include "web/parts/help.hpp"
#include "web/route.hpp"

namespace maerkbar::panels {

// Pages for staff, the same as JSON, and the public pages “You said, we did”.
[[nodiscard]] std::vector<web::Route> routes(organisation::Services& services);
[[nodiscard]] std::span<const web::parts::PageHelp> page_help();
[[nodiscard]] std::span<const organisation::AuditWord> audit_words();
// For a unit's Overview: where everybody reads what it has published; empty where that is nothing.
[[nodiscard]] Result<web::Html> public_page_link(storage::Connection& connection,
                                                 const organisation::Viewer& viewer, UnitId unit,
                                                 const web::Language& language);

} // namespace maerkbar::panels
