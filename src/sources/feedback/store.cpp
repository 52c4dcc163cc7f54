#include "sources/feedback/store.hpp"

#include "base/local_time.hpp"
#include "base/translatable.hpp"
#include "sources/feedback/dialogue.hpp"
#include "sources/feedback/history.hpp"
#include "sources/feedback/recount.hpp"
#include "sources/feedback/settings.hpp"
#include "sources/feedback/text_check.hpp"
#include "sources/surveys/survey_codes.hpp"

namespace maerkbar::feedback {

namespace {

using organisation::CatalogueKind;
using storage::Connection;
using storage::Transaction;

Error wrong(std::string field, std::string code, std::string text) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {}, std::move(field)};
}

std::string id_text(EntryId entry) {
    return std::to_string(entry.value);
}

template <typename Id>
std::optional<std::int64_t> or_null(Id id) {
    return id ? std::optional(id.value) : std::nullopt;
}

Result<void> check_listed(Connection& connection, TenantId tenant, CatalogueId entry, CatalogueKind kind) {
    if (!entry) return {};
    const auto known = TRY(
        connection.number("select count(*) from catalogue_entry where tenant_id = ? and id = ? and kind = ?",
                          {tenant, entry, name_of(kind)}));
    if (known > 0) return {};
    return wrong(std::string(name_of(kind)), "feedback.place",
                 translatable("This stands on no list. Choose one that does."));
}

Result<void> check(Transaction& transaction, const EntryFields& fields) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    if (fields.text.empty())
        return wrong("text", "feedback.text", translatable("Write what you want to say."));
    if (fields.received_on > local_day(transaction.now()))
        return wrong("received_on", "feedback.received_on",
                     translatable("It cannot have come on a day that is still to come."));
    TRY(check_listed(connection, tenant, fields.place.service, CatalogueKind::service));
    TRY(check_listed(connection, tenant, fields.place.channel, CatalogueKind::channel));
    TRY(check_listed(connection, tenant, fields.place.contact_point, CatalogueKind::contact_point));
    if (!fields.responsible) return {};
    const auto known =
        TRY(connection.number("select count(*) from person where tenant_id = ? and id = ? and locked = 0",
                              {tenant, fields.responsible}));
    if (known == 0)
        return wrong("responsible", "feedback.responsible",
                     translatable("Choose a person who can look after it."));
    return {};
}

Result<std::optional<Date>> due_of(Connection& connection, TenantId tenant, const EntryFields& fields) {
    if (!fields.answer_wanted) return std::optional<Date>();
    return std::optional(TRY(due_day(connection, tenant, fields.received_on)));
}

std::optional<std::string> iso(const std::optional<Date>& day) {
    return day ? std::optional(day->iso()) : std::nullopt;
}

} // namespace

Result<EntryId> add_entry(Transaction& transaction, const EntryFields& fields, const Arrival& arrival) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    if (!arrival.submission.empty())
        if (const auto known = TRY(entry_of_submission(connection, tenant, arrival.submission))) {
            transaction.without_audit("it is there already");
            return *known;
        }
    TRY(check(transaction, fields));
    auto text = TRY(masked_text(fields.text, "text"));
    Entry entry{TRY(transaction.next_id<EntryId>(tenant, "feedback_entry")), fields};
    entry.fields.text = std::move(text);
    entry.due_on = TRY(due_of(connection, tenant, fields));
    const auto& place = fields.place;
    TRY(connection.execute(
        "insert into feedback_entry (tenant_id, id, kind, received_on, unit_id, service_id, channel_id, "
        "contact_point_id, text, answer_wanted, due_on, responsible_id, done, from_citizen, citizen_waits, "
        "code_hash, submission, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, 0, ?, ?, 1)",
        {tenant, entry.id, name_of(fields.kind), fields.received_on.iso(), place.unit, or_null(place.service),
         or_null(place.channel), or_null(place.contact_point), entry.fields.text,
         fields.answer_wanted ? 1 : 0, iso(entry.due_on), or_null(fields.responsible),
         arrival.from_citizen ? 1 : 0, surveys::code_hash(arrival.code),
         arrival.submission.empty() ? std::nullopt : std::optional(arrival.submission)}));
    TRY(mark_for_recount(transaction, entry));
    TRY(transaction.audit({"feedback.created", "feedback", id_text(entry.id)}));
    return entry.id;
}

Result<void> change_entry(Transaction& transaction, const Entry& before, const EntryFields& fields) {
    TRY(check(transaction, fields));
    auto after = before;
    after.fields = fields;
    after.fields.text = TRY(masked_text(fields.text, "text"));
    if (after.fields == before.fields) return {};
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    if (fields.received_on != before.fields.received_on ||
        fields.answer_wanted != before.fields.answer_wanted)
        after.due_on = TRY(due_of(connection, tenant, fields));
    const auto& place = fields.place;
    TRY(connection.execute(
        "update feedback_entry set kind = ?, received_on = ?, unit_id = ?, service_id = ?, channel_id = ?, "
        "contact_point_id = ?, text = ?, answer_wanted = ?, due_on = ?, responsible_id = ?, version = "
        "version "
        "+ 1 where tenant_id = ? and id = ?",
        {name_of(fields.kind), fields.received_on.iso(), place.unit, or_null(place.service),
         or_null(place.channel), or_null(place.contact_point), after.fields.text,
         fields.answer_wanted ? 1 : 0, iso(after.due_on), or_null(fields.responsible), tenant, before.id}));
    TRY(keep_differences(transaction, before, after.fields));
    TRY(mark_for_recount(transaction, before));
    TRY(mark_for_recount(transaction, after));
    return transaction.audit({"feedback.changed", "feedback", id_text(before.id)});
}

Result<void> answer_entry(Transaction& transaction, const Entry& before, const Answer& answer) {
    if (before.fields.answer_wanted && answer.text.empty() && !before.answered_on)
        return wrong("text", "feedback.answer",
                     translatable("Write the answer: the citizen has asked for one."));
    TRY(refuse_personal_number(answer.text, "text"));
    TRY(refuse_personal_number(answer.done, "done"));
    const auto today = local_day(transaction.now());
    const auto day = answer.on.value_or(today);
    if (day < before.fields.received_on || day > today)
        return wrong("on", "feedback.answered_on",
                     translatable("It was answered on the day it came, or later, and not after today."));
    auto after = before;
    if (!after.answered_on) after.answered_on = day;
    TRY(transaction.connection().execute(
        "update feedback_entry set outcome = ?, done = ?, answered_on = ?, version = version + 1 where "
        "tenant_id = ? and id = ?",
        {name_of(answer.outcome), answer.done, after.answered_on->iso(), transaction.actor().tenant,
         before.id}));
    if (before.outcome != answer.outcome)
        TRY(keep_line(transaction, before.id,
                      {"outcome", before.outcome ? std::string(name_of(*before.outcome)) : std::string(),
                       std::string(name_of(answer.outcome))}));
    if (before.done != answer.done) TRY(keep_line(transaction, before.id, {"done"}));
    if (!answer.text.empty()) {
        TRY(add_message(transaction, before.id, {day, false, answer.text}));
        TRY(keep_line(transaction, before.id, {"answer"}));
    }
    TRY(mark_for_recount(transaction, after));
    return transaction.audit({"feedback.answered", "feedback", id_text(before.id)});
}

Result<std::int64_t> remove_old_texts(Transaction& transaction, Date before, std::int64_t most) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    const auto old = TRY(connection.all(
        "select id from feedback_entry e where tenant_id = ? and (text <> '' or done <> '') and "
        "coalesce(answered_on, due_on, received_on) < ? and (answered_on is not null or not exists (select 1 "
        "from feedback_message m where m.tenant_id = e.tenant_id and m.entry_id = e.id and m.written_on >= "
        "?)) order by id limit ?",
        {tenant, before.iso(), before.iso(), most}, [](const storage::Row& row) { return row.integer(0); }));
    for (const auto id : old) {
        TRY(connection.execute("delete from feedback_message where tenant_id = ? and entry_id = ?",
                               {tenant, id}));
        TRY(connection.execute("delete from feedback_contact where tenant_id = ? and entry_id = ?",
                               {tenant, id}));
        TRY(
            connection.execute("update feedback_entry set text = '', done = '', citizen_waits = 0, version = "
                               "version + 1 where tenant_id = ? and id = ?",
                               {tenant, id}));
    }
    return static_cast<std::int64_t>(old.size());
}

} // namespace maerkbar::feedback
