#include "organisation/levels.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "organisation/unit_tree.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::size_t longest_name = 100;

struct UsualLevel {
    std::string_view code;
    std::string_view name;
};
constexpr UsualLevel usual_levels[] = {{"municipality", translatable("Municipality")},
                                       {"sector", translatable("Sector")},
                                       {"institution", translatable("Institution")},
                                       {"team", translatable("Team")}};

Error unknown_level() {
    return {ErrorKind::not_found, "organisation.no_level",
            translatable("There is no such level. Load the list again.")};
}

Result<void> audit(storage::Transaction& transaction, std::string_view action, LevelId level) {
    return transaction.audit({std::string{action}, "unit_level", std::to_string(level.value)});
}

Result<void> insert(storage::Transaction& transaction, TenantId tenant, const UnitLevel& level) {
    TRY(transaction.connection().execute(
        "insert into unit_level (tenant_id, id, code, name, rank) values (?, ?, ?, ?, ?)",
        {tenant, level.id, level.code, level.name, level.rank}));
    return {};
}

Result<void> check(const std::vector<UnitLevel>& all, const LevelPlace& wanted) {
    if (folded(wanted.name).empty() || wanted.name.size() > longest_name)
        return Error{ErrorKind::invalid,
                     "organisation.level_name",
                     translatable("Give the level a name of at most 100 characters."),
                     {},
                     "name"};
    for (const auto& level : all)
        if (level.id != wanted.id && folded(level.name) == folded(wanted.name))
            return Error{ErrorKind::conflict,
                         "organisation.level_taken",
                         translatable("There is a level called “{name}” already."),
                         {{"name", wanted.name}},
                         "name"};
    return {};
}

// The others in their order, with `level` directly after `above`.
Result<std::vector<LevelId>> ordered(const std::vector<UnitLevel>& all, LevelId level, LevelId above) {
    std::vector<LevelId> order;
    for (const auto& other : all)
        if (other.id != level) order.push_back(other.id);
    auto place = order.begin();
    if (above) {
        place = std::ranges::find(order, above);
        if (place == order.end()) return unknown_level();
        ++place;
    }
    order.insert(place, level);
    return order;
}

Result<void> store_order(storage::Transaction& transaction, TenantId tenant,
                         const std::vector<LevelId>& order) {
    for (std::size_t i = 0; i < order.size(); ++i)
        TRY(transaction.connection().execute("update unit_level set rank = ? where tenant_id = ? and id = ?",
                                             {static_cast<std::int64_t>(i + 1), tenant, order[i]}));
    return {};
}

Result<void> store_name(storage::Transaction& transaction, TenantId tenant, const LevelPlace& level) {
    const auto changed = TRY(transaction.connection().execute(
        "update unit_level set name = ?, version = version + 1 where tenant_id = ? and id = ?",
        {level.name, tenant, level.id}));
    return changed == 0 ? Result<void>{unknown_level()} : Result<void>{};
}

} // namespace

Result<LevelId> add_usual_levels(storage::Transaction& transaction, TenantId tenant) {
    LevelId first;
    for (const auto& level : usual_levels) {
        const auto id = TRY(transaction.next_id<LevelId>(tenant, "unit_level"));
        TRY(insert(transaction, tenant, {id, std::string{level.code}, std::string{level.name}, id.value}));
        if (!first) first = id;
    }
    return first;
}

Result<std::vector<UnitLevel>> read_levels(storage::Connection& connection, TenantId tenant) {
    return connection.all(
        "select id, code, name, rank, version from unit_level where tenant_id = ? order by rank, id",
        {tenant}, [](const storage::Row& row) {
            return UnitLevel{row.id<LevelId>(0), row.string(1), row.string(2), row.integer(3),
                             row.integer(4)};
        });
}

Result<UnitLevel> read_level(storage::Connection& connection, TenantId tenant, LevelId level) {
    const auto all = TRY(read_levels(connection, tenant));
    const auto found = std::ranges::find(all, level, &UnitLevel::id);
    return found == all.end() ? Result<UnitLevel>{unknown_level()} : Result<UnitLevel>{*found};
}

Result<LevelId> save_level(storage::Transaction& transaction, const LevelPlace& wanted) {
    const auto tenant = transaction.actor().tenant;
    const auto all = TRY(read_levels(transaction.connection(), tenant));
    TRY(check(all, wanted));
    auto level = wanted;
    const bool fresh = !level.id;
    if (fresh) level.id = TRY(transaction.next_id<LevelId>(tenant, "unit_level"));
    const auto code = "level_" + std::to_string(level.id.value);
    TRY(fresh ? insert(transaction, tenant, {level.id, code, level.name, level.id.value})
              : store_name(transaction, tenant, level));
    TRY(store_order(transaction, tenant, TRY(ordered(all, level.id, level.above))));
    TRY(audit(transaction, fresh ? "unit_level.created" : "unit_level.changed", level.id));
    return level.id;
}

Result<void> remove_level(storage::Transaction& transaction, LevelId level) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    TRY(read_level(connection, tenant, level));
    const auto units = TRY(
        connection.number("select count(*) from unit where tenant_id = ? and level_id = ?", {tenant, level}));
    if (units > 0 || TRY(read_levels(connection, tenant)).size() == 1)
        return Error{ErrorKind::conflict, "organisation.level_used",
                     translatable("Units have this level, open or closed. Correct their level first.")};
    TRY(connection.execute("delete from unit_level where tenant_id = ? and id = ?", {tenant, level}));
    return audit(transaction, "unit_level.removed", level);
}

} // namespace maerkbar::organisation
