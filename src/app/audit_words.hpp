#pragma once

#include <vector>

#include "organisation/audit_word.hpp"

namespace maerkbar::app {

// What the audit trail calls the codes of all modules but organisation, which has its own.
[[nodiscard]] std::vector<organisation::AuditWord> audit_words();

} // namespace maerkbar::app
