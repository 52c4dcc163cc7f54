#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace maerkbar::event_log {

// find_marks may look at so many bytes behind the end of its text.
constexpr std::size_t marks_over_read = 64;

// Where separators, LF, CR and quotation marks stand in the text (below 4 GiB), in order; returns how many.
// `places` only ever grows.
std::size_t find_marks(std::string_view text, char separator, std::vector<std::uint32_t>& places);

} // namespace maerkbar::event_log
