#pragma once

#include <cstddef>
#include <string>

#include "base/result.hpp"
#include "tables/byte_input.hpp"
#include "tables/detection.hpp"

namespace maerkbar::tables {

// Turns bytes of a known encoding into valid UTF-8 without NUL. What is not of the encoding is mended and
// counted: a wrong byte in UTF-8 is read as Windows-1252 (files glued together), a lone surrogate becomes
// U+FFFD, NUL a space.
class TextDecoder {
  public:
    // Skips a byte order mark at the front.
    TextDecoder(ByteInput input, Encoding encoding);

    static constexpr std::size_t smallest_capacity = 64;
    // Writes whole characters; 0 at the end. `capacity` must be at least smallest_capacity.
    Result<std::size_t> read(char* to, std::size_t capacity);
    [[nodiscard]] std::size_t repaired() const { return repaired_; }

  private:
    Result<std::size_t> read_utf8(char* to, std::size_t capacity);
    Result<std::size_t> read_converted(char* to, std::size_t capacity);
    // Converts the front of `pending_`; returns how many bytes of it were used.
    std::size_t convert(std::size_t available, bool at_end, char*& to);
    std::size_t convert_character(std::size_t at, std::size_t available, bool at_end, char*& to);
    std::size_t convert_utf8(std::size_t at, std::size_t available, bool at_end, char*& to);
    std::size_t convert_utf16(std::size_t at, std::size_t available, bool at_end, char*& to);
    [[nodiscard]] char32_t unit_at(std::size_t at) const;
    void put(char32_t character, char*& to);

    ByteInput input_;
    Encoding encoding_;
    std::string pending_; // bytes read but not yet given
    bool input_ended_ = false;
    std::size_t repaired_ = 0;
};

} // namespace maerkbar::tables
