#include "messages/outbox.hpp"

#include "messages/patience.hpp"

namespace maerkbar::messages {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view recorded = "who asked for the mail recorded it";

// One that has something due, and no job on its way.
Result<std::optional<TenantId>> find_due(Connection& connection, Instant now) {
    return connection.first(
        "select m.tenant_id from outbox_message m where m.state = 'waiting' and m.due <= ? and not exists "
        "(select 1 from job j where j.tenant_id = m.tenant_id and j.kind = ? and j.state in ('waiting', "
        "'running')) limit 1",
        {now, delivery_job}, [](const Row& row) { return row.id<TenantId>(0); });
}

// As post() sealed it: address, subject and text, each after a line end.
std::optional<Message> opened(const std::optional<std::string>& plain) {
    if (!plain) return std::nullopt;
    const auto first = plain->find('\n');
    const auto second = plain->find('\n', first + 1);
    if (first == std::string::npos || second == std::string::npos) return std::nullopt;
    return Message{plain->substr(0, first), plain->substr(first + 1, second - first - 1),
                   plain->substr(second + 1)};
}

} // namespace

struct Outbox::Due {
    std::int64_t id = 0;
    Reason reason = {};
    std::int64_t attempts = 0;
    std::optional<Message> message = {}; // none: the key has changed
    bool wanted = true;
};

storage::LongJobHandlers Outbox::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(delivery_job)] = [this](storage::LongJob& job) { return deliver(job.job().tenant); };
    return handlers;
}

Result<bool> Outbox::look() {
    const auto now = database_.now();
    const auto due = TRY(database_.read([&](Connection& connection) { return find_due(connection, now); }));
    if (!due) return false;
    TRY(database_.write(storage::Actor{*due, {}, "job", "messages"}, [&](Transaction& transaction) {
        transaction.without_audit(recorded);
        return storage::submit(transaction, delivery_job, {});
    }));
    return true;
}

Result<std::optional<Outbox::Due>> Outbox::next_due(TenantId tenant) {
    return database_.read([&](Connection& connection) -> Result<std::optional<Due>> {
        auto due =
            TRY(connection.first("select id, topic, about, recipient, attempts, sealed from outbox_message "
                                 "where tenant_id = ? and "
                                 "state = 'waiting' and due <= ? order by attempts, due, id limit 1",
                                 {tenant, database_.now()}, [&](const Row& row) {
                                     return Due{row.integer(0),
                                                {row.string(1), row.integer(2), row.integer(3)},
                                                row.integer(4),
                                                opened(seal_.open(row.text(5)))};
                                 }));
        if (!due) return due;
        const auto asked = still_wanted_.find(due->reason.topic);
        if (asked != still_wanted_.end()) due->wanted = TRY(asked->second(connection, tenant, due->reason));
        return due;
    });
}

Result<void> Outbox::deliver(TenantId tenant) {
    while (const auto due = TRY(next_due(tenant)))
        if (TRY(sent(tenant, *due)).delivery == Delivery::later) break;
    return {};
}

Result<Outcome> Outbox::sent(TenantId tenant, const Due& due) {
    Outcome outcome{Delivery::later, "not configured"};
    if (!due.message)
        outcome = {Delivery::refused, "key"};
    else if (!due.wanted)
        outcome = {Delivery::accepted};
    else if (mail_)
        outcome = mail_->send(*due.message);
    TRY(note(tenant, due, outcome));
    return outcome;
}

Result<void> Outbox::note(TenantId tenant, const Due& due, const Outcome& outcome) {
    const bool later = outcome.delivery == Delivery::later;
    const bool given_up = later && due.attempts + 1 >= most_attempts;
    const std::string_view state = given_up                                ? "failed"
                                   : later                                 ? "waiting"
                                   : outcome.delivery == Delivery::refused ? "refused"
                                   : due.wanted                            ? "sent"
                                                                           : "dropped";
    const bool over = state != "waiting";
    const storage::Actor actor{tenant, {}, "job", "messages"};
    return database_.write(actor, [&](Transaction& transaction) -> Result<void> {
        transaction.without_audit(recorded);
        auto& connection = transaction.connection();
        // Taken back while it was on its way: it stays so.
        TRY(connection.execute(
            "update outbox_message set state = ?, problem = ?, attempts = attempts + ?, due = ?, ended_at = "
            "?, "
            "sealed = case when ? = 1 then null else sealed end where tenant_id = ? and id = ? and state = "
            "'waiting'",
            {state, outcome.reason, due.wanted ? 1 : 0, transaction.now() + pause_after(due.attempts + 1),
             over ? std::optional(transaction.now()) : std::nullopt, over, tenant, due.id}));
        if (!later) return {};
        // The gateway may be away for all: the others wait a minute, so that it is not asked for each.
        const auto soon = transaction.now() + pause_after(1);
        TRY(
            connection.execute("update outbox_message set due = ? where tenant_id = ? and state = 'waiting' "
                               "and due < ?",
                               {soon, tenant, soon}));
        return {};
    });
}

} // namespace maerkbar::messages
