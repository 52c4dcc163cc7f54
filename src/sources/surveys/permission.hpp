#pragma once

#include <string_view>

namespace maerkbar::surveys {

// Who may make surveys and ask them; organisation/access.cpp says which roles have it.
inline constexpr std::string_view may_manage = "surveys.manage";
// Who may take single answers out as files.
inline constexpr std::string_view may_export = "surveys.export";

} // namespace maerkbar::surveys
