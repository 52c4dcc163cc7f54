#pragma once

#include <string>
#include <string_view>

namespace maerkbar::web::chart {

// About how wide UTF-8 text is at this font size, in the unit of the size. The reader's own font draws it;
// the table is Helvetica's, widened by a tenth, so that it rather says too much (Verdana and DejaVu Sans are
// the wide ones).
[[nodiscard]] double text_width(std::string_view text, double size);

// The text, or as much of its beginning as fits with an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, double size, double width);

} // namespace maerkbar::web::chart
