#include "measurement/version_store.hpp"

#include "measurement/indicator_store.hpp"

namespace maerkbar::measurement {

namespace {

constexpr int rows_at_once = 1'000;

struct CellTable {
    std::string name, key;
    std::string cell, same; // what rows of one cell have in common, beside the indicator
};
const CellTable day_cells{"day_cell", "tenant_id, indicator_id, edition, unit_id, fact_day, version_id, day",
                          "edition, unit_id, fact_day",
                          "n.edition = t.edition and n.unit_id = t.unit_id and n.fact_day = t.fact_day"};
const CellTable period_cells{"period_cell",
                             "tenant_id, indicator_id, edition, scope, grain, unit_id, first_day, version_id",
                             "edition, scope, grain, unit_id, first_day",
                             "n.edition = t.edition and n.scope = t.scope and n.grain = t.grain and"
                             " n.unit_id = t.unit_id and n.first_day = t.first_day"};

// Deletes rows that match until none is left; `where` may use the parameters.
Result<void> delete_all(storage::Database& database, const storage::Actor& actor, const CellTable& table,
                        const std::string& where, const storage::Params& params) {
    const auto sql = "delete from " + table.name + " where (" + table.key + ") in (select " + table.key +
                     " from " + table.name + " t where " + where + " limit " + std::to_string(rows_at_once) +
                     ")";
    return database.write_in_steps(actor, [&](storage::Transaction& transaction) -> Result<storage::Step> {
        transaction.without_audit("cells nobody sees");
        const auto deleted = TRY(transaction.connection().execute(sql, params));
        return deleted < rows_at_once ? storage::Step::done : storage::Step::more;
    });
}

Result<void> delete_cells(storage::Database& database, const storage::Actor& actor, const std::string& where,
                          const storage::Params& params) {
    TRY(delete_all(database, actor, day_cells, where, params));
    return delete_all(database, actor, period_cells, where, params);
}

Result<void> set_state(storage::Transaction& transaction, TenantId tenant, VersionId version,
                       std::string_view state) {
    const auto changed =
        TRY(transaction.connection().execute("update cell_version set state = ?, published_at = ? where "
                                             "tenant_id = ? and id = ? and state = 'pending'",
                                             {state, transaction.now(), tenant, version}));
    if (changed == 1) return {};
    return Error{ErrorKind::conflict, "measurement.version_gone",
                 "These results were given up or shown before. Start again."};
}

// Editions that waited for the cells of this version are used from now on.
Result<void> use_editions(storage::Transaction& transaction, TenantId tenant, VersionId version) {
    TRY(transaction.connection().execute(
        "update indicator set edition = (select max(e.number) from indicator_edition e where e.tenant_id = "
        "indicator.tenant_id and e.indicator_id = indicator.id and e.version_id = ?) where tenant_id = ? and "
        "id in"
        " (select indicator_id from indicator_edition where tenant_id = ? and version_id = ?)",
        {version, tenant, tenant, version}));
    TRY(transaction.connection().execute(
        "update indicator_edition set version_id = null where tenant_id = ? and version_id = ?",
        {tenant, version}));
    return {};
}

Result<void> audit(storage::Transaction& transaction, std::string_view action, VersionId version) {
    return transaction.audit({std::string(action), "cell_version", std::to_string(version.value)});
}

Result<void> remove_discarded(storage::Database& database, const storage::Actor& actor, VersionId version) {
    TRY(delete_cells(database, actor, "t.tenant_id = ? and t.version_id = ?", {actor.tenant, version}));
    return database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        transaction.without_audit("its discarding is recorded");
        TRY(transaction.connection().execute("delete from cell_version where tenant_id = ? and id = ?",
                                             {actor.tenant, version}));
        return {};
    });
}

Result<std::vector<VersionId>> versions_to_clean(storage::Database& database, TenantId tenant) {
    return database.read([&](storage::Connection& connection) {
        return connection.all(
            "select id from cell_version where tenant_id = ? and state = 'published' and cleaned = 0 order "
            "by id",
            {tenant}, [](const storage::Row& row) { return row.id<VersionId>(0); });
    });
}

Result<std::vector<IndicatorId>> indicators_in(storage::Database& database, TenantId tenant,
                                               VersionId version) {
    return database.read([&](storage::Connection& connection) {
        return connection.all(
            "select distinct indicator_id from day_cell where tenant_id = ? and version_id = ?"
            " union select distinct indicator_id from period_cell where tenant_id = ? and version_id = ?",
            {tenant, version, tenant, version},
            [](const storage::Row& row) { return row.id<IndicatorId>(0); });
    });
}

// Removes what the rows of one indicator in this version replaced. Where those are few, as after a day's
// import, the older ones are looked up by their key: reading all older rows took fifteen seconds in a large
// installation. Where they are many, most older rows are among them, and each step begins with the first that
// is left.
Result<void> clean_table(storage::Database& database, const storage::Actor& actor, const CellTable& table,
                         VersionId version, IndicatorId indicator) {
    constexpr std::int64_t few = 10 * rows_at_once;
    const auto newer =
        " from " + table.name + " n where n.tenant_id = ? and n.version_id = ? and n.indicator_id = ?";
    const auto rows = TRY(database.read([&](storage::Connection& connection) {
        return connection.number("select count(*)" + newer, {actor.tenant, version, indicator});
    }));
    const auto replaced = rows <= few ? "(" + table.cell + ") in (select " + table.cell + newer + ")"
                                      : "exists (select 1" + newer + " and " + table.same + ")";
    return delete_all(database, actor, table,
                      "t.tenant_id = ? and t.indicator_id = ? and t.version_id < ? and " + replaced,
                      {actor.tenant, indicator, version, actor.tenant, version, indicator});
}

Result<void> clean_indicator(storage::Database& database, const storage::Actor& actor, VersionId version,
                             IndicatorId indicator) {
    TRY(clean_table(database, actor, day_cells, version, indicator));
    return clean_table(database, actor, period_cells, version, indicator);
}

Result<void> clean_version(storage::Database& database, const storage::Actor& actor, VersionId version) {
    for (const auto indicator : TRY(indicators_in(database, actor.tenant, version)))
        TRY(clean_indicator(database, actor, version, indicator));
    return database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        transaction.without_audit("cells nobody sees are gone");
        TRY(transaction.connection().execute(
            "update cell_version set cleaned = 1 where tenant_id = ? and id = ?", {actor.tenant, version}));
        return {};
    });
}

// Removes the cells of editions that no indicator uses any more.
Result<void> remove_old_editions(storage::Database& database, const storage::Actor& actor) {
    struct Left {
        IndicatorId indicator;
        std::int64_t first_used;
    };
    const auto old = [](const std::string& table) {
        return "exists (select 1 from " + table +
               " t where t.tenant_id = i.tenant_id and t.indicator_id = i.id and t.edition < "
               "e.cells_edition)";
    };
    const auto left = TRY(database.read([&](storage::Connection& connection) {
        return connection.all(
            "select i.id, e.cells_edition from indicator i join indicator_edition e on e.tenant_id = "
            "i.tenant_id"
            " and e.indicator_id = i.id and e.number = i.edition where i.tenant_id = ? and (" +
                old("day_cell") + " or " + old("period_cell") + ")",
            {actor.tenant}, [](const storage::Row& row) {
                return Left{row.id<IndicatorId>(0), row.integer(1)};
            });
    }));
    for (const auto& one : left)
        TRY(delete_cells(database, actor, "t.tenant_id = ? and t.indicator_id = ? and t.edition < ?",
                         {actor.tenant, one.indicator, one.first_used}));
    return {};
}

} // namespace

Result<VersionId> open_version(storage::Transaction& transaction, TenantId tenant, std::string_view reason) {
    const auto pending = TRY(transaction.connection().number(
        "select count(*) from cell_version where tenant_id = ? and state = 'pending'", {tenant}));
    if (pending > 0)
        return Error{ErrorKind::conflict, "measurement.busy",
                     "Other results are being computed. This one must wait for its turn."};
    const auto version = TRY(transaction.next_id<VersionId>(tenant, "cell_version"));
    TRY(transaction.connection().execute(
        "insert into cell_version (tenant_id, id, reason, state, opened_at) values (?, ?, ?, 'pending', ?)",
        {tenant, version, reason, transaction.now()}));
    TRY(audit(transaction, "cells.opened", version));
    return version;
}

Result<void> publish(storage::Transaction& transaction, TenantId tenant, VersionId version) {
    TRY(set_state(transaction, tenant, version, "published"));
    TRY(use_editions(transaction, tenant, version));
    TRY(raise_data_version(transaction, tenant));
    return audit(transaction, "cells.published", version);
}

Result<void> discard(storage::Database& database, const storage::Actor& actor, VersionId version) {
    TRY(database.write(actor, [&](storage::Transaction& transaction) -> Result<void> {
        TRY(set_state(transaction, actor.tenant, version, "discarded"));
        TRY(transaction.connection().execute(
            "update indicator_edition set version_id = null where tenant_id = ? and version_id = ?",
            {actor.tenant, version}));
        return audit(transaction, "cells.discarded", version);
    }));
    return remove_discarded(database, actor, version);
}

Result<void> discard_abandoned(storage::Database& database, const storage::Actor& actor) {
    struct Left {
        TenantId tenant;
        VersionId version;
        bool pending;
    };
    const auto left = TRY(database.read([&](storage::Connection& connection) {
        return connection.all(
            "select tenant_id, id, state from cell_version where state <> 'published'", {},
            [](const storage::Row& row) {
                return Left{row.id<TenantId>(0), row.id<VersionId>(1), row.text(2) == "pending"};
            });
    }));
    for (const auto& one : left) {
        const storage::Actor own{one.tenant, {}, actor.via, actor.request_id};
        TRY(one.pending ? discard(database, own, one.version) : remove_discarded(database, own, one.version));
    }
    return {};
}

Result<void> remove_superseded(storage::Database& database, const storage::Actor& actor) {
    for (const auto version : TRY(versions_to_clean(database, actor.tenant)))
        TRY(clean_version(database, actor, version));
    return remove_old_editions(database, actor);
}

} // namespace maerkbar::measurement
