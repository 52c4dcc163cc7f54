#pragma once

#include <optional>
#include <string>

namespace maerkbar::assessment {

// The text of a PDF, read by pdftotext in a process of its own with little memory and time: a hostile file
// can end that, and nothing else. No value where there is no text to search: scanned pages, a file with a
// password, one that takes too long, or a machine without pdftotext.
[[nodiscard]] std::optional<std::string> pdf_text(const std::string& bytes);

} // namespace maerkbar::assessment
