#include "organisation/unit_file.hpp"

#include "base/translatable.hpp"
#include "tables/table_file.hpp"
#include "tables/table_writer.hpp"

namespace maerkbar::organisation {
namespace {

using tables::TableFile;

std::optional<std::size_t> column_named(const TableFile& file,
                                        std::initializer_list<std::string_view> names) {
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

Result<UnitColumns> columns_of(const TableFile& file) {
    const auto code = column_named(file, {"kode", "enhedskode", "enhetskode", "code", "id", "nummer"});
    const auto name = column_named(file, {"navn", "enhed", "enhet", "name", "unit", "betegnelse"});
    if (!code || !name)
        return Error{
            ErrorKind::invalid,
            "organisation.import_column",
            translatable(
                "The file needs a column called “code” and one called “name” (in Danish “kode” and “navn”)."),
            {},
            "file"};
    return UnitColumns{*code, *name,
                       column_named(file, {"overordnet", "overordnet kode", "parent", "parent code",
                                           "hører under", "under"}),
                       column_named(file, {"niveau", "nivå", "level", "type", "enhedstype"})};
}

Result<std::vector<UnitRow>> rows_of(TableFile file) {
    const auto columns = TRY(columns_of(file));
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

Result<std::vector<UnitRow>> read_unit_text(std::string text) {
    return rows_of(TRY(TableFile::open_bytes(std::move(text))));
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
