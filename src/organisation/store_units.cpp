#include "organisation/store_units.hpp"

#include <map>

#include "base/json_writer.hpp"
#include "organisation/stored_validity.hpp"

namespace maerkbar::organisation {
namespace {

using UnitsById = std::map<UnitId, Unit>;

Result<UnitsById> read_bare_units(storage::Connection& connection, TenantId tenant) {
    UnitsById units;
    TRY(connection.query(
        "select id, level_id, valid_from, valid_to, successor_id, version from unit where tenant_id = ?",
        {tenant}, [&](const storage::Row& row) -> Result<void> {
            Unit unit{row.id<UnitId>(0), row.id<LevelId>(1), stored_validity(row, 2)};
            unit.successor = row.id<UnitId>(4);
            unit.version = row.integer(5);
            units.emplace(unit.id, std::move(unit));
            return {};
        }));
    return units;
}

// Runs `add(unit, row)` for each row of a table of spans, in order of time; the unit's id is column 0.
Result<void> add_to_units(storage::Connection& connection, std::string_view sql, TenantId tenant,
                          UnitsById& units, FunctionRef<void(Unit&, const storage::Row&)> add) {
    return connection.query(sql, {tenant}, [&](const storage::Row& row) -> Result<void> {
        if (const auto unit = units.find(row.id<UnitId>(0)); unit != units.end()) add(unit->second, row);
        return {};
    });
}

Result<void> delete_unit_rows(storage::Connection& connection, TenantId tenant, UnitId unit) {
    TRY(connection.execute("delete from unit_name where tenant_id = ? and unit_id = ?", {tenant, unit}));
    TRY(connection.execute("delete from unit_parent where tenant_id = ? and unit_id = ?", {tenant, unit}));
    TRY(connection.execute("delete from unit_code where tenant_id = ? and unit_id = ?", {tenant, unit}));
    return {};
}

Result<void> insert_unit_rows(storage::Connection& connection, TenantId tenant, const Unit& unit) {
    for (const auto& span : unit.names)
        TRY(connection.execute(
            "insert into unit_name (tenant_id, unit_id, valid_from, valid_to, name) values (?, ?, ?, ?, ?)",
            {tenant, unit.id, span.valid.from.iso(), stored_end(span.valid), span.name}));
    for (const auto& span : unit.parents)
        TRY(connection.execute(
            "insert into unit_parent (tenant_id, unit_id, valid_from, valid_to, parent_id) values (?, ?, ?, "
            "?, ?)",
            {tenant, unit.id, span.valid.from.iso(), stored_end(span.valid), span.parent}));
    for (const auto& code : unit.codes)
        TRY(connection.execute("insert into unit_code (tenant_id, unit_id, kind, value) values (?, ?, ?, ?)",
                               {tenant, unit.id, name_of(code.kind), code.value}));
    return {};
}

Result<void> write_unit(storage::Connection& connection, TenantId tenant, const Unit& unit, bool known) {
    const auto successor = unit.successor ? std::optional{unit.successor} : std::nullopt;
    TRY(connection.execute(
        "insert into unit (tenant_id, id, level_id, valid_from, valid_to, successor_id) values (?, ?, ?, ?, "
        "?, ?) "
        "on conflict (tenant_id, id) do update set level_id = excluded.level_id, valid_from = "
        "excluded.valid_from, "
        "valid_to = excluded.valid_to, successor_id = excluded.successor_id, version = unit.version + 1",
        {tenant, unit.id, unit.level, unit.valid.from.iso(), stored_end(unit.valid), successor}));
    if (known) TRY(delete_unit_rows(connection, tenant, unit.id));
    return insert_unit_rows(connection, tenant, unit);
}

// Counting first takes the lock that puts two changes of one tree behind each other.
Result<void> count_change(storage::Connection& connection, TenantId tenant) {
    TRY(connection.execute("update tenant set revision = revision + 1 where tenant_id = ?", {tenant}));
    return {};
}

Result<void> store(storage::Connection& connection, TenantId tenant,
                   FunctionRef<Changes(const UnitTree&)> rule) {
    TRY(count_change(connection, tenant));
    const auto tree = TRY(read_units(connection, tenant));
    const auto changed = TRY(rule(tree));
    for (const auto& unit : changed)
        TRY(write_unit(connection, tenant, unit, tree.find(unit.id) != nullptr));
    return {};
}

} // namespace

Result<UnitTree> read_units(storage::Connection& connection, TenantId tenant) {
    auto units = TRY(read_bare_units(connection, tenant));
    TRY(add_to_units(connection,
                     "select unit_id, valid_from, valid_to, name from unit_name where tenant_id = ? "
                     "order by unit_id, valid_from",
                     tenant, units, [](Unit& unit, const storage::Row& row) {
                         unit.names.push_back({stored_validity(row, 1), row.string(3)});
                     }));
    TRY(add_to_units(connection,
                     "select unit_id, valid_from, valid_to, parent_id from unit_parent where tenant_id = ? "
                     "order by unit_id, valid_from",
                     tenant, units, [](Unit& unit, const storage::Row& row) {
                         unit.parents.push_back({stored_validity(row, 1), row.id<UnitId>(3)});
                     }));
    TRY(add_to_units(connection,
                     "select unit_id, kind, value from unit_code where tenant_id = ? order by unit_id, kind",
                     tenant, units, [](Unit& unit, const storage::Row& row) {
                         if (const auto kind = code_kind(row.text(1)))
                             unit.codes.push_back({*kind, row.string(2)});
                     }));
    std::vector<Unit> list;
    list.reserve(units.size());
    for (auto& [id, unit] : units)
        list.push_back(std::move(unit));
    return UnitTree{std::move(list)};
}

Result<std::int64_t> unit_revision(storage::Connection& connection, TenantId tenant) {
    return connection.number("select revision from tenant where tenant_id = ?", {tenant});
}

Result<void> change_units(storage::Transaction& transaction, const UnitAction& action,
                          FunctionRef<Changes(const UnitTree&)> rule) {
    TRY(store(transaction.connection(), transaction.actor().tenant, rule));
    return transaction.audit(
        {std::string{action.action}, "unit", std::to_string(action.unit.value), action.details});
}

Result<UnitId> add_unit(storage::Transaction& transaction, TenantId tenant, NewUnit wanted) {
    wanted.id = TRY(transaction.next_id<UnitId>(tenant, "unit"));
    const auto id = wanted.id;
    JsonWriter details;
    details.begin_object().member("from", wanted.from).member("parent", wanted.parent).end_object();
    TRY(store(transaction.connection(), tenant,
              [&](const UnitTree& tree) { return open_unit(tree, wanted); }));
    TRY(transaction.audit({"unit.created", "unit", std::to_string(id.value), details.text(), tenant}));
    return id;
}

} // namespace maerkbar::organisation
