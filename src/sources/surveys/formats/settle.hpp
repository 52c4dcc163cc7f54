#pragma once

#include "sources/surveys/formats/converted.hpp"

namespace maerkbar::surveys {

// Makes a survey sound that was read from elsewhere: names get signs we allow (conditions and texts that use
// them too), missing titles become names, empty pages go, conditions and earlier answers in texts that look
// ahead are taken off, each with a remark. Then check(). Error: formats.empty, and those of check().
[[nodiscard]] Result<Converted> settle(Converted converted);

} // namespace maerkbar::surveys
