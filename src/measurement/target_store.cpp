#include "measurement/target_store.hpp"

#include "measurement/indicator_store.hpp"

namespace maerkbar::measurement {

namespace {

constexpr auto select_targets =
    "select id, indicator_id, unit_id, valid_from, valid_to, low, high from target where tenant_id = ?";

StoredTarget read_target(const storage::Row& row) {
    return {
        row.id<TargetId>(0),
        row.id<IndicatorId>(1),
        {row.id<UnitId>(2), row.date(3), row.optional_date(4), {row.optional_real(5), row.optional_real(6)}}};
}

std::optional<std::string> iso(const std::optional<Date>& day) {
    return day ? std::optional(day->iso()) : std::nullopt;
}

Result<void> check(const TargetSpan& target) {
    const auto refuse = [](const char* code, const char* text, const char* field) {
        return Error{ErrorKind::invalid, code, text, {}, field};
    };
    if (!target.target.low && !target.target.high)
        return refuse("target.empty", "Say what is wanted: at least, at most, or both.", "low");
    if (target.target.low && target.target.high && *target.target.high < *target.target.low)
        return refuse("target.band", "The upper end lies below the lower one.", "high");
    if (target.to && *target.to <= target.from)
        return refuse("target.days", "The target ends before it begins.", "to");
    return {};
}

// Makes room for `target` among the unit's own: what begins within it goes, what it cuts into is shortened.
Result<void> make_room(storage::Transaction& transaction, IndicatorId indicator, const TargetSpan& target) {
    const auto tenant = transaction.actor().tenant;
    const auto end = target.to.value_or(Date::from(9999, 12, 31).value()).iso();
    auto& connection = transaction.connection();
    TRY(
        connection.execute("delete from target where tenant_id = ? and indicator_id = ? and unit_id = ? and"
                           " valid_from >= ? and valid_from < ?",
                           {tenant, indicator, target.unit, target.from.iso(), end}));
    TRY(connection.execute(
        "update target set valid_to = ? where tenant_id = ? and indicator_id = ? and unit_id = ? and"
        " valid_from < ? and (valid_to is null or valid_to > ?)",
        {target.from.iso(), tenant, indicator, target.unit, target.from.iso(), target.from.iso()}));
    return {};
}

Result<void> note_change(storage::Transaction& transaction, std::string_view action, TargetId target) {
    TRY(raise_data_version(transaction, transaction.actor().tenant));
    return transaction.audit({std::string(action), "target", std::to_string(target.value)});
}

} // namespace

Result<TargetId> set_target(storage::Transaction& transaction, IndicatorId indicator,
                            const TargetSpan& target) {
    TRY(check(target));
    TRY(make_room(transaction, indicator, target));
    const auto tenant = transaction.actor().tenant;
    const auto id = TRY(transaction.next_id<TargetId>(tenant, "target"));
    TRY(transaction.connection().execute(
        "insert into target (tenant_id, id, indicator_id, unit_id, valid_from, valid_to, low, high)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        {tenant, id, indicator, target.unit, target.from.iso(), iso(target.to), target.target.low,
         target.target.high}));
    TRY(note_change(transaction, "target.set", id));
    return id;
}

Result<void> remove_target(storage::Transaction& transaction, TargetId target) {
    const auto removed = TRY(transaction.connection().execute(
        "delete from target where tenant_id = ? and id = ?", {transaction.actor().tenant, target}));
    if (removed == 0) return Error{ErrorKind::not_found, "target.unknown", "There is no such target."};
    return note_change(transaction, "target.removed", target);
}

Result<UnitId> unit_of(storage::Connection& connection, TenantId tenant, TargetId target) {
    return UnitId{TRY(
        connection.number("select unit_id from target where tenant_id = ? and id = ?", {tenant, target}))};
}

Result<std::vector<StoredTarget>> targets(storage::Connection& connection, TenantId tenant,
                                          IndicatorId indicator) {
    return connection.all(std::string(select_targets) + " and indicator_id = ? order by unit_id, valid_from",
                          {tenant, indicator}, read_target);
}

Result<std::map<IndicatorId, std::vector<TargetSpan>>> all_targets(storage::Connection& connection,
                                                                   TenantId tenant) {
    std::map<IndicatorId, std::vector<TargetSpan>> found;
    TRY(connection.query(std::string(select_targets) + " order by unit_id, valid_from", {tenant},
                         [&](const storage::Row& row) -> Result<void> {
                             const auto stored = read_target(row);
                             found[stored.indicator].push_back(stored.span);
                             return {};
                         }));
    return found;
}

} // namespace maerkbar::measurement
