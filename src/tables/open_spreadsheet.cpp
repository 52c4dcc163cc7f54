#include <algorithm>

#include "tables/characters.hpp"
#include "tables/opener.hpp"
#include "tables/xlsx_sheet.hpp"

namespace maerkbar::tables {

namespace {

// Whether there is more than a title or a note.
bool is_table(const std::vector<SampleRow>& rows) {
    const bool wide =
        std::any_of(rows.begin(), rows.end(), [](const SampleRow& row) { return row.filled() > 1; });
    return wide && rows.size() > 1;
}

Error no_such_sheet(const std::string& wanted, const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return {ErrorKind::invalid,
            "table.no_sheet",
            "The spreadsheet has no sheet called {sheet}. It has: {sheets}.",
            {{"sheet", wanted}, {"sheets", list}},
            "sheet"};
}

} // namespace

Result<void> TableOpener::study_spreadsheet() {
    found_.kind = FileKind::xlsx;
    book_ = TRY(read_workbook(input_, options_.limits));
    for (const auto& sheet : book_->sheets)
        sheet_names_.push_back(sheet.name);
    found_.decimal_mark = options_.decimal_mark.value_or(DecimalMark::comma);
    auto rows = TRY(choose_sheet());
    TRY(study_sample(std::move(rows)));
    if (found_.decimal_mark == DecimalMark::comma) return {};
    // Text cells use the point, so the spreadsheet's own numbers are to be written with it too.
    options_.decimal_mark = found_.decimal_mark;
    preview_.clear();
    return study_sample(TRY(take_sample(*TRY(sheet_rows()), sample_rows)));
}

Result<std::vector<SampleRow>> TableOpener::choose_sheet() {
    std::vector<SampleRow> first_filled;
    std::string first_name;
    for (const auto& sheet : book_->sheets) {
        const bool wanted = equal_ignoring_case(sheet.name, options_.sheet);
        if (options_.sheet.empty() ? sheet.hidden : !wanted) continue;
        found_.sheet = sheet.name;
        auto rows = TRY(take_sample(*TRY(sheet_rows()), sample_rows));
        if (wanted || is_table(rows)) return rows;
        if (!first_filled.empty() || rows.empty()) continue;
        first_filled = std::move(rows);
        first_name = sheet.name;
    }
    if (!options_.sheet.empty()) return no_such_sheet(options_.sheet, sheet_names_);
    found_.sheet = first_name;
    return first_filled;
}

Result<std::unique_ptr<RowSource>> TableOpener::sheet_rows() const {
    const auto sheet = std::find_if(book_->sheets.begin(), book_->sheets.end(),
                                    [&](const Sheet& candidate) { return candidate.name == found_.sheet; });
    return SheetReader::open(input_, book_, *sheet, found_.decimal_mark, options_.limits);
}

} // namespace maerkbar::tables
