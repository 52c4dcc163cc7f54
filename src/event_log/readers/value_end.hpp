#pragma once

#include <cstddef>

namespace maerkbar::event_log {

// find_value_end may look at so many bytes behind `end`.
constexpr std::size_t value_over_read = 16;

struct ValueEnd {
    const char* end = nullptr; // the quotation mark that closes the value, or the end of the text
    bool plain = true;         // no &, < or control character stands in front of it
};

// Where the value of an XML attribute that begins at `at` ends.
[[nodiscard]] ValueEnd find_value_end(const char* at, const char* end, char mark);

} // namespace maerkbar::event_log
