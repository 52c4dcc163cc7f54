#pragma once

#include <string>
#include <string_view>

namespace maerkbar::documents {

// Text as it stands between tags or within an attribute. Control characters that XML 1.0 forbids are left
// out.
[[nodiscard]] std::string xml_text(std::string_view text);
// The same for a paragraph of OpenDocument: line breaks become <text:line-break/>.
[[nodiscard]] std::string paragraph_text(std::string_view text);

} // namespace maerkbar::documents
