#include <array>
#include <charconv>
#include <cmath>
#include <fstream>

#include "tables/table_writer.hpp"
#include "tables/value_text.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t flush_at = std::size_t{64} << 10;

// Beginning with one of these a cell is a formula to a spreadsheet (OWASP, "CSV Injection").
bool would_be_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

class CsvWriter : public TableWriter {
  public:
    CsvWriter(ByteSink sink, std::vector<Column> columns, CsvStyle style)
        : sink_(std::move(sink)), columns_(std::move(columns)), excel_(style == CsvStyle::excel) {
        if (excel_) buffer_ = "\xEF\xBB\xBF";
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (i > 0) buffer_ += separator();
            text(columns_[i].name);
        }
        buffer_ += line_end();
    }

    Result<void> row(std::span<const Cell> cells) override {
        if (cells.size() > columns_.size()) return too_many_cells();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (i > 0) buffer_ += separator();
            if (i < cells.size()) value(cells[i], columns_[i]);
        }
        buffer_ += line_end();
        return buffer_.size() >= flush_at ? flush() : Result<void>();
    }
    Result<void> finish() override { return flush(); }

  private:
    [[nodiscard]] char separator() const { return excel_ ? ';' : ','; }
    [[nodiscard]] std::string_view line_end() const { return excel_ ? "\r\n" : "\n"; }

    Result<void> flush() {
        TRY(sink_(buffer_));
        buffer_.clear();
        return {};
    }

    void value(const Cell& cell, const Column& column) {
        if (const auto* words = std::get_if<std::string_view>(&cell)) text(*words);
        if (const auto* number = std::get_if<double>(&cell))
            buffer_ +=
                number_text(*number, column.decimals, excel_ ? DecimalMark::comma : DecimalMark::point);
        if (const auto* date = std::get_if<Date>(&cell)) buffer_ += date->iso();
        if (const auto* moment = std::get_if<DateTime>(&cell))
            buffer_ += moment->date.iso() + (excel_ ? " " : "T") + clock_text(moment->second_of_day);
    }

    void text(std::string_view words) {
        const bool guarded = would_be_formula(words);
        const bool quoted = words.find_first_of(excel_ ? ";\"\r\n" : ",\"\r\n") != words.npos;
        if (quoted) buffer_ += '"';
        if (guarded) buffer_ += '\'';
        for (const char c : words) {
            if (c == '"') buffer_ += '"';
            buffer_ += c;
        }
        if (quoted) buffer_ += '"';
    }

    ByteSink sink_;
    std::vector<Column> columns_;
    bool excel_;
    std::string buffer_;
};

} // namespace

Error too_many_cells() {
    return {ErrorKind::internal, "table.cells", "A row has more cells than the table has columns.", {}};
}

std::unique_ptr<TableWriter> make_csv_writer(ByteSink sink, std::vector<Column> columns, CsvStyle style) {
    return std::make_unique<CsvWriter>(std::move(sink), std::move(columns), style);
}

ByteSink append_to(std::string& text) {
    return [&text](std::string_view bytes) -> Result<void> {
        text += bytes;
        return {};
    };
}

Result<ByteSink> write_to_file(const std::string& path) {
    const auto failed = [path] {
        return Error{
            ErrorKind::invalid, "table.cannot_write", "The file {file} cannot be written.", {{"file", path}}};
    };
    auto file = std::make_shared<std::ofstream>(path, std::ios::binary | std::ios::trunc);
    if (!*file) return failed();
    return ByteSink([file, failed](std::string_view bytes) -> Result<void> {
        // Flushed at once, so that a full disk is noticed here.
        if (!file->write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) return failed();
        return {};
    });
}

} // namespace maerkbar::tables
