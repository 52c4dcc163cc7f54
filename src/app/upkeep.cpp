#include "app/upkeep.hpp"

#include <fmt/format.h>

#include "base/local_time.hpp"
#include "measurement/recompute_jobs.hpp"
#include "organisation/places.hpp"

namespace maerkbar::app {

namespace {

constexpr std::string_view tree_kind = "upkeep.tree";
constexpr std::string_view calendar_kind = "upkeep.calendar";

struct ChangedTree {
    TenantId tenant;
    std::string revision;
};

// A tree whose present revision nobody has asked a job for. One that failed is not tried again before the
// next change.
Result<std::optional<ChangedTree>> find_changed(storage::Connection& connection) {
    return connection.first(
        "select t.tenant_id, t.revision from tenant t where t.revision > 0 and not exists (select 1 from job "
        "j"
        " where j.tenant_id = t.tenant_id and j.kind = ? and j.payload = cast(t.revision as text)) limit 1",
        {tree_kind}, [](const storage::Row& row) {
            return ChangedTree{row.id<TenantId>(0), std::to_string(row.integer(1))};
        });
}

// The country's holidays, all closing days and hours as one short text; hours are counted until the end of
// next year, so the year belongs to it. Empty where there is nothing but Danish holidays.
Result<std::string> fingerprint(storage::Connection& connection, TenantId tenant, int year) {
    const auto country = TRY(connection.first("select country from tenant where tenant_id = ?", {tenant},
                                              [](const storage::Row& row) { return row.string(0); }));
    std::string all = country == "DK" ? "" : country.value_or("") + ' ';
    for (const auto& closing : TRY(organisation::list_closing_days(connection, tenant)))
        all += closing.day.iso() + ' ';
    for (const auto& [id, hours] : TRY(organisation::list_hours(connection, tenant, "1 = 1")))
        all += fmt::format("{} {} {} {} {} {} {};", hours.unit.value, hours.channel.value, hours.weekday,
                           hours.opens, hours.closes, hours.valid.from.days, hours.valid.to.days);
    if (all.empty()) return all;
    std::uint64_t hash = 14'695'981'039'346'656'037U; // FNV-1a
    for (const auto letter : all)
        hash = (hash ^ static_cast<unsigned char>(letter)) * 1'099'511'628'211U;
    return fmt::format("{} {:016x}", year, hash);
}

struct ChangedCalendar {
    TenantId tenant;
    std::string fingerprint;
};

// A calendar that is not the one the latest job was asked for.
Result<std::optional<ChangedCalendar>> find_calendar(storage::Connection& connection, int year) {
    for (const auto tenant :
         TRY(connection.all("select tenant_id from tenant", {},
                            [](const storage::Row& row) { return row.id<TenantId>(0); }))) {
        const auto counted = TRY(connection.first(
            "select payload from job where tenant_id = ? and kind = ? order by id desc limit 1",
            {tenant, calendar_kind}, [](const storage::Row& row) { return row.string(0); }));
        const auto now = TRY(fingerprint(connection, tenant, year));
        if (now != counted.value_or("")) return std::optional(ChangedCalendar{tenant, now});
    }
    return std::optional<ChangedCalendar>();
}

Result<void> submit(storage::Database& database, TenantId tenant, std::string_view kind,
                    const std::string& payload) {
    const storage::Actor actor{tenant, {}, "job", "upkeep"};
    TRY(database.write(actor, [&](storage::Transaction& tx) {
        tx.without_audit("the job itself is recorded when it ends");
        return storage::submit(tx, kind, payload);
    }));
    return {};
}

} // namespace

storage::LongJobHandlers Upkeep::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(tree_kind)] = [this](storage::LongJob& job) {
        const auto since_ever = *Date::from(1990, 1, 1); // no import reaches further back
        return measurement::recompute_tree(
            database_, job.actor(), sources_, since_ever,
            [&job](std::int64_t done, std::int64_t total) { job.progress(done, total); });
    };
    handlers[std::string(calendar_kind)] = [this](storage::LongJob& job) {
        return measurement::recompute_calendar(
            database_, job.actor(), sources_,
            [&job](std::int64_t done, std::int64_t total) { job.progress(done, total); });
    };
    return handlers;
}

Result<bool> Upkeep::look() {
    return TRY(look_at_tree()) || TRY(look_at_calendar());
}

Result<bool> Upkeep::look_at_tree() {
    const auto changed = TRY(database_.read(find_changed));
    if (!changed) return false;
    TRY(submit(database_, changed->tenant, tree_kind, changed->revision));
    return true;
}

Result<bool> Upkeep::look_at_calendar() {
    const int year = local_day(database_.now()).year();
    const auto changed =
        TRY(database_.read([&](storage::Connection& connection) { return find_calendar(connection, year); }));
    if (!changed) return false;
    TRY(submit(database_, changed->tenant, calendar_kind, changed->fingerprint));
    return true;
}

} // namespace maerkbar::app
