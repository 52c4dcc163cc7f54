#pragma once

#include <string>

#include "base/result.hpp"

namespace maerkbar::feedback {

inline constexpr std::size_t longest_text = 4000; // characters

// Error: feedback.personal_number (invalid), in this field.
[[nodiscard]] Result<void> refuse_personal_number(const std::string& text, std::string field);

// What may be stored of what a citizen said: personal numbers are refused, so that they can be taken out by
// whoever wrote them; addresses, phone numbers and the like are masked before anybody reads them. Error:
// as above.
[[nodiscard]] Result<std::string> masked_text(const std::string& text, std::string field);

} // namespace maerkbar::feedback
