#pragma once

#include <string_view>

namespace maerkbar::surveys {

// Who reads what people wrote, and decides whether others may; organisation/access.cpp says which roles have
// it.
inline constexpr std::string_view may_moderate = "surveys.moderate";

} // namespace maerkbar::surveys
