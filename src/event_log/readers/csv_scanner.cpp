#include "event_log/readers/csv_scanner.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "event_log/readers/marks.hpp"
#include "tables/csv_parts.hpp"

namespace maerkbar::event_log {

namespace {

constexpr std::size_t block = std::size_t{256} << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_row = std::size_t{16} << 20;

} // namespace

CsvScanner::CsvScanner(LogInput input, const CsvShape& shape)
    : input_(std::move(input)), shape_(shape), buffer_(block + marks_over_read), cells_(shape.slots) {}

Result<void> CsvScanner::scan(std::uint64_t end, FunctionRef<void(const ScannedRow&)> take) {
    for (;;) {
        if (position() >= end) return {};
        switch (begin_ < end_ ? next_row() : Outcome::need_more) {
            case Outcome::row:
                for (const auto& copy : shape_.copies)
                    cells_[copy.to] = cells_[copy.from];
                take(row_);
                continue;
            case Outcome::unclosed:
                return tables::unclosed_quote(line_ + 1);
            case Outcome::need_more:
                if (input_ended_) return {};
                TRY(refill());
        }
    }
}

Result<void> CsvScanner::refill() {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    buffer_offset_ += begin_;
    end_ -= begin_;
    begin_ = 0;
    if (end_ > longest_row) return tables::row_too_long(line_ + 1, longest_row);
    if (buffer_.size() - marks_over_read - end_ < block / 2) buffer_.resize(2 * buffer_.size());
    const auto room = buffer_.size() - marks_over_read - end_;
    const auto got = TRY(input_.read(buffer_.data() + end_, room));
    end_ += got;
    input_ended_ = got < room;
    mark_count_ = find_marks({buffer_.data(), end_}, shape_.separator, marks_);
    next_mark_ = 0;
    return {};
}

void CsvScanner::put(std::size_t column, std::size_t from, std::size_t to) {
    if (column >= shape_.slot_of.size()) return;
    const auto slot = shape_.slot_of[column];
    if (slot != CsvShape::unwanted) cells_[slot] = {buffer_.data() + from, to - from};
}

CsvScanner::Outcome CsvScanner::next_row() {
    // A byte order mark in front of a row: files that were glued together.
    if (buffer_[begin_] == byte_order_mark[0] &&
        std::string_view(buffer_.data() + begin_, end_ - begin_).starts_with(byte_order_mark))
        begin_ += byte_order_mark.size();
    std::size_t column = 0;
    std::size_t from = begin_;
    for (auto mark = next_mark_;; ++mark) {
        const bool at_end = mark == mark_count_;
        if (at_end && !input_ended_) return Outcome::need_more;
        const std::size_t at = at_end ? end_ : marks_[mark];
        const char what = at_end ? '\n' : buffer_[at];
        if (what == '"') {
            if (at == from) return quoted_row();
            continue; // elsewhere it is text
        }
        put(column++, from, at);
        if (what == shape_.separator) {
            from = at + 1;
            continue;
        }
        // Whether an LF follows a CR must be seen before the row is given.
        if (what == '\r' && at + 1 == end_ && !input_ended_) return Outcome::need_more;
        next_mark_ = mark;
        finish_row(column, at);
        return Outcome::row;
    }
}

std::size_t CsvScanner::after_line_end(std::size_t at) const {
    if (at >= end_) return end_;
    return at + (buffer_[at] == '\r' && at + 1 < end_ && buffer_[at + 1] == '\n' ? 2 : 1);
}

void CsvScanner::finish_row(std::size_t columns, std::size_t end) {
    for (auto column = columns; column < shape_.slot_of.size(); ++column)
        put(column, end, end);
    row_ = {line_, cells_, columns, {buffer_.data() + begin_, end - begin_}};
    ++line_;
    begin_ = after_line_end(end);
    while (next_mark_ < mark_count_ && marks_[next_mark_] < begin_)
        ++next_mark_;
}

// A row with a field in quotation marks, from its beginning. The marks inside of fields are passed over.
CsvScanner::Outcome CsvScanner::quoted_row() {
    const auto field_end = [this](std::size_t from) {
        auto at = from;
        while (at < end_ && buffer_[at] != shape_.separator && buffer_[at] != '\n' && buffer_[at] != '\r')
            ++at;
        return at;
    };
    struct Quoted {
        std::size_t column, from, to;
    };
    std::vector<Quoted> quoted;
    std::size_t column = 0;
    std::size_t from = begin_;
    std::size_t at = 0;
    for (;; from = at + 1) {
        at = from;
        if (at < end_ && buffer_[at] == '"') {
            for (++at;; at += 2) {
                while (at < end_ && buffer_[at] != '"')
                    ++at;
                if (at == end_) return input_ended_ ? Outcome::unclosed : Outcome::need_more;
                if (at + 1 == end_ && !input_ended_) return Outcome::need_more;
                if (at + 1 == end_ || buffer_[at + 1] != '"') break;
            }
            at = field_end(at + 1);
            quoted.push_back({column, from, at});
        } else {
            at = field_end(at);
        }
        if (at == end_ && !input_ended_) return Outcome::need_more;
        put(column++, from, at);
        if (at == end_ || buffer_[at] != shape_.separator) break;
    }
    if (at < end_ && buffer_[at] == '\r' && at + 1 == end_ && !input_ended_) return Outcome::need_more;
    finish_row(column, at);
    for (const auto& field : quoted) {
        line_ += tables::line_breaks({buffer_.data() + field.from, field.to - field.from});
        const auto text = tables::unquote(buffer_.data() + field.from, field.to - field.from);
        const auto slot =
            field.column < shape_.slot_of.size() ? shape_.slot_of[field.column] : CsvShape::unwanted;
        if (slot != CsvShape::unwanted) cells_[slot] = text;
    }
    return Outcome::row;
}

} // namespace maerkbar::event_log
