#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tables/byte_input.hpp"
#include "tables/detection.hpp"

namespace maerkbar::tables {

// By byte order mark, else by the zero bytes of UTF-16, else by the first characters beyond ASCII in the
// whole file: UTF-8 where most of them are valid UTF-8 (also where there are none), otherwise Windows-1252.
// invalid: what is no text at all (PDF, old Excel, web page), with what to do instead.
[[nodiscard]] Result<Encoding> detect_encoding(const ByteInput& input);

// The separator under which the rows of `front` have the most even number of columns; Excel's own first line
// "sep=;" decides. A table of one column gives ';'.
[[nodiscard]] char detect_separator(const ByteInput& input, Encoding encoding);

// Whether the first line is Excel's "sep=;".
[[nodiscard]] bool names_separator(std::string_view first_line);

// Where a text file can be cut so that no row is cut: `parts` pieces or fewer, with the line each begins on.
struct Piece {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::size_t first_line = 1;
};
// Not for UTF-16, where a line feed is not one byte.
[[nodiscard]] Result<std::vector<Piece>> cut_at_rows(const ByteInput& input, char separator,
                                                     std::size_t parts);

} // namespace maerkbar::tables
