#pragma once

#include <string_view>

namespace maerkbar::surveys::open_text {

// Whether `edited` is `written` with words taken away, and perhaps masks in square brackets ("[NAME]") put
// in; nothing else may be added or moved. Blanks do not matter.
[[nodiscard]] bool masks_further(std::string_view written, std::string_view edited);

} // namespace maerkbar::surveys::open_text
