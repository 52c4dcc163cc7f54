#include "sources/feedback/recount.hpp"

#include <algorithm>

#include "base/distinct.hpp"
#include "base/json_writer.hpp"
#include "base/local_time.hpp"
#include "base/period.hpp"
#include "measurement/recompute_jobs.hpp"
#include "measurement/turn.hpp"
#include "sources/feedback/settings.hpp"
#include "sources/feedback/store.hpp"

namespace maerkbar::feedback {

namespace {

using measurement::UnitDays;
using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view recount_kind = "feedback.recount";
constexpr std::string_view deletion_kind = "feedback.delete_old";
constexpr std::int64_t at_once = 200; // keeps the transaction short

struct Marked {
    std::int64_t last_id = 0; // marks that come later wait for the next time
    std::vector<UnitDays> days;
};

Result<Marked> read_marks(Connection& connection, TenantId tenant, Date today) {
    Marked marked;
    TRY(connection.query(
        "select id, unit_id, day from feedback_recount where tenant_id = ? and from_day <= ?",
        {tenant, today.days}, [&](const Row& row) -> Result<void> {
            marked.last_id = std::max(marked.last_id, row.integer(0));
            marked.days.push_back({row.id<UnitId>(1), row.day(2), row.day(2)});
            return {};
        }));
    sort_distinct(marked.days);
    return marked;
}

Result<void> insert_mark(Transaction& transaction, const Entry& entry, Date from) {
    const auto tenant = transaction.actor().tenant;
    const auto id = TRY(transaction.next_numbers(tenant, "feedback_recount", 1));
    TRY(transaction.connection().execute(
        "insert into feedback_recount (tenant_id, id, unit_id, day, from_day) values (?, ?, ?, ?, ?)",
        {tenant, id, entry.fields.place.unit, entry.fields.received_on.days, from.days}));
    return {};
}

// Marks that are due though no job waits: deadlines that have passed.
Result<std::optional<TenantId>> find_due(Connection& connection, Date today) {
    return connection.first(
        "select r.tenant_id from feedback_recount r where r.from_day <= ? and not exists (select 1 from job "
        "j "
        "where j.tenant_id = r.tenant_id and j.kind = ? and j.state in ('waiting', 'running')) limit 1",
        {today.days, recount_kind}, [](const Row& row) { return row.id<TenantId>(0); });
}

Result<std::optional<TenantId>> find_to_delete(Connection& connection, const std::string& today) {
    return connection.first(
        "select s.tenant_id from feedback_setting s where s.keep_months is not null and not exists (select 1 "
        "from job j where j.tenant_id = s.tenant_id and j.kind = ? and j.payload = ?) limit 1",
        {deletion_kind, today}, [](const Row& row) { return row.id<TenantId>(0); });
}

// The 31st of a shorter month is its last day.
Date months_before(Date day, std::int64_t months) {
    auto month = Period::containing(PeriodKind::month, day);
    for (std::int64_t i = 0; i < months; ++i)
        month = month.previous();
    return std::min(month.first + (day.day() - 1), month.last());
}

} // namespace

Result<void> mark_for_recount(Transaction& transaction, const Entry& entry) {
    TRY(insert_mark(transaction, entry, local_day(transaction.now())));
    if (entry.due_on && !entry.answered_on) TRY(insert_mark(transaction, entry, *entry.due_on + 1));
    return storage::submit_once(transaction, recount_kind);
}

storage::LongJobHandlers FeedbackJobs::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(recount_kind)] = [this](storage::LongJob& job) {
        return recount(job.actor(),
                       [&job](std::int64_t done, std::int64_t total) { job.progress(done, total); });
    };
    handlers[std::string(deletion_kind)] = [this](storage::LongJob& job) {
        return delete_old(job.actor(), local_day(database_.now()));
    };
    return handlers;
}

Result<bool> FeedbackJobs::look() {
    const auto today = local_day(database_.now());
    const auto due = TRY(database_.read([&](Connection& connection) { return find_due(connection, today); }));
    const auto old =
        TRY(database_.read([&](Connection& connection) { return find_to_delete(connection, today.iso()); }));
    if (!due && !old) return false;
    const storage::Actor actor{due ? *due : *old, {}, "job", "feedback"};
    TRY(database_.write(actor, [&](Transaction& transaction) -> Result<void> {
        transaction.without_audit("the job itself is recorded when it ends");
        if (due) return storage::submit_once(transaction, recount_kind);
        TRY(storage::submit(transaction, deletion_kind, today.iso()));
        return {};
    }));
    return true;
}

Result<void> FeedbackJobs::recount(const storage::Actor& actor, const measurement::Progress& progress) {
    const auto turn = TRY(measurement::take_turn(database_, actor));
    const auto today = local_day(database_.now());
    const auto marked = TRY(
        database_.read([&](Connection& connection) { return read_marks(connection, actor.tenant, today); }));
    if (marked.days.empty()) return {};
    const auto version = TRY(database_.write(actor, [&](Transaction& transaction) {
        transaction.without_audit("hidden until published");
        return measurement::open_version(transaction, actor.tenant, "feedback");
    }));
    const auto computed =
        measurement::recompute(database_, actor, version, source_, {actor.tenant}, marked.days, progress);
    if (!computed.ok()) {
        TRY(measurement::discard(database_, actor, version));
        return computed.error();
    }
    return database_.write(actor, [&](Transaction& transaction) -> Result<void> {
        TRY(measurement::publish(transaction, actor.tenant, version));
        TRY(transaction.connection().execute(
            "delete from feedback_recount where tenant_id = ? and from_day <= ? and id <= ?",
            {actor.tenant, today.days, marked.last_id}));
        TRY(measurement::submit_cleaning(transaction)); // of the cells that these replace
        transaction.without_audit("the changes that made it necessary are recorded");
        return {};
    });
}

Result<void> FeedbackJobs::delete_old(const storage::Actor& actor, Date today) {
    const auto settings =
        TRY(database_.read([&](Connection& connection) { return read_settings(connection, actor.tenant); }));
    if (!settings.keep_months) return {};
    const auto before = months_before(today, *settings.keep_months);
    std::int64_t count = 0;
    for (std::int64_t deleted = at_once; deleted == at_once; count += deleted)
        deleted = TRY(database_.write(actor, [&](Transaction& transaction) {
            transaction.without_audit("recorded as a whole");
            return remove_old_texts(transaction, before, at_once);
        }));
    if (count == 0) return {};
    return database_.write(actor, [&](Transaction& transaction) {
        JsonWriter details;
        details.begin_object().member("entries", count).member("ended_before", before).end_object();
        return transaction.audit({"feedback.old_texts_deleted", "feedback_rules",
                                  std::to_string(actor.tenant.value), std::move(details).text()});
    });
}

} // namespace maerkbar::feedback
