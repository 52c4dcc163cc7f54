#include "sources/feedback/telling.hpp"

#include "base/local_time.hpp"
#include "messages/address.hpp"
#include "organisation/people.hpp"
#include "organisation/scope_sql.hpp"
#include "organisation/tenants.hpp"
#include "sources/feedback/permission.hpp"

namespace maerkbar::feedback {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

Result<std::int64_t> newest_entry(Connection& connection, TenantId tenant) {
    return connection.number("select coalesce(max(id), 0) from feedback_entry where tenant_id = ?", {tenant});
}

messages::Message news_mail(const std::string& address, const std::string& origin, std::int64_t count,
                            const web::Language& language) {
    const auto text =
        language.plural("{count} new entry has come in the register of praise and complaints.",
                        "{count} new entries have come in the register of praise and complaints.", count) +
        "\n\n" + language("Read it here, after signing in:") + '\n' + origin + "/feedback\n\n" +
        language("You get at most one such mail a day. If you want none, say so here:") + '\n' + origin +
        "/feedback/mail\n";
    return {address, language("Something new in praise and complaints"), text};
}

} // namespace

struct Teller::Listener {
    TenantId tenant;
    PersonId person;
    std::string address;
    std::string language;
    std::string origin;
    std::int64_t told_through = 0;
};

Result<bool> wants_mail(Connection& connection, TenantId tenant, PersonId person) {
    return TRY(connection.number("select count(*) from feedback_wish w join person p on p.tenant_id = "
                                 "w.tenant_id and p.id = w.person_id and p.locked = 0 where w.tenant_id = ? "
                                 "and w.person_id = ?",
                                 {tenant, person})) > 0;
}

Result<void> wish_for_mail(Transaction& transaction, PersonId person, bool wanted, std::string_view origin) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    TRY(connection.execute("delete from feedback_wish where tenant_id = ? and person_id = ?",
                           {tenant, person}));
    if (wanted)
        TRY(connection.execute(
            "insert into feedback_wish (tenant_id, person_id, origin, told_through) values (?, ?, ?, ?)",
            {tenant, person, origin, TRY(newest_entry(connection, tenant))}));
    return transaction.audit({wanted ? "feedback.mail_wanted" : "feedback.mail_not_wanted", "person",
                              std::to_string(person.value)});
}

Result<std::optional<Teller::Listener>> Teller::next_listener() {
    const auto today = local_day(database_.now());
    return database_.read([&](Connection& connection) {
        return connection.first(
            "select w.tenant_id, w.person_id, p.email, p.language, w.origin, w.told_through from "
            "feedback_wish "
            "w join person p on p.tenant_id = w.tenant_id and p.id = w.person_id and p.locked = 0 where "
            "(w.told_on is null or w.told_on < ?) and exists (select 1 from feedback_entry e where "
            "e.tenant_id "
            "= w.tenant_id and e.id > w.told_through) limit 1",
            {today.iso()}, [](const Row& row) {
                return Listener{row.id<TenantId>(0), row.id<PersonId>(1), row.string(2),
                                row.string(3),       row.string(4),       row.integer(5)};
            });
    });
}

// Entries of units that they may read, as organised now.
Result<std::int64_t> Teller::news_for(Connection& connection, const Listener& listener) {
    std::vector<organisation::Grant> grants;
    for (const auto& role : TRY(organisation::roles_of(connection, listener.tenant, listener.person)))
        grants.push_back({role.unit, role.role});
    const auto scope = organisation::Access(std::move(grants)).scope(may_write);
    const auto tree = TRY(trees_.get(listener.tenant));
    return connection.number(
        "select count(*) from feedback_entry where tenant_id = ? and id > ? and " +
            organisation::scope_condition(scope, *tree, local_day(database_.now()), "unit_id"),
        {listener.tenant, listener.told_through});
}

Result<void> Teller::tell(const Listener& listener) {
    const storage::Actor actor{listener.tenant, {}, "job", "feedback"};
    return database_.write(actor, [&](Transaction& transaction) -> Result<void> {
        transaction.without_audit("that they want the mails is recorded");
        auto& connection = transaction.connection();
        const auto count = TRY(news_for(connection, listener));
        const bool told = count > 0 && messages::is_mail_address(listener.address);
        if (told) {
            const auto usual = TRY(organisation::language_of(connection, listener.tenant));
            const auto& language =
                languages_.get(languages_.has(listener.language) ? listener.language : usual);
            TRY(messages::post(transaction, outbox_.seal(),
                               {{std::string(news_topic), 0, listener.person.value},
                                news_mail(listener.address, listener.origin, count, language)}));
        }
        TRY(
            connection.execute("update feedback_wish set told_through = ?, told_on = case when ? = 1 then ? "
                               "else told_on end where "
                               "tenant_id = ? and person_id = ?",
                               {TRY(newest_entry(connection, listener.tenant)), told,
                                local_day(transaction.now()).iso(), listener.tenant, listener.person}));
        return {};
    });
}

Result<bool> Teller::look() {
    if (!outbox_.can_send()) return false;
    const auto listener = TRY(next_listener());
    if (!listener) return false;
    TRY(tell(*listener));
    return true;
}

} // namespace maerkbar::feedback
