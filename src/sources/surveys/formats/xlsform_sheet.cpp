#include "sources/surveys/formats/xlsform_sheet.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "base/translatable.hpp"
#include "sources/surveys/formats/plain_text.hpp"
#include "tables/table_file.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::size_t most_rows = 20'000;

std::string small(std::string_view text) {
    auto lower = lower_case(text);
    std::ranges::replace(lower, ' ', '_');
    return lower;
}

// "Dansk (da)" → da; "da" → da; "Dansk" → da; no value for a name nobody knows.
std::optional<std::string> language_in(std::string_view text) {
    const auto open = text.rfind('(');
    if (open != std::string_view::npos && text.ends_with(')'))
        text = text.substr(open + 1, text.size() - open - 2);
    while (text.starts_with('_'))
        text.remove_prefix(1);
    if (is_language(text)) return std::string(text);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> names{{{"dansk", "da"},
                                                                                   {"danish", "da"},
                                                                                   {"norsk", "nb"},
                                                                                   {"bokmål", "nb"},
                                                                                   {"norwegian", "nb"},
                                                                                   {"nynorsk", "nn"},
                                                                                   {"english", "en"},
                                                                                   {"engelsk", "en"},
                                                                                   {"svenska", "sv"},
                                                                                   {"deutsch", "de"}}};
    for (const auto& [name, code] : names)
        if (text == name) return std::string(code);
    const auto base = text.substr(0, text.find('-'));
    if (is_language(base)) return std::string(base);
    return std::nullopt;
}

// What a column of the header holds: a name, and the language of its texts if it names one.
struct FormColumn {
    std::string name;
    std::optional<std::string> language = {};
};

FormColumn column_of(std::string_view header) {
    const auto lower = small(header);
    const auto colon = lower.find(':');
    if (colon == std::string::npos) return {lower};
    const auto after = lower.find_first_not_of(':', colon);
    auto language =
        after == std::string::npos ? std::nullopt : language_in(std::string_view(lower).substr(after));
    const auto name = lower.substr(0, colon);
    const bool of_texts = name == "label" || name == "hint";
    return of_texts && language ? FormColumn{name, std::move(language)} : FormColumn{lower};
}

Result<std::optional<tables::TableFile>> open_sheet(const std::string& bytes, std::string_view sheet,
                                                    bool required) {
    tables::ReadOptions options;
    options.sheet = sheet;
    options.header_line = 1;
    options.keep_totals = true;
    options.decimal_mark = tables::DecimalMark::point;
    options.limits.unpacked_bytes = std::uint64_t{64} << 20;
    options.limits.shared_text_bytes = std::uint64_t{32} << 20;
    auto opened = tables::TableFile::open_bytes(bytes, options);
    if (opened.ok()) return std::optional(std::move(*opened));
    if (required)
        return Error{ErrorKind::invalid,
                     "formats.no_sheet",
                     translatable("This spreadsheet is no XLSForm: it has no readable sheet “{sheet}”."),
                     {{"sheet", std::string(sheet)}},
                     "file"};
    return std::optional<tables::TableFile>();
}

FormRow form_row(const tables::Row& row, const std::vector<FormColumn>& columns) {
    FormRow read;
    read.line = row.line();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (row[i].empty()) continue;
        const auto& column = columns[i];
        if (column.language)
            read.texts[column.name][*column.language] = plain_text(row[i]);
        else
            read.cells[column.name] = std::string(row[i]);
    }
    return read;
}

} // namespace

std::string_view FormRow::operator[](std::string_view column) const {
    const auto found = cells.find(column);
    return found == cells.end() ? std::string_view() : std::string_view(found->second);
}

Texts FormRow::in_languages(std::string_view column, std::string_view main) const {
    Texts in;
    if (const auto plain = (*this)[column]; !plain.empty()) in.by_language.emplace(main, plain_text(plain));
    if (const auto found = texts.find(column); found != texts.end())
        for (const auto& [code, text] : found->second)
            in.by_language[code] = text;
    return in;
}

Result<FormSheet> read_form_sheet(const std::string& bytes, std::string_view sheet, bool required) {
    auto file = TRY(open_sheet(bytes, sheet, required));
    FormSheet read;
    if (!file) return read;
    std::vector<FormColumn> columns;
    for (const auto& header : file->header())
        columns.push_back(column_of(header));
    for (const auto& column : columns)
        if (column.language && std::ranges::find(read.languages, *column.language) == read.languages.end())
            read.languages.push_back(*column.language);
    tables::Row row;
    while (read.rows.size() < most_rows && TRY(file->next(row)))
        read.rows.push_back(form_row(row, columns));
    return read;
}

} // namespace maerkbar::surveys
