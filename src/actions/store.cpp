#include "actions/store.hpp"

#include <algorithm>

#include "base/local_time.hpp"

namespace maerkbar::actions {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view columns =
    "select a.id, a.unit_id, a.title, a.detail, a.owner_id, a.due, a.status, a.outcome, a.indicator_id,"
    " p.name, a.origin_kind, a.origin_id, a.origin_text, a.origin_path, a.created_at, a.ended_on, a.version"
    " from action a join person p on p.tenant_id = a.tenant_id and p.id = a.owner_id where a.tenant_id = ?";

Action action_of(const Row& row) {
    Action action;
    action.id = row.id<ActionId>(0);
    auto& fields = action.fields;
    fields.unit = row.id<UnitId>(1);
    fields.title = row.string(2);
    fields.detail = row.string(3);
    fields.owner = row.id<PersonId>(4);
    fields.due = row.date(5);
    fields.status = status_named(row.text(6)).value_or(Status::open);
    fields.outcome = row.string(7);
    fields.indicator = IndicatorId{row.integer(8)};
    action.owner_name = row.string(9);
    action.origin = {row.string(10), row.integer(11), row.string(12), row.string(13)};
    action.created = row.instant(14);
    action.ended_on = row.optional_date(15);
    action.version = row.integer(16);
    return action;
}

Error wrong(std::string field, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {}, std::move(field)};
}

bool ended(const ActionFields& fields) {
    return fields.status == Status::done || fields.status == Status::dropped;
}

Result<void> check(Connection& connection, TenantId tenant, const ActionFields& fields) {
    if (fields.title.empty())
        return wrong("title", "actions.title", "Write in a few words what is to be done.");
    if (fields.status == Status::dropped && fields.outcome.empty())
        return wrong("outcome", "actions.outcome", "Write why the action was dropped.");
    const auto known = TRY(connection.number(
        "select count(*) from person where tenant_id = ? and id = ? and locked = 0", {tenant, fields.owner}));
    if (known == 0) return wrong("owner", "actions.owner", "Choose a person who can do it.");
    return {};
}

std::optional<std::string> end_day(const Transaction& tx, const ActionFields& fields) {
    if (!ended(fields)) return std::nullopt;
    return local_day(tx.now()).iso();
}

std::optional<std::int64_t> indicator_or_null(const ActionFields& fields) {
    return fields.indicator ? std::optional(fields.indicator.value) : std::nullopt;
}

struct Line {
    std::string_view field;
    std::string before;
    std::string after;
};

std::vector<Line> lines_between(const ActionFields& before, const ActionFields& after) {
    const auto number = [](auto id) { return id ? std::to_string(id.value) : std::string(); };
    std::vector<Line> all = {
        {"unit", number(before.unit), number(after.unit)},
        {"title", before.title, after.title},
        {"detail", before.detail, after.detail},
        {"owner", number(before.owner), number(after.owner)},
        {"due", before.due.iso(), after.due.iso()},
        {"status", std::string(name_of(before.status)), std::string(name_of(after.status))},
        {"outcome", before.outcome, after.outcome},
        {"indicator", number(before.indicator), number(after.indicator)}};
    std::erase_if(all, [](const Line& line) { return line.before == line.after; });
    return all;
}

Result<void> keep_history(Transaction& tx, ActionId action, const std::vector<Line>& lines) {
    for (const auto& line : lines) {
        const auto id = TRY(tx.next_numbers(tx.actor().tenant, "action_change", 1));
        TRY(tx.connection().execute(
            "insert into action_change (tenant_id, id, action_id, changed_at, person_id, field, old, new)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            {tx.actor().tenant, id, action, tx.now(),
             tx.actor().person ? std::optional(tx.actor().person.value) : std::nullopt, line.field,
             line.before, line.after}));
    }
    return {};
}

} // namespace

Result<ActionId> add_action(Transaction& tx, const ActionFields& fields, const Origin& origin) {
    const auto tenant = tx.actor().tenant;
    TRY(check(tx.connection(), tenant, fields));
    const auto id = TRY(tx.next_id<ActionId>(tenant, "action"));
    TRY(tx.connection().execute(
        "insert into action (tenant_id, id, unit_id, title, detail, owner_id, due, status, outcome, "
        "indicator_id,"
        " origin_kind, origin_id, origin_text, origin_path, created_at, created_by, ended_on)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {tenant, id, fields.unit, fields.title, fields.detail, fields.owner, fields.due.iso(),
         name_of(fields.status), fields.outcome, indicator_or_null(fields), origin.kind, origin.id,
         origin.text, origin.path, tx.now(),
         tx.actor().person ? std::optional(tx.actor().person.value) : std::nullopt, end_day(tx, fields)}));
    TRY(tx.audit({"action.created", "action", std::to_string(id.value)}));
    return id;
}

Result<void> change_action(Transaction& tx, ActionId id, const ActionFields& fields, std::int64_t version) {
    const auto tenant = tx.actor().tenant;
    const auto present = TRY(read_action(tx.connection(), tenant, id));
    if (present.version != version)
        return Error{
            ErrorKind::conflict, "actions.changed",
            "Somebody else has changed this action meanwhile. Look at it again and repeat your change."};
    TRY(check(tx.connection(), tenant, fields));
    const auto lines = lines_between(present.fields, fields);
    if (lines.empty()) return {};
    TRY(tx.connection().execute(
        "update action set unit_id = ?, title = ?, detail = ?, owner_id = ?, due = ?, status = ?, outcome = "
        "?,"
        " indicator_id = ?, ended_on = ?, version = version + 1 where tenant_id = ? and id = ?",
        {fields.unit, fields.title, fields.detail, fields.owner, fields.due.iso(), name_of(fields.status),
         fields.outcome, indicator_or_null(fields), end_day(tx, fields), tenant, id}));
    TRY(keep_history(tx, id, lines));
    return tx.audit({"action.changed", "action", std::to_string(id.value)});
}

Result<Action> read_action(Connection& connection, TenantId tenant, ActionId id) {
    auto found = TRY(connection.first(std::string(columns) + " and a.id = ?", {tenant, id}, action_of));
    if (!found)
        return Error{ErrorKind::not_found, "actions.unknown",
                     "There is no such action, or not for your eyes."};
    return std::move(*found);
}

Result<std::vector<Action>> list_actions(Connection& connection, TenantId tenant, const ActionQuery& query) {
    std::string sql(columns);
    storage::Params params{tenant};
    if (query.owner) {
        sql += " and a.owner_id = ?";
        params.add(query.owner);
    }
    if (!query.condition.empty()) sql += " and " + query.condition;
    if (!query.ended) sql += " and a.status in ('open', 'running')";
    sql += " order by case when a.status in ('open', 'running') then 0 else 1 end, a.due, a.id";
    return connection.all(sql, params, action_of);
}

Result<std::vector<Action>> actions_from(Connection& connection, TenantId tenant, std::string_view kind,
                                         std::int64_t origin) {
    return connection.all(std::string(columns) + " and a.origin_kind = ? and a.origin_id = ? order by a.id",
                          {tenant, kind, origin}, action_of);
}

Result<std::int64_t> open_actions(Connection& connection, TenantId tenant, UnitId unit) {
    return connection.number(
        "select count(*) from action where tenant_id = ? and unit_id = ?"
        " and status in ('open', 'running')",
        {tenant, unit});
}

Result<std::vector<ActionChange>> history_of(Connection& connection, TenantId tenant, ActionId action) {
    return connection.all(
        "select c.changed_at, coalesce(p.name, ''), c.field, c.old, c.new from action_change c"
        " left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id"
        " where c.tenant_id = ? and c.action_id = ? order by c.id",
        {tenant, action}, [](const Row& row) {
            return ActionChange{row.instant(0), row.string(1), row.string(2), row.string(3), row.string(4)};
        });
}

Result<std::vector<Owner>> possible_owners(Connection& connection, TenantId tenant,
                                           const organisation::UnitTree& tree, UnitId unit, Date today) {
    constexpr std::int64_t at_once = 500;
    std::vector<Owner> owners;
    std::int64_t total = 1;
    for (std::int64_t from = 0; from < total; from += at_once) {
        const auto page = TRY(organisation::list_people(
            connection, tenant, organisation::PeopleScope::everybody(), {"", from, at_once}));
        total = page.total;
        for (const auto& person : page.people) {
            const bool near = std::ranges::any_of(person.roles, [&](const organisation::RoleOnUnit& role) {
                return tree.within_now(unit, role.unit, today) || tree.within_now(role.unit, unit, today);
            });
            if (near && !person.locked) owners.push_back({person.id, person.name});
        }
    }
    return owners;
}

} // namespace maerkbar::actions
