#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>

#include "tables/characters.hpp"
#include "tables/table_writer.hpp"
#include "tables/utf8.hpp"
#include "tables/value_text.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t last_row = LXW_ROW_MAX - 1;
constexpr std::size_t longest_cell = 32767;
constexpr std::size_t longest_sheet_name = 31;
constexpr std::int32_t excel_epoch = 25569;  // the day number of 1970-01-01
constexpr std::int32_t first_excel_day = 61; // 1900-03-01; before it Excel counts a day that never was

// At most `most` characters, never cut inside one.
std::string shortened(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t count = 0; count < most && at < text.size(); ++count)
        at += static_cast<std::size_t>(std::max(1, utf8_length(text.substr(at))));
    return std::string(text.substr(0, at));
}

std::string sheet_name(std::string_view wanted) {
    auto name = shortened(trim(wanted), longest_sheet_name);
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, ' ');
    name = trim(name);
    return name.empty() ? "Data" : name;
}

std::string number_format(const Column& column) {
    const auto decimals = static_cast<std::size_t>(std::max(0, column.decimals));
    const auto places = decimals == 0 ? std::string() : "." + std::string(decimals, '0');
    switch (column.type) {
        case ColumnType::percent:
            return column.decimals < 0 ? "0.0%" : "0" + places + "%";
        case ColumnType::number:
            return column.decimals < 0 ? "General" : "#,##0" + places;
        default:
            return "General";
    }
}

Error failed(lxw_error reason) {
    return {ErrorKind::internal,
            "table.xlsx_write",
            "The spreadsheet could not be written: {reason}.",
            {{"reason", lxw_strerror(reason)}}};
}

// A name in the directory for temporary files; the file goes with this object.
class TemporaryFile {
  public:
    Result<void> create() {
        std::error_code none;
        path_ = (std::filesystem::temp_directory_path(none) / "maerkbar-XXXXXX").string();
        const int descriptor = ::mkstemp(path_.data());
        if (descriptor < 0) {
            path_.clear();
            return Error{
                ErrorKind::unavailable, "table.temporary", "There is no room for temporary files.", {}};
        }
        ::close(descriptor);
        return {};
    }
    TemporaryFile() = default;
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (!path_.empty()) ::unlink(path_.c_str());
    }
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

class XlsxWriter : public TableWriter {
  public:
    XlsxWriter(ByteSink sink, std::vector<Column> columns)
        : sink_(std::move(sink)), columns_(std::move(columns)) {}
    ~XlsxWriter() override {
        if (book_ != nullptr) workbook_close(book_); // abandoned: frees it, and the file goes too
    }
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    Result<void> start(std::string_view sheet) {
        TRY(file_.create());
        auto directory = std::filesystem::path(file_.path()).parent_path().string();
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = directory.data(); // copied by the library
        options.use_zip64 = LXW_FALSE;
        book_ = workbook_new_opt(file_.path().c_str(), &options);
        sheet_ = book_ == nullptr ? nullptr : workbook_add_worksheet(book_, sheet_name(sheet).c_str());
        if (sheet_ == nullptr) return failed(LXW_ERROR_MEMORY_MALLOC_FAILED);
        write_header();
        return {};
    }

    Result<void> row(std::span<const Cell> cells) override {
        if (cells.size() > columns_.size()) return too_many_cells();
        if (row_ > last_row)
            return Error{ErrorKind::too_large,
                         "table.xlsx_rows",
                         "A spreadsheet holds 1048575 rows at most. Choose CSV, or a shorter period.",
                         {}};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto reason = write(static_cast<lxw_col_t>(i), cells[i]);
            if (reason != LXW_NO_ERROR) return failed(reason);
        }
        ++row_;
        return {};
    }

    Result<void> finish() override {
        if (!columns_.empty())
            worksheet_autofilter(sheet_, 0, 0, row_ - 1, static_cast<lxw_col_t>(columns_.size() - 1));
        const auto reason = workbook_close(book_);
        book_ = nullptr;
        if (reason != LXW_NO_ERROR) return failed(reason);
        std::ifstream written(file_.path(), std::ios::binary);
        std::array<char, 65536> block{};
        while (written.read(block.data(), block.size()) || written.gcount() > 0)
            TRY(sink_({block.data(), static_cast<std::size_t>(written.gcount())}));
        return {};
    }

  private:
    lxw_format* new_format(const std::string& code) {
        auto* format = workbook_add_format(book_);
        format_set_num_format(format, code.c_str());
        return format;
    }

    void write_header() {
        auto* bold = workbook_add_format(book_);
        format_set_bold(bold);
        date_ = new_format("dd-mm-yyyy");
        date_time_ = new_format("dd-mm-yyyy hh:mm:ss");
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            numbers_.push_back(new_format(number_format(columns_[i])));
            const auto width = std::clamp<double>(static_cast<double>(columns_[i].name.size()) + 2, 12, 40);
            worksheet_set_column(sheet_, column, column,
                                 columns_[i].type == ColumnType::date_time ? std::max(20.0, width) : width,
                                 nullptr);
            worksheet_write_string(sheet_, 0, column, shortened(columns_[i].name, longest_cell).c_str(),
                                   bold);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        row_ = 1;
    }

    lxw_error write(lxw_col_t column, const Cell& cell) {
        if (const auto* words = std::get_if<std::string_view>(&cell)) return write_text(column, *words);
        if (const auto* date = std::get_if<Date>(&cell)) return write_day(column, *date, 0, date_);
        if (const auto* moment = std::get_if<DateTime>(&cell))
            return write_day(column, moment->date, moment->second_of_day, date_time_);
        const auto* number = std::get_if<double>(&cell);
        if (number == nullptr || number_text(*number, -1, DecimalMark::point).empty()) return LXW_NO_ERROR;
        return worksheet_write_number(sheet_, row_, column, *number, numbers_[column]);
    }

    lxw_error write_text(lxw_col_t column, std::string_view words) {
        if (words.empty()) return LXW_NO_ERROR;
        return worksheet_write_string(sheet_, row_, column, shortened(words, longest_cell).c_str(), nullptr);
    }

    lxw_error write_day(lxw_col_t column, Date date, std::int32_t seconds, lxw_format* format) {
        const auto day = date.days + excel_epoch;
        if (day < first_excel_day) return write_text(column, date.iso());
        return worksheet_write_number(sheet_, row_, column, day + seconds / 86400.0, format);
    }

    ByteSink sink_;
    std::vector<Column> columns_;
    TemporaryFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* date_ = nullptr;
    lxw_format* date_time_ = nullptr;
    std::vector<lxw_format*> numbers_; // by column
    lxw_row_t row_ = 0;
};

} // namespace

Result<std::unique_ptr<TableWriter>> make_xlsx_writer(ByteSink sink, std::vector<Column> columns,
                                                      std::string_view sheet) {
    auto writer = std::make_unique<XlsxWriter>(std::move(sink), std::move(columns));
    TRY(writer->start(sheet));
    return std::unique_ptr<TableWriter>(std::move(writer));
}

} // namespace maerkbar::tables
