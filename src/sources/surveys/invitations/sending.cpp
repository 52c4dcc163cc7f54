#include "sources/surveys/invitations/sending.hpp"

#include "base/translatable.hpp"
#include "sources/surveys/survey_codes.hpp"

namespace maerkbar::surveys::invitations {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view columns =
    "select id, link_id, channel, subject, words, reminder, remind_days, remind_times, address, started_at, "
    "paused_until, failures, problem, ended_at from survey_sending where tenant_id = ? ";
constexpr std::int64_t most_told = 50;

Instant instant(std::int64_t milliseconds) {
    return Instant(std::chrono::milliseconds(milliseconds));
}

Sending sending_of(const Row& row) {
    Sending sending{SendingId{row.integer(0)}, LinkId{row.integer(1)},
                    row.text(2) == "sms" ? Channel::sms : Channel::email};
    sending.subject = row.text(3);
    sending.words = row.text(4);
    sending.reminder = row.text(5);
    sending.remind_days = row.integer(6);
    sending.remind_times = row.integer(7);
    sending.address = row.text(8);
    sending.started_at = instant(row.integer(9));
    sending.paused_until = instant(row.integer(10));
    sending.failures = row.integer(11);
    sending.problem = row.text(12);
    sending.ended = !row.is_null(13);
    return sending;
}

Result<void> check_sending(Connection& connection, TenantId tenant, const Sending& sending) {
    if (!TRY(read_link(connection, tenant, sending.link)).by_code)
        return Error{ErrorKind::invalid, "invitations.by_code",
                     translatable("Invitations carry one-time codes. Open the survey with “Only with a "
                                  "one-time code”, and invite from there.")};
    const auto lacks_link = [](const std::string& text) { return text.find("{link}") == std::string::npos; };
    for (const auto& [field, text] : {std::pair{"words", &sending.words}, {"reminder", &sending.reminder}})
        if (lacks_link(*text) && (field == std::string_view("words") || sending.remind_times > 0))
            return Error{ErrorKind::invalid,
                         "invitations.words",
                         translatable("Write {link} where the link to the survey shall stand."),
                         {},
                         field};
    return {};
}

Result<void> insert_contact(Transaction& transaction, SendingId sending, std::int64_t number,
                            const std::string& sealed) {
    TRY(transaction.connection().execute(
        "insert into survey_contact (tenant_id, sending_id, number, sealed, state, attempts, reminders, due, "
        "problem) values (?, ?, ?, ?, 'waiting', 0, 0, ?, '')",
        {transaction.actor().tenant, sending, number, sealed, transaction.now()}));
    return {};
}

} // namespace

Result<SendingId> start_sending(Transaction& transaction, const messages::Seal& seal, const Sending& wanted,
                                const std::vector<std::string>& addresses) {
    const auto tenant = transaction.actor().tenant;
    TRY(check_sending(transaction.connection(), tenant, wanted));
    const auto codes =
        TRY(issue_codes(transaction, wanted.link, static_cast<std::int64_t>(addresses.size())));
    const auto id = TRY(transaction.next_id<SendingId>(tenant, "survey_sending"));
    const auto person = transaction.actor().person;
    TRY(transaction.connection().execute(
        "insert into survey_sending (tenant_id, id, link_id, channel, subject, words, reminder, remind_days, "
        "remind_times, address, started_at, started_by, paused_until, failures, problem) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, '')",
        {tenant, id, wanted.link, name_of(wanted.channel), wanted.subject, wanted.words, wanted.reminder,
         wanted.remind_days, wanted.remind_times, wanted.address, transaction.now(),
         person ? std::optional(person) : std::nullopt}));
    for (std::size_t i = 0; i < addresses.size(); ++i)
        TRY(insert_contact(transaction, id, static_cast<std::int64_t>(i) + 1,
                           seal.close(codes[i] + ' ' + addresses[i])));
    TRY(transaction.audit({"survey_sending.started", "survey_sending", std::to_string(id.value),
                           "{\"count\":" + std::to_string(addresses.size()) + "}"}));
    return id;
}

Result<void> end_sending(Transaction& transaction, SendingId sending) {
    const auto tenant = transaction.actor().tenant;
    TRY(transaction.connection().execute(
        "update survey_contact set sealed = null, due = null where tenant_id = ? and sending_id = ?",
        {tenant, sending}));
    TRY(transaction.connection().execute(
        "update survey_sending set ended_at = ? where tenant_id = ? and id = ? and ended_at is null",
        {transaction.now(), tenant, sending}));
    return transaction.audit({"survey_sending.ended", "survey_sending", std::to_string(sending.value)});
}

Result<std::vector<Sending>> list_sendings(Connection& connection, TenantId tenant, LinkId link) {
    return connection.all(std::string(columns) + "and link_id = ? order by id desc", {tenant, link},
                          sending_of);
}

Result<Sending> read_sending(Connection& connection, TenantId tenant, SendingId sending) {
    auto found = TRY(connection.first(std::string(columns) + "and id = ?", {tenant, sending}, sending_of));
    if (!found)
        return Error{ErrorKind::not_found, "invitations.unknown",
                     translatable("There are no such invitations.")};
    return std::move(*found);
}

Result<Progressed> progress_of(Connection& connection, TenantId tenant, SendingId sending) {
    Progressed progressed;
    TRY(
        connection.query("select state, count(*), sum(reminders), count(sealed) from survey_contact where "
                         "tenant_id = ? and sending_id = ? group by state",
                         {tenant, sending}, [&](const Row& row) -> Result<void> {
                             progressed.states[row.string(0)] = row.integer(1);
                             progressed.reminders += row.integer(2);
                             progressed.addresses_kept += row.integer(3);
                             return {};
                         }));
    progressed.refused = TRY(connection.all(
        "select number, problem from survey_contact where tenant_id = ? and sending_id = ? and state in "
        "('refused', 'failed') order by number limit ?",
        {tenant, sending, most_told},
        [](const Row& row) { return std::pair(row.integer(0), row.string(1)); }));
    return progressed;
}

} // namespace maerkbar::surveys::invitations
