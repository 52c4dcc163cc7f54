#pragma once

#include <string_view>

namespace maerkbar::surveys {

// Who may make surveys and ask them; organisation/access.cpp says which roles have it.
inline constexpr std::string_view may_manage = "surveys.manage";

} // namespace maerkbar::surveys
