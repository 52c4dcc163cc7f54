#pragma once

#include <string>
#include <string_view>

namespace maerkbar::surveys {

// HTML as plain text: tags go (breaks, paragraphs and list items become lines), the usual entities and
// numbered ones become their characters, runs of blanks one blank. Text without HTML stays as it is.
[[nodiscard]] std::string plain_text(std::string_view html);

} // namespace maerkbar::surveys
