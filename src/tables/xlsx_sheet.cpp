#include "tables/xlsx_sheet.hpp"

#include <charconv>

namespace maerkbar::tables {

namespace {

Error bad_cell(std::size_t row) {
    return {ErrorKind::invalid,
            "table.bad_cell",
            "The spreadsheet is damaged in row {row}. Open it in Excel and save it again.",
            {{"row", std::to_string(row)}}};
}

// The whole text as an index below `size`; `size` where it is none.
std::size_t index_of(std::string_view text, std::size_t size) {
    std::size_t index = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), index);
    return failed == std::errc() && end == text.data() + text.size() && index < size ? index : size;
}

} // namespace

SheetHandler::SheetHandler(std::shared_ptr<const Workbook> book, DecimalMark mark, const ReadLimits& limits)
    : book_(std::move(book)), mark_(mark), limits_(limits) {}

Result<void> SheetHandler::start(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") return start_row(attributes);
    if (name == "c") return start_cell(attributes);
    if (name == "rPh") in_reading_ = true;
    in_value_ = name == "v" || (name == "t" && type_ == "inlineStr" && !in_reading_);
    return {};
}

Result<void> SheetHandler::start_row(const XmlAttributes& attributes) {
    const auto last = row_.number;
    row_ = {};
    const auto told = attributes["r"];
    row_.number = told.empty() ? last + 1 : parse_cell_reference(told).row;
    if (row_.number <= last) return bad_cell(last + 1); // rows must go down the sheet
    column_ = 0;
    return {};
}

Result<void> SheetHandler::start_cell(const XmlAttributes& attributes) {
    const auto told = attributes["r"];
    const auto last = column_;
    column_ = told.empty() ? last + 1 : parse_cell_reference(told).column;
    if (column_ <= last) return bad_cell(row_.number); // and cells to the right
    type_ = attributes["t"];
    style_ = attributes["s"];
    value_.clear();
    return {};
}

Result<void> SheetHandler::text(std::string_view piece) {
    if (!in_value_) return {};
    value_ += piece;
    if (row_.bytes.size() + value_.size() <= limits_.row_bytes) return {};
    return Error{ErrorKind::too_large,
                 "table.row_too_long",
                 "Row {line} is longer than {bytes} bytes.",
                 {{"line", std::to_string(row_.number)}, {"bytes", std::to_string(limits_.row_bytes)}}};
}

Result<void> SheetHandler::end(std::string_view name) {
    if (name == "v" || name == "t") in_value_ = false;
    if (name == "rPh") in_reading_ = false;
    if (name == "c") return end_cell();
    if (name == "row") {
        const auto number = row_.number;
        rows_.push_back(std::move(row_));
        row_ = {};
        row_.number = number;
    }
    return {};
}

Result<void> SheetHandler::end_cell() {
    const auto words = TRY(cell_text());
    if (words.empty()) return {};
    if (column_ > limits_.columns)
        return Error{ErrorKind::too_large,
                     "table.too_many_columns",
                     "Line {line} has more than {columns} columns.",
                     {{"line", std::to_string(row_.number)}, {"columns", std::to_string(limits_.columns)}}};
    row_.cells.resize(column_);
    row_.cells.back() = {row_.bytes.size(), words.size()};
    row_.bytes += words;
    return {};
}

Result<std::string_view> SheetHandler::cell_text() {
    if (value_.empty()) return std::string_view();
    if (type_ == "s") {
        const auto index = index_of(value_, book_->texts.size());
        if (index == book_->texts.size()) return bad_cell(row_.number);
        return book_->texts[index];
    }
    if (type_ == "b") return std::string_view(value_ == "1" || value_ == "true" ? "TRUE" : "FALSE");
    if (type_ == "inlineStr" || type_ == "str") {
        made_ = without_escapes(value_);
        return std::string_view(made_);
    }
    if (type_ == "e" || type_ == "d") return std::string_view(value_); // #N/A; an ISO date in strict files
    const auto style = style_.empty() ? 0 : index_of(style_, book_->styles.size());
    const auto meaning = style < book_->styles.size() ? book_->styles[style] : NumberMeaning::number;
    made_ = number_cell_text(value_, meaning, book_->from_1904, mark_);
    return std::string_view(made_);
}

Result<std::unique_ptr<RowSource>> SheetReader::open(const ByteInput& archive,
                                                     std::shared_ptr<const Workbook> book, const Sheet& sheet,
                                                     DecimalMark mark, const ReadLimits& limits) {
    auto part = TRY(ZipPart::open(archive, sheet.part, limits));
    return std::unique_ptr<RowSource>(
        std::make_unique<SheetReader>(std::move(part), std::move(book), mark, limits));
}

SheetReader::SheetReader(ZipPart part, std::shared_ptr<const Workbook> book, DecimalMark mark,
                         const ReadLimits& limits)
    : handler_(std::move(book), mark, limits), stream_(std::move(part), handler_) {}

Result<bool> SheetReader::next(Row& row) {
    while (handler_.rows().empty() && !ended_)
        ended_ = !TRY(stream_.step());
    if (handler_.rows().empty()) {
        row.start(current_.number + 1);
        return false;
    }
    current_ = std::move(handler_.rows().front());
    handler_.rows().pop_front();
    row.start(current_.number);
    for (const auto& place : current_.cells)
        row.add(std::string_view(current_.bytes).substr(place.begin, place.size));
    return true;
}

} // namespace maerkbar::tables
