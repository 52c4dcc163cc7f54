#include <algorithm>

#include "tables/csv_reader.hpp"
#include "tables/text_detection.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t block = std::size_t{256} << 10;

// Follows just enough of the format to know where rows end; the same rules as CsvReader.
class RowTracker {
  public:
    explicit RowTracker(char separator) : separator_(separator) {}

    // True where this byte is a line feed that ends a row.
    bool take(char c) {
        if (c == '\n') ++lines_;
        if (in_byte_order_mark(c)) return false;
        if (inside_ == Inside::quotes) {
            if (c == '"') inside_ = Inside::after_mark;
            return false;
        }
        if (inside_ == Inside::after_mark && c == '"') {
            inside_ = Inside::quotes;
            return false;
        }
        if (c == separator_ || c == '\n' || c == '\r')
            inside_ = Inside::field_start;
        else
            inside_ = inside_ == Inside::field_start && c == '"' ? Inside::quotes : Inside::field;
        return c == '\n';
    }
    [[nodiscard]] std::size_t lines() const { return lines_; }

  private:
    enum class Inside { field_start, field, quotes, after_mark };

    // A mark at the start of a row (glued files) is skipped.
    bool in_byte_order_mark(char c) {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (mark_bytes_ < mark.size() && c == mark[mark_bytes_]) {
            ++mark_bytes_;
            return true;
        }
        if (mark_bytes_ > 0 && mark_bytes_ < mark.size()) inside_ = Inside::field;
        mark_bytes_ = inside_ != Inside::quotes && (c == '\n' || c == '\r') ? 0 : mark.size();
        return false;
    }

    char separator_;
    std::size_t mark_bytes_ = 0; // of one at the start of this row; 3 when past it
    Inside inside_ = Inside::field_start;
    std::size_t lines_ = 0;
};

class Cutter {
  public:
    Cutter(std::uint64_t size, std::size_t parts)
        : size_(size), step_(std::max<std::uint64_t>(1, size / parts)) {}

    [[nodiscard]] std::uint64_t next_wanted() const { return step_ * (pieces_.size() + 1); }
    void cut(std::uint64_t at, std::size_t lines_before) {
        pieces_.push_back({begin_, at, line_});
        begin_ = at;
        line_ = lines_before + 1;
    }
    std::vector<Piece> finish() {
        if (begin_ < size_ || pieces_.empty()) pieces_.push_back({begin_, size_, line_});
        return std::move(pieces_);
    }

  private:
    std::uint64_t size_;
    std::uint64_t step_;
    std::uint64_t begin_ = 0;
    std::size_t line_ = 1;
    std::vector<Piece> pieces_;
};

struct Survey {
    bool quotes = false;
    bool lone_returns = false;
};

Result<Survey> survey(ByteInput input) {
    Survey out;
    std::string buffer(block, '\0');
    for (char last = '\0';;) {
        const auto got = TRY(input.read(buffer.data(), block));
        const std::string_view text(buffer.data(), got);
        out.quotes = out.quotes || text.find('"') != text.npos;
        if (last == '\r' && !text.empty() && text[0] != '\n') out.lone_returns = true;
        for (auto at = text.find('\r'); at != text.npos && !out.lone_returns; at = text.find('\r', at + 1)) {
            if (at + 1 < text.size() && text[at + 1] != '\n') out.lone_returns = true;
        }
        if (got < block) return out;
        last = text.back();
    }
}

// Without quotation marks every line feed ends a row, and only the places near a wanted cut matter.
Result<std::vector<Piece>> cut_plain(ByteInput input, std::size_t parts) {
    Cutter cutter(input.size(), parts);
    std::string buffer(block, '\0');
    std::uint64_t offset = 0;
    std::size_t lines = 0;
    for (;;) {
        const auto got = TRY(input.read(buffer.data(), block));
        std::string_view rest(buffer.data(), got);
        while (cutter.next_wanted() < offset + rest.size()) {
            const auto wanted = cutter.next_wanted();
            const auto line_end =
                rest.find('\n', wanted > offset ? static_cast<std::size_t>(wanted - offset) : 0);
            if (line_end == rest.npos) break;
            lines += static_cast<std::size_t>(
                std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(line_end) + 1, '\n'));
            rest.remove_prefix(line_end + 1);
            offset += line_end + 1;
            cutter.cut(offset, lines);
        }
        lines += static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n'));
        offset += rest.size();
        if (got < block) return cutter.finish();
    }
}

Result<std::vector<Piece>> cut_quoted(ByteInput input, char separator, std::size_t parts) {
    Cutter cutter(input.size(), parts);
    RowTracker rows(separator);
    std::string buffer(block, '\0');
    std::uint64_t offset = 0;
    for (;;) {
        const auto got = TRY(input.read(buffer.data(), block));
        for (std::size_t i = 0; i < got; ++i) {
            ++offset;
            if (rows.take(buffer[i]) && offset >= cutter.next_wanted()) cutter.cut(offset, rows.lines());
        }
        if (got < block) return cutter.finish();
    }
}

} // namespace

Result<std::vector<Piece>> cut_at_rows(const ByteInput& input, char separator, std::size_t parts) {
    const auto found = TRY(survey(input));
    // Old line ends are rare; one piece is always right.
    if (parts <= 1 || found.lone_returns) return std::vector<Piece>{{0, input.size(), 1}};
    return found.quotes ? cut_quoted(input, separator, parts) : cut_plain(input, parts);
}

} // namespace maerkbar::tables
