#include "event_log/readers/read_table.hpp"

#include <algorithm>
#include <optional>
#include <thread>

#include "event_log/readers/csv_scanner.hpp"
#include "event_log/readers/find_columns.hpp"
#include "event_log/readers/log_builder.hpp"
#include "event_log/readers/texts_to_utf8.hpp"
#include "tables/table_file.hpp"

namespace maerkbar::event_log {

namespace {

constexpr std::size_t front_bytes = std::size_t{1} << 20;
constexpr std::uint64_t progress_step = std::uint64_t{4} << 20;

tables::ReadOptions reading() {
    tables::ReadOptions options;
    options.keep_totals = true; // what is in the file is what the analyst asks about
    return options;
}

bool is_plain_text(const tables::Detection& found) {
    return found.kind == tables::FileKind::csv && found.encoding != tables::Encoding::utf16_le &&
           found.encoding != tables::Encoding::utf16_be;
}

// What the file is like is found from its front; a spreadsheet is needed whole.
Result<tables::TableFile> open_front(const LogInput& input) {
    auto front = TRY(input.front(front_bytes));
    if (front.size() == front_bytes) {
        auto table = tables::TableFile::open_bytes(front.substr(0, front.rfind('\n') + 1), reading());
        if (table && is_plain_text(table->detection())) return table;
        front = TRY(input.whole());
    }
    return tables::TableFile::open_bytes(std::move(front), reading());
}

CsvShape csv_shape(const tables::TableFile& table, const LogColumns& columns) {
    const auto& header = table.header();
    CsvShape shape{table.detection().separator, std::vector(header.size(), CsvShape::unwanted), 0, {}};
    for (const auto& name : slot_names(columns)) {
        const auto slot = static_cast<std::uint32_t>(shape.slots++);
        const auto column = static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
        if (shape.slot_of[column] == CsvShape::unwanted)
            shape.slot_of[column] = slot;
        else
            shape.copies.push_back({shape.slot_of[column], slot});
    }
    return shape;
}

// The order of day and month, as the columns of times show it.
tables::DateOrder date_order(const tables::TableFile& table, const LogColumns& columns) {
    std::vector<std::string_view> cells;
    const auto steps = row_shape(columns).steps;
    for (std::size_t column = 0; column < table.header().size(); ++column) {
        const auto& name = table.header()[column];
        if (name != columns.time && std::ranges::find(steps, name) == steps.end()) continue;
        for (const auto& row : table.sample())
            if (column < row.size() && !row[column].empty()) cells.push_back(row[column]);
    }
    return tables::detect_date_order(cells);
}

// How many rows a part of the file probably has, so that memory is asked for once.
std::size_t expected_rows(const tables::TableFile& table, std::uint64_t bytes) {
    std::size_t sampled = 1;
    for (const auto& row : table.sample())
        for (const auto& cell : row)
            sampled += cell.size() + 1;
    return static_cast<std::size_t>(bytes) / sampled * table.sample().size();
}

// What all parts of one file share.
struct PlainFile {
    const LogInput& input;
    const tables::TableFile& table;
    const LogRequest& request;
    LogColumns columns;
    CsvShape shape;
    tables::DateOrder order;
};

// The rows that begin in [begin, end) of the file.
class Part {
  public:
    Part(const PlainFile& file, std::uint64_t begin, std::uint64_t end)
        : file_(file), begin_(begin), end_(end) {}

    void read() {
        CsvScanner scanner(from_begin(), file_.shape);
        LogBuilder builder(row_shape(file_.columns), file_.request.zone, file_.order);
        builder.expect(expected_rows(file_.table, std::min(length(), file_.input.file_size())));
        outcome_ = scan(scanner, builder);
        next_ = begin_ + scanner.position();
        lines_ = scanner.lines();
        log_ = builder.take();
    }
    // Where this part was thought to begin, and where the row after its last one does.
    [[nodiscard]] std::uint64_t begin() const { return begin_; }
    [[nodiscard]] std::uint64_t next() const { return next_; }
    [[nodiscard]] std::size_t lines() const { return lines_; }
    [[nodiscard]] const Result<void>& outcome() const { return outcome_; }
    [[nodiscard]] RawLog take() { return std::move(log_); }
    void begin_at(std::uint64_t begin) { begin_ = begin; }

  private:
    // A packed file is one part.
    [[nodiscard]] LogInput from_begin() const {
        const auto* const bytes = file_.input.seekable();
        return bytes != nullptr ? LogInput(bytes->from(begin_)) : file_.input.again();
    }

    // None where the row before it reaches beyond its end.
    [[nodiscard]] std::uint64_t length() const { return end_ > begin_ ? end_ - begin_ : 0; }

    Result<void> scan(CsvScanner& scanner, LogBuilder& builder) const {
        while (scanner.position() < length()) {
            const auto before = scanner.position();
            const auto taken = scanner.taken();
            TRY(scanner.scan(std::min(length(), before + progress_step),
                             [&](const ScannedRow& row) { take_row(row, builder); }));
            if (file_.request.progress != nullptr) file_.request.progress->advance(scanner.taken() - taken);
            if (scanner.position() == before) break;
        }
        return {};
    }

    void take_row(const ScannedRow& row, LogBuilder& builder) const {
        const auto line = row.line + 1;
        if (begin_ == 0 && line <= file_.table.detection().header_line) return;
        if (row.blank()) return builder.count_blank_row();
        const auto width = file_.shape.slot_of.size();
        if (row.columns < width) builder.note(Oddity::too_few_cells, line, row.text);
        if (row.columns > width && has_text_behind(row, width))
            builder.note(Oddity::too_many_cells, line, row.text);
        builder.add(line, row.cells);
    }

    // Rows with separators alone behind their last column are ordinary.
    [[nodiscard]] bool has_text_behind(const ScannedRow& row, std::size_t width) const {
        auto text = row.text;
        for (auto extra = row.columns; extra > width; --extra) {
            if (text.empty() || text.back() != file_.shape.separator) return true;
            text.remove_suffix(1);
        }
        return false;
    }

    const PlainFile& file_;
    std::uint64_t begin_;
    std::uint64_t end_;
    std::uint64_t next_ = 0;
    std::size_t lines_ = 0;
    Result<void> outcome_;
    RawLog log_;
};

// After the line feed at or after `wanted`.
Result<std::uint64_t> line_start(const tables::ByteInput& input, std::uint64_t wanted) {
    std::string text(4096, '\0');
    for (auto at = wanted;; at += text.size()) {
        const auto got = TRY(input.read_at(at, text.data(), text.size()));
        const auto found = std::string_view(text).substr(0, got).find('\n');
        if (found != std::string_view::npos) return at + found + 1;
        if (got < text.size()) return input.size();
    }
}

Result<std::vector<Part>> cut(const PlainFile& file) {
    std::vector<Part> parts;
    const auto* const bytes = file.input.seekable();
    if (bytes == nullptr) {
        parts.emplace_back(file, 0, UINT64_MAX);
        return parts;
    }
    const auto size = bytes->size();
    const auto worth = size / std::max<std::uint64_t>(1, file.request.smallest_part);
    // Rows of a case table are few, and their order tells which case was there before.
    const auto most = file.columns.is_case_table() ? 1U : std::max(1U, file.request.threads);
    const auto count = std::clamp<std::uint64_t>(worth, 1, most);
    std::uint64_t begin = 0;
    for (std::uint64_t i = 1; i <= count; ++i) {
        const auto end = i == count ? size : TRY(line_start(*bytes, size / count * i));
        if (end > begin || parts.empty()) parts.emplace_back(file, begin, end);
        begin = end;
    }
    return parts;
}

// The cuts may lie inside quotation marks. Where a part did not end just where the next began, that one is
// read again from the right place.
Result<RawLog> put_together(std::vector<Part>& parts) {
    std::optional<RawLog> log;
    std::uint64_t next = 0;
    std::size_t lines = 0;
    for (auto& part : parts) {
        if (part.begin() != next) {
            part.begin_at(next);
            part.read();
        }
        TRY(part.outcome());
        next = std::max(next, part.next());
        if (log)
            append(*log, part.take(), lines);
        else
            log = part.take();
        lines += part.lines();
    }
    return std::move(*log);
}

Result<RawLog> read_plain(const PlainFile& file) {
    if (file.request.progress != nullptr) file.request.progress->expect(file.input.file_size());
    auto parts = TRY(cut(file));
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < parts.size(); ++i)
            threads.emplace_back([&part = parts[i]] { part.read(); });
        parts.front().read();
    }
    auto log = TRY(put_together(parts));
    texts_to_utf8(log, file.table.detection().encoding);
    return log;
}

// Spreadsheets and UTF-16.
Result<RawLog> read_rows(tables::TableFile& table, const PlainFile& file) {
    LogBuilder builder(row_shape(file.columns), file.request.zone, file.order);
    std::vector<std::string_view> cells(file.shape.slots);
    tables::Row row;
    while (TRY(table.next(row))) {
        for (std::size_t i = 0; i < file.shape.slot_of.size(); ++i)
            if (file.shape.slot_of[i] != CsvShape::unwanted) cells[file.shape.slot_of[i]] = row[i];
        for (const auto& copy : file.shape.copies)
            cells[copy.to] = cells[copy.from];
        builder.add(row.line(), cells);
    }
    // The first of them are known by line, the others only counted.
    const auto& notes = table.notes();
    for (std::size_t i = 0; i < notes.ragged; ++i)
        builder.note(Oddity::too_few_cells, i < notes.ragged_lines.size() ? notes.ragged_lines[i] : 0);
    auto log = builder.take();
    log.blank_rows = table.notes().blank_rows;
    return log;
}

} // namespace

Result<LogFile> read_table(const LogInput& input, const LogRequest& request) {
    auto table = TRY(open_front(input));
    const auto columns = TRY(find_columns(table.header(), request.columns));
    const PlainFile file{
        input, table, request, columns, csv_shape(table, columns), date_order(table, columns)};
    const bool plain = is_plain_text(table.detection());
    LogFile out{TRY(plain ? read_plain(file) : read_rows(table, file)), columns,
                std::string(tables::name_of(table.detection().kind))};
    return out;
}

} // namespace maerkbar::event_log
