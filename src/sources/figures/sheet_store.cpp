#include "sources/figures/sheet_store.hpp"

#include <charconv>

#include "sources/import/importer.hpp"

namespace maerkbar::sources {

namespace {

constexpr double fixed_point = 10'000; // stored numbers are so many times larger

// The column and the period of a field.
struct Cell {
    std::string_view column;
    std::optional<Period> period;
};

Cell cell_of(std::string_view field) {
    const auto dash = field.find('-');
    if (dash == std::string_view::npos) return {field, std::nullopt};
    return {field.substr(0, dash), Period::parse(field.substr(dash + 1))};
}

// Adds one kept cell to the sheets: to the last one if it belongs there.
void add_cell(std::vector<SheetChoice>& sheets, UnitId unit, const std::string& series,
              std::string_view field) {
    const auto cell = cell_of(field);
    if (!cell.period) return;
    const auto shape = cell.column == "value" ? SheetShape::value : SheetShape::share;
    for (auto& sheet : sheets)
        if (sheet.unit == unit && sheet.series == series && sheet.shape == shape &&
            sheet.first.kind == cell.period->kind) {
            sheet.first = std::min(sheet.first, *cell.period);
            sheet.last = std::max(sheet.last, *cell.period);
            return;
        }
    sheets.push_back({unit, series, shape, *cell.period, *cell.period});
}

} // namespace

DraftOwner draft_owner(const web::Identity& who) {
    if (!who.token_client) return {who.tenant, who.person.value};
    std::int64_t token = 0;
    const std::string_view number = std::string_view(who.session).substr(who.session.find(':') + 1);
    std::from_chars(number.data(), number.data() + number.size(), token);
    return {who.tenant, -token};
}

Result<void> drop_draft(storage::Transaction& tx, const DraftOwner& owner, const SheetChoice& choice) {
    tx.without_audit("figures that somebody is typing; publishing them is audited");
    for (const auto period : periods_of(choice))
        for (const auto& column : columns_of(choice.shape))
            TRY(tx.connection().execute(
                "delete from figure_draft where tenant_id = ? and person_id = ?"
                " and unit_id = ? and series = ? and field = ?",
                {owner.tenant, owner.number, choice.unit, choice.series, field_of(column.name, period)}));
    return {};
}

Result<void> keep_draft(storage::Transaction& tx, const DraftOwner& owner, const SheetChoice& choice,
                        const Typed& typed) {
    TRY(drop_draft(tx, owner, choice));
    for (const auto& [field, text] : typed)
        TRY(tx.connection().execute(
            "insert into figure_draft (tenant_id, person_id, unit_id, series, field, typed, saved_at)"
            " values (?, ?, ?, ?, ?, ?, ?)",
            {owner.tenant, owner.number, choice.unit, choice.series, field, text, tx.now()}));
    return {};
}

Result<Typed> read_draft(storage::Connection& connection, const DraftOwner& owner,
                         const SheetChoice& choice) {
    Typed typed;
    TRY(connection.query(
        "select field, typed from figure_draft where tenant_id = ? and person_id = ? and unit_id = ?"
        " and series = ?",
        {owner.tenant, owner.number, choice.unit, choice.series},
        [&](const storage::Row& row) -> Result<void> {
            typed[row.string(0)] = row.string(1);
            return {};
        }));
    return typed;
}

Result<std::vector<SheetChoice>> drafts_of(storage::Connection& connection, const DraftOwner& owner) {
    std::vector<SheetChoice> sheets;
    TRY(connection.query(
        "select unit_id, series, field from figure_draft where tenant_id = ? and person_id = ?"
        " order by series, unit_id, field",
        {owner.tenant, owner.number}, [&](const storage::Row& row) -> Result<void> {
            add_cell(sheets, row.id<UnitId>(0), row.string(1), row.text(2));
            return {};
        }));
    return sheets;
}

Result<Numbers> read_published(storage::Connection& connection, TenantId tenant, const SheetChoice& choice) {
    Numbers numbers;
    const auto feed = TRY(connection.number(
        "select id from feed where tenant_id = ? and source = 'figures' and name = ?", {tenant, typed_feed}));
    const auto key_start = std::to_string(feed) + ":"; // row ids are told apart by feed
    for (const auto period : periods_of(choice))
        for (const auto& column : columns_of(choice.shape)) {
            const auto found = TRY(connection.first(
                "select f." + std::string(column.name) +
                    " from fact_figure f join data_import i on i.tenant_id = f.tenant_id"
                    " and i.id = f.import_id where f.tenant_id = ? and f.row_key = ?"
                    " and i.state in ('published', 'undoing') order by f.import_id desc limit 1",
                {tenant, key_start + row_id_of(choice, period)}, [](const storage::Row& row) {
                    return row.is_null(0) ? std::optional<double>()
                                          : static_cast<double>(row.integer(0)) / fixed_point;
                }));
            if (found && *found) numbers[field_of(column.name, period)] = **found;
        }
    return numbers;
}

Result<std::vector<std::string>> known_series(storage::Connection& connection, TenantId tenant) {
    return connection.all(
        "select label from category_value where tenant_id = ? and source = 'figures'"
        " and column_name = 'series' order by label",
        {tenant}, [](const storage::Row& row) { return row.string(0); });
}

} // namespace maerkbar::sources
