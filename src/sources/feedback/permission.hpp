#pragma once

#include <string_view>

namespace maerkbar::feedback {

// Who may read the register and write in it; organisation/access.cpp says which roles have it. An
// administrator who sets the system up does not read what citizens wrote.
inline constexpr std::string_view may_write = "feedback.write";
// Who may answer, reach a citizen who asked for it, take the register out as a file and set its rules.
inline constexpr std::string_view may_handle = "feedback.handle";

} // namespace maerkbar::feedback
