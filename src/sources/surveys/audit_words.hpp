#pragma once

#include <span>

#include "organisation/audit_word.hpp"

namespace maerkbar::surveys {

// What this module's codes in the audit trail are called.
[[nodiscard]] std::span<const organisation::AuditWord> audit_words();

} // namespace maerkbar::surveys
