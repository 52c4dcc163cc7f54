#pragma once

#include "organisation/audit_word.hpp"
#include "organisation/services.hpp"
#include "web/parts/help.hpp"
#include "web/route.hpp"

namespace maerkbar::panels {

// Pages for staff, the same as JSON, and the public page “You said, we did”.
[[nodiscard]] std::vector<web::Route> routes(organisation::Services& services);
[[nodiscard]] std::span<const web::parts::PageHelp> page_help();
[[nodiscard]] std::span<const organisation::AuditWord> audit_words();

} // namespace maerkbar::panels
