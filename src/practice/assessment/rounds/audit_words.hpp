#pragma once

#include <span>

#include "organisation/audit_word.hpp"

namespace maerkbar::assessment {

// What the audit trail calls what this module records.
[[nodiscard]] std::span<const organisation::AuditWord> audit_words();

} // namespace maerkbar::assessment
