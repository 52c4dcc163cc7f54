#include "tables/csv_reader.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "tables/csv_parts.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace maerkbar::tables {

namespace {

constexpr std::size_t block = std::size_t{256} << 10;
constexpr std::size_t room_after_end = 16; // find_field_end looks at 16 bytes at a time
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Error too_many_columns(std::size_t line, std::size_t columns) {
    return {ErrorKind::too_large,
            "table.too_many_columns",
            "Line {line} has more than {columns} columns.",
            {{"line", std::to_string(line)}, {"columns", std::to_string(columns)}}};
}

} // namespace

const char* find_field_end(const char* place, const char* end, char separator) {
#if defined(__SSE2__)
    const __m128i separators = _mm_set1_epi8(separator);
    const __m128i line_feeds = _mm_set1_epi8('\n');
    const __m128i returns = _mm_set1_epi8('\r');
    for (; place < end; place += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place));
        const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(bytes, line_feeds), _mm_cmpeq_epi8(bytes, returns));
        const int found = _mm_movemask_epi8(_mm_or_si128(ends, _mm_cmpeq_epi8(bytes, separators)));
        if (found != 0) return std::min(end, place + __builtin_ctz(static_cast<unsigned>(found)));
    }
    return end;
#else
    while (place < end && *place != separator && *place != '\n' && *place != '\r')
        ++place;
    return place;
#endif
}

CsvReader::CsvReader(TextDecoder decoder, char separator, const ReadLimits& limits, std::size_t first_line)
    : decoder_(std::move(decoder)),
      separator_(separator),
      limits_(limits),
      buffer_(block + room_after_end),
      line_(first_line) {}

Result<void> CsvReader::refill() {
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ > limits_.row_bytes) return row_too_long(line_, limits_.row_bytes);
    if (buffer_.size() - room_after_end - end_ < block / 2) buffer_.resize(buffer_.size() * 2);
    const auto got = TRY(decoder_.read(buffer_.data() + end_, buffer_.size() - room_after_end - end_));
    end_ += got;
    input_ended_ = got == 0;
    return {};
}

Result<bool> CsvReader::next(Row& row) {
    for (;;) {
        if (begin_ < end_) {
            const auto outcome = parse(row);
            if (outcome == Outcome::complete) return true;
            if (outcome == Outcome::unclosed) return unclosed_quote(row.line());
            if (outcome == Outcome::too_many_columns) return too_many_columns(line_, limits_.columns);
        } else if (input_ended_) {
            row.start(line_);
            return false;
        }
        TRY(refill());
    }
}

CsvReader::Outcome CsvReader::parse(Row& row) {
    row.start(line_);
    quoted_columns_.clear();
    const char* place = buffer_.data() + begin_;
    const char* const end = buffer_end();
    if (std::string_view(place, end_ - begin_).starts_with(byte_order_mark)) place += byte_order_mark.size();
    for (;;) {
        const char* const start = place;
        if (place < end && *place == '"') {
            bool unclosed = false;
            place = quoted_field_end(place, unclosed);
            if (unclosed) return Outcome::unclosed;
            if (place == nullptr) return Outcome::need_more;
            quoted_columns_.push_back(row.size());
        } else {
            place = find_field_end(place, end, separator_);
        }
        if (place == end && !input_ended_) return Outcome::need_more;
        row.add({start, static_cast<std::size_t>(place - start)});
        if (row.size() > limits_.columns) return Outcome::too_many_columns;
        if (place == end || *place != separator_) break;
        ++place;
    }
    if (place + 1 == end && *place == '\r' && !input_ended_) return Outcome::need_more;
    if (place < end) place += place + 1 < end && place[0] == '\r' && place[1] == '\n' ? 2 : 1;
    begin_ = static_cast<std::size_t>(place - buffer_.data());
    finish(row);
    return Outcome::complete;
}

const char* CsvReader::quoted_field_end(const char* place, bool& unclosed) const {
    const char* const end = buffer_end();
    for (++place;; ++place) {
        const auto left = static_cast<std::size_t>(end - place);
        place = left == 0 ? nullptr : static_cast<const char*>(std::memchr(place, '"', left));
        if (place == nullptr) {
            unclosed = input_ended_;
            return nullptr;
        }
        if (++place == end) return input_ended_ ? end : nullptr;
        if (*place != '"') return find_field_end(place, end, separator_);
    }
}

void CsvReader::finish(Row& row) {
    ++line_;
    for (const auto column : quoted_columns_) {
        quoted_ = true;
        const auto raw = row[column];
        line_ += line_breaks(raw);
        // The row's views point into this buffer, so their text may be rewritten here.
        row.replace(column, unquote(buffer_.data() + (raw.data() - buffer_.data()), raw.size()));
    }
}

} // namespace maerkbar::tables
