#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tables/row_source.hpp"
#include "tables/text_decoder.hpp"

namespace maerkbar::tables {

// Rows of separated text. A field that begins with a quotation mark may hold separators, line breaks and
// doubled quotation marks; a quotation mark elsewhere is text. Rows end with LF, CRLF or CR alone.
class CsvReader : public RowSource {
  public:
    CsvReader(TextDecoder decoder, char separator, const ReadLimits& limits, std::size_t first_line = 1);
    Result<bool> next(Row& row) override;
    [[nodiscard]] std::size_t repaired() const override { return decoder_.repaired(); }
    // Whether a quoted field was met so far.
    [[nodiscard]] bool quoted() const { return quoted_; }

  private:
    enum class Outcome { complete, need_more, unclosed, too_many_columns };

    Result<void> refill();
    Outcome parse(Row& row);
    // The end of the field at `place`, on its separator, line end or the end of the buffer; null where more
    // is needed.
    const char* quoted_field_end(const char* place, bool& unclosed) const;
    void finish(Row& row);
    [[nodiscard]] const char* buffer_end() const { return buffer_.data() + end_; }

    TextDecoder decoder_;
    char separator_;
    ReadLimits limits_;
    std::vector<char>
        buffer_; // bytes [begin_, end_) are still to be parsed; a little room after them is readable
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool input_ended_ = false;
    bool quoted_ = false;
    std::size_t line_ = 1;
    std::vector<std::size_t> quoted_columns_; // of the row being parsed
};

// The first separator, LF or CR in [place, end), or `end`. Reads up to 15 bytes beyond `end`.
[[nodiscard]] const char* find_field_end(const char* place, const char* end, char separator);

} // namespace maerkbar::tables
