#include "tables/opener.hpp"

#include <algorithm>

#include "tables/csv_reader.hpp"
#include "tables/text_detection.hpp"
#include "tables/zip_part.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::size_t preview_rows = 100;
constexpr std::uint64_t worth_splitting = std::uint64_t{1} << 20;

Error empty_file() {
    return {ErrorKind::invalid, "table.empty", "The file is empty.", {}};
}

Error bad_separator() {
    return {ErrorKind::invalid,
            "table.separator",
            "A separator must be one character, such as ; or a tab.",
            {},
            "separator"};
}

Error no_such_header(std::size_t line) {
    return {ErrorKind::invalid,
            "table.header_line",
            "Line {line} holds no column names. Choose a line with text among the first 200.",
            {{"line", std::to_string(line)}},
            "header_line"};
}

bool is_utf16(Encoding encoding) {
    return encoding == Encoding::utf16_le || encoding == Encoding::utf16_be;
}

} // namespace

Result<TableFile> TableOpener::open() {
    TRY(study());
    return file_with(TRY(all_rows()));
}

Result<std::vector<TableFile>> TableOpener::split(std::size_t parts) {
    TRY(study());
    std::vector<TableFile> out;
    const bool whole =
        found_.kind != FileKind::csv || is_utf16(found_.encoding) || input_.size() < worth_splitting;
    if (whole) {
        out.push_back(file_with(TRY(all_rows())));
        return out;
    }
    for (const auto& piece : TRY(cut_at_rows(input_, found_.separator, parts)))
        out.push_back(file_with(TRY(text_rows(piece.begin, piece.end, piece.first_line))));
    return out;
}

Result<void> TableOpener::study() {
    if (input_.size() == 0) return empty_file();
    const auto front = TRY(input_.front(4));
    return looks_like_zip(front) ? study_spreadsheet() : study_text();
}

Result<void> TableOpener::study_text() {
    found_.encoding = options_.encoding ? *options_.encoding : TRY(detect_encoding(input_));
    found_.separator = options_.separator ? *options_.separator : detect_separator(input_, found_.encoding);
    const auto refused = std::string_view("\"\r\n\0", 4);
    if (refused.find(found_.separator) != refused.npos || static_cast<signed char>(found_.separator) < 0)
        return bad_separator();
    CsvReader reader(TextDecoder(input_, found_.encoding), found_.separator, options_.limits);
    auto rows = TRY(take_sample(reader, sample_rows));
    found_.quoted = reader.quoted();
    if (!rows.empty() && rows[0].cells.size() <= 2 && names_separator(rows[0].cells[0] + found_.separator)) {
        data_after_ = rows[0].line;
        rows.erase(rows.begin());
    }
    return study_sample(std::move(rows));
}

Result<void> TableOpener::study_sample(std::vector<SampleRow> rows) {
    if (rows.empty()) return empty_file();
    found_.header_line = options_.header_line ? *options_.header_line : find_header_line(rows);
    data_after_ = std::max(data_after_, found_.header_line);
    const auto names = std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& row) { return row.line == found_.header_line; });
    if (found_.header_line > 0 && names == rows.end()) return no_such_header(found_.header_line);
    const auto name_cells = names == rows.end() ? std::vector<std::string>() : names->cells;
    std::erase_if(rows, [&](const SampleRow& row) { return row.line <= data_after_; });
    header_ = column_names(name_cells, table_width(name_cells, rows));
    study_habits(rows);
    keep_preview(std::move(rows));
    return {};
}

void TableOpener::keep_preview(std::vector<SampleRow> data) {
    for (auto& row : data) {
        if (preview_.size() == preview_rows) break;
        if (!options_.keep_totals && begins_total(first_filled(row.cells))) continue;
        row.cells.resize(header_.size());
        preview_.push_back(std::move(row.cells));
    }
}

void TableOpener::study_habits(const std::vector<SampleRow>& data) {
    std::vector<std::string_view> cells;
    for (const auto& row : data)
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
    const auto usual =
        found_.separator == ',' && found_.kind == FileKind::csv ? DecimalMark::point : DecimalMark::comma;
    found_.decimal_mark = options_.decimal_mark ? *options_.decimal_mark : detect_decimal_mark(cells, usual);
    found_.date_order = options_.date_order ? *options_.date_order : detect_date_order(cells);
}

Result<std::unique_ptr<RowSource>> TableOpener::all_rows() const {
    return found_.kind == FileKind::xlsx ? sheet_rows() : text_rows(0, input_.size(), 1);
}

Result<std::unique_ptr<RowSource>> TableOpener::text_rows(std::uint64_t begin, std::uint64_t end,
                                                          std::size_t first_line) const {
    return std::unique_ptr<RowSource>(
        std::make_unique<CsvReader>(TextDecoder(input_.part(begin, end), found_.encoding), found_.separator,
                                    options_.limits, first_line));
}

TableFile TableOpener::file_with(std::unique_ptr<RowSource> source) const {
    TableFile out;
    out.detection_ = found_;
    out.header_ = header_;
    out.sheet_names_ = sheet_names_;
    out.sample_ = preview_;
    out.data_after_ = data_after_;
    out.keep_totals_ = options_.keep_totals;
    out.source_ = std::move(source);
    return out;
}

} // namespace maerkbar::tables
