#include "organisation/unit_file.hpp"

#include "base/translatable.hpp"
#include "tables/table_file.hpp"
#include "tables/table_writer.hpp"

namespace maerkbar::organisation {
namespace {

using tables::TableFile;

std::optional<std::size_t> column_named(const TableFile& file, std::string_view chosen,
                                        std::initializer_list<std::string_view> names) {
    if (!chosen.empty()) return file.column(chosen);
    for (const auto name : names)
        if (const auto column = file.column(name)) return column;
    return std::nullopt;
}

struct UnitColumns {
    std::size_t code = 0;
    std::size_t name = 0;
    std::optional<std::size_t> parent = {};
    std::optional<std::size_t> level = {};
};

Result<UnitColumns> columns_of(const TableFile& file, const UnitHeadings& headings) {
    const auto code =
        column_named(file, headings.code, {"kode", "enhedskode", "enhetskode", "code", "id", "nummer"});
    const auto name =
        column_named(file, headings.name, {"navn", "enhed", "enhet", "name", "unit", "betegnelse"});
    if (!code || !name)
        return Error{
            ErrorKind::invalid,
            "organisation.import_column",
            translatable(
                "The file needs a column called “code” and one called “name” (in Danish “kode” and “navn”)."),
            {},
            "file"};
    return UnitColumns{
        *code, *name,
        column_named(file, headings.parent,
                     {"overordnet", "overordnet kode", "parent", "parent code", "hører under", "under"}),
        column_named(file, headings.level, {"niveau", "nivå", "level", "type", "enhedstype"})};
}

Result<std::vector<UnitRow>> rows_of(TableFile file, const UnitHeadings& headings = {}) {
    const auto columns = TRY(columns_of(file, headings));
    std::vector<UnitRow> rows;
    tables::Row row;
    while (TRY(file.next(row))) {
        const auto cell = [&](std::optional<std::size_t> column) {
            return column ? std::string{row[*column]} : std::string{};
        };
        rows.push_back(
            {row.line(), cell(columns.code), cell(columns.name), cell(columns.parent), cell(columns.level)});
        if (rows.size() > most_import_rows) break; // import_units() says what to do
    }
    return rows;
}

} // namespace

Result<std::vector<UnitRow>> read_unit_file(const std::filesystem::path& path) {
    return rows_of(TRY(TableFile::open(path)));
}

Result<std::vector<UnitRow>> read_unit_text(std::string text, const UnitHeadings& headings) {
    return rows_of(TRY(TableFile::open_bytes(std::move(text))), headings);
}

Result<UnitTable> read_unit_table(const std::filesystem::path& path) {
    auto file = TRY(TableFile::open(path));
    UnitTable table{file.header(), {}};
    std::vector<tables::Column> columns;
    for (const auto& heading : table.headings)
        columns.push_back({heading});
    const auto writer = tables::make_csv_writer(tables::append_to(table.text), std::move(columns),
                                                tables::CsvStyle::programs);
    tables::Row row;
    std::vector<tables::Cell> cells;
    for (std::size_t rows = 0; rows <= most_import_rows && TRY(file.next(row)); ++rows) {
        cells.clear();
        for (std::size_t i = 0; i < table.headings.size(); ++i)
            cells.emplace_back(std::string_view{row[i]});
        TRY(writer->row(cells));
    }
    TRY(writer->finish());
    return table;
}

Result<std::string> rows_as_text(const std::vector<RowOutcome>& outcomes) {
    std::string text;
    const auto writer = tables::make_csv_writer(
        tables::append_to(text), {{"code"}, {"name"}, {"parent"}, {"level"}}, tables::CsvStyle::programs);
    for (const auto& [row, opened, renamed, moved, error] : outcomes) {
        const tables::Cell cells[] = {std::string_view{row.code}, std::string_view{row.name},
                                      std::string_view{row.parent}, std::string_view{row.level}};
        TRY(writer->row(cells));
    }
    TRY(writer->finish());
    return text;
}

} // namespace maerkbar::organisation
