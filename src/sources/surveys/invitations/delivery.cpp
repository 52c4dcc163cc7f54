#include "sources/surveys/invitations/delivery.hpp"

#include "base/local_time.hpp"
#include "messages/patience.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "web/url.hpp"

namespace maerkbar::surveys::invitations {

namespace {

using messages::Delivery;
using messages::Outcome;
using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view job_kind = "surveys.invitations";
constexpr std::string_view reason = "the sending was recorded when it was started";

struct Due {
    TenantId tenant;
    SendingId sending;
};

// A sending that is not over, with somebody due, and no job on its way.
Result<std::optional<Due>> find_due(Connection& connection, Instant now) {
    return connection.first(
        "select s.tenant_id, s.id from survey_sending s where s.ended_at is null and s.paused_until <= ? and "
        "exists (select 1 from survey_contact c where c.tenant_id = s.tenant_id and c.sending_id = s.id and "
        "c.due <= ?) and not exists (select 1 from job j where j.tenant_id = s.tenant_id and j.kind = ? and "
        "j.state in ('waiting', 'running')) limit 1",
        {now, now, job_kind}, [](const Row& row) {
            return Due{row.id<TenantId>(0), SendingId{row.integer(1)}};
        });
}

// A sending that still keeps addresses although the survey takes no answers any more.
Result<std::optional<Due>> find_outlived(Connection& connection, Instant now) {
    return connection.first(
        "select s.tenant_id, s.id from survey_sending s join survey_link l on l.tenant_id = s.tenant_id and "
        "l.id = s.link_id where s.ended_at is null and (l.ended = 1 or l.closes < ?) limit 1",
        {local_day(now).iso()}, [](const Row& row) {
            return Due{row.id<TenantId>(0), SendingId{row.integer(1)}};
        });
}

} // namespace

// One person to write to now.
struct Deliverer::Contact {
    std::int64_t number = 0;
    bool invited = false;
    std::int64_t attempts = 0;
    std::int64_t reminders = 0;
    std::string code = {};
    std::string address = {};
};

std::string filled_in(std::string_view words, const std::string& address, const std::string& code) {
    constexpr std::string_view place = "{link}";
    const auto link = web::with_query(address, {{"code", code}});
    std::string text(words);
    for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + link.size()))
        text.replace(at, place.size(), link);
    return text;
}

storage::LongJobHandlers Deliverer::handlers() {
    storage::LongJobHandlers handlers;
    handlers[std::string(job_kind)] = [this](storage::LongJob& job) {
        return deliver(job.job().tenant, SendingId{std::stoll(job.job().payload)});
    };
    return handlers;
}

Result<bool> Deliverer::look() {
    const auto now = database_.now();
    if (const auto outlived =
            TRY(database_.read([&](Connection& connection) { return find_outlived(connection, now); })))
        TRY(database_.write(
            storage::Actor{outlived->tenant, {}, "job", "invitations"},
            [&](Transaction& transaction) { return end_sending(transaction, outlived->sending); }));
    const auto due = TRY(database_.read([&](Connection& connection) { return find_due(connection, now); }));
    if (!due) return false;
    TRY(database_.write(storage::Actor{due->tenant, {}, "job", "invitations"}, [&](Transaction& transaction) {
        transaction.without_audit(reason);
        return storage::submit(transaction, job_kind, std::to_string(due->sending.value));
    }));
    return true;
}

Result<std::optional<Deliverer::Contact>> Deliverer::next_contact(TenantId tenant, SendingId sending) {
    return database_.read([&](Connection& connection) -> Result<std::optional<Contact>> {
        return connection.first(
            "select number, state, attempts, reminders, sealed from survey_contact where tenant_id = ? and "
            "sending_id = ? and due <= ? and sealed is not null order by due, number limit 1",
            {tenant, sending, database_.now()}, [&](const Row& row) {
                Contact contact{row.integer(0), row.text(1) == "invited", row.integer(2), row.integer(3)};
                const auto opened = seal_.open(row.text(4)).value_or("");
                const auto blank = opened.find(' ');
                if (blank == std::string::npos) return contact; // the key has changed
                contact.code = opened.substr(0, blank);
                contact.address = opened.substr(blank + 1);
                return contact;
            });
    });
}

Result<bool> Deliverer::has_answered(TenantId tenant, const std::string& code) {
    return database_.read([&](Connection& connection) -> Result<bool> {
        return TRY(connection.number(
                   "select count(*) from survey_code where tenant_id = ? and code_hash = ? and used <> 0",
                   {tenant, code_hash(code)})) > 0;
    });
}

Result<void> Deliverer::deliver(TenantId tenant, SendingId id) {
    const auto sending =
        TRY(database_.read([&](Connection& connection) { return read_sending(connection, tenant, id); }));
    while (const auto contact = TRY(next_contact(tenant, id)))
        if (!TRY(deliver_one(tenant, sending, *contact))) break;
    return {};
}

// False where the gateway did not answer: the rest waits.
Result<bool> Deliverer::deliver_one(TenantId tenant, const Sending& sending, const Contact& contact) {
    if (contact.address.empty()) {
        TRY(note(tenant, sending, contact, {Delivery::refused, "key"}));
        return true;
    }
    if (TRY(has_answered(tenant, contact.code))) {
        TRY(forget(tenant, sending, contact));
        return true;
    }
    const auto& words = contact.invited ? sending.reminder : sending.words;
    auto* const way = gateway(sending.channel);
    const auto outcome =
        way == nullptr
            ? Outcome{Delivery::later, "not configured"}
            : way->send({contact.address, sending.subject, filled_in(words, sending.address, contact.code)});
    TRY(note(tenant, sending, contact, outcome));
    return outcome.delivery != Delivery::later;
}

Result<void> Deliverer::note(TenantId tenant, const Sending& sending, const Contact& contact,
                             const Outcome& outcome) {
    const storage::Actor actor{tenant, {}, "job", "invitations"};
    const auto reminders = contact.reminders + (contact.invited ? 1 : 0);
    const bool more = reminders < sending.remind_times;
    const bool given_up =
        outcome.delivery == Delivery::later && contact.attempts + 1 >= messages::most_attempts;
    return database_.write(actor, [&](Transaction& transaction) -> Result<void> {
        transaction.without_audit(reason);
        auto& connection = transaction.connection();
        if (outcome.delivery == Delivery::accepted)
            TRY(connection.execute(
                "update survey_contact set state = 'invited', reminders = ?, attempts = 0, due = ?, sealed = "
                "case when ? = 1 then sealed else null end where tenant_id = ? and sending_id = ? and number "
                "= ?",
                {reminders,
                 more ? std::optional(transaction.now() + std::chrono::days(sending.remind_days))
                      : std::nullopt,
                 more, tenant, sending.id, contact.number}));
        else if (outcome.delivery == Delivery::refused || given_up)
            TRY(connection.execute(
                "update survey_contact set state = ?, sealed = null, due = null, problem = ? where tenant_id "
                "= ? and sending_id = ? and number = ?",
                {given_up ? "failed" : "refused", outcome.reason, tenant, sending.id, contact.number}));
        else
            TRY(
                connection.execute("update survey_contact set attempts = attempts + 1 where tenant_id = ? "
                                   "and sending_id = ? and number = ?",
                                   {tenant, sending.id, contact.number}));
        const bool later = outcome.delivery == Delivery::later;
        const auto pause =
            later ? transaction.now() +
                        messages::pause_after(TRY(connection.number(
                            "select failures + 1 from survey_sending where tenant_id = ? and id = ?",
                            {tenant, sending.id})))
                  : Instant{};
        TRY(connection.execute(
            "update survey_sending set failures = case when ? = 1 then failures + 1 else 0 "
            "end, paused_until = ?, problem = ? where tenant_id = ? and id = ?",
            {later, pause, later ? outcome.reason : "", tenant, sending.id}));
        return {};
    });
}

// Whoever has answered is not written to again, and the address goes.
Result<void> Deliverer::forget(TenantId tenant, const Sending& sending, const Contact& contact) {
    const storage::Actor actor{tenant, {}, "job", "invitations"};
    return database_.write(actor, [&](Transaction& transaction) -> Result<void> {
        transaction.without_audit(reason);
        TRY(transaction.connection().execute(
            "update survey_contact set sealed = null, due = null where tenant_id = ? and sending_id = ? and "
            "number = ?",
            {tenant, sending.id, contact.number}));
        return {};
    });
}

} // namespace maerkbar::surveys::invitations
