#include "sources/feedback/dialogue.hpp"

#include "base/local_time.hpp"
#include "base/translatable.hpp"
#include "sources/feedback/history.hpp"
#include "sources/feedback/text_check.hpp"

namespace maerkbar::feedback {

using storage::Connection;
using storage::Row;
using storage::Transaction;

namespace {

constexpr std::int64_t most_a_day = 10;

std::string id_text(EntryId entry) {
    return std::to_string(entry.value);
}

Result<void> set_waiting(Transaction& transaction, EntryId entry, bool waits) {
    TRY(transaction.connection().execute(
        "update feedback_entry set citizen_waits = ?, version = version + 1 where tenant_id = ? and id = ?",
        {waits ? 1 : 0, transaction.actor().tenant, entry}));
    return {};
}

} // namespace

Result<std::vector<Message>> messages_of(Connection& connection, TenantId tenant, EntryId entry) {
    return connection.all(
        "select written_on, from_citizen, text from feedback_message where tenant_id = ? and entry_id = ? "
        "order by id",
        {tenant, entry}, [](const Row& row) {
            return Message{row.date(0), row.integer(1) != 0, row.string(2)};
        });
}

Result<void> add_message(Transaction& transaction, EntryId entry, const Message& message) {
    const auto tenant = transaction.actor().tenant;
    const auto id = TRY(transaction.next_numbers(tenant, "feedback_message", 1));
    TRY(transaction.connection().execute(
        "insert into feedback_message (tenant_id, id, entry_id, written_on, from_citizen, text) values (?, "
        "?, "
        "?, ?, ?, ?)",
        {tenant, id, entry, message.written_on.iso(), message.from_citizen ? 1 : 0, message.text}));
    return {};
}

Result<void> citizen_writes(Transaction& transaction, const Entry& entry, const std::string& text) {
    if (text.empty())
        return Error{
            ErrorKind::invalid, "feedback.text", translatable("Write what you want to say."), {}, "text"};
    const auto day = local_day(transaction.now());
    const auto today = TRY(transaction.connection().number(
        "select count(*) from feedback_message where tenant_id = ? and entry_id = ? and from_citizen = 1 and "
        "written_on = ?",
        {transaction.actor().tenant, entry.id, day.iso()}));
    if (today >= most_a_day)
        return Error{
            ErrorKind::invalid,
            "feedback.too_many",
            translatable("You have written ten times today. Wait until tomorrow, or ask for contact."),
            {},
            "text"};
    TRY(add_message(transaction, entry.id, {day, true, TRY(masked_text(text, "text"))}));
    TRY(set_waiting(transaction, entry.id, true));
    TRY(keep_line(transaction, entry.id, {"citizen_wrote"}));
    return transaction.audit({"feedback.citizen_wrote", "feedback", id_text(entry.id)});
}

Result<void> ask_for_contact(Transaction& transaction, const Entry& entry, const std::string& sealed) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    TRY(connection.execute("delete from feedback_contact where tenant_id = ? and entry_id = ?",
                           {tenant, entry.id}));
    TRY(connection.execute(
        "insert into feedback_contact (tenant_id, entry_id, sealed, asked_on) values (?, ?, ?, ?)",
        {tenant, entry.id, sealed, local_day(transaction.now()).iso()}));
    TRY(set_waiting(transaction, entry.id, true));
    TRY(keep_line(transaction, entry.id, {"contact_asked"}));
    return transaction.audit({"feedback.contact_asked", "feedback", id_text(entry.id)});
}

Result<std::optional<Contact>> contact_of(Connection& connection, TenantId tenant, EntryId entry) {
    return connection.first(
        "select sealed, asked_on from feedback_contact where tenant_id = ? and entry_id = ?", {tenant, entry},
        [](const Row& row) {
            return Contact{row.string(0), row.date(1)};
        });
}

Result<void> looked_after(Transaction& transaction, const Entry& entry) {
    TRY(transaction.connection().execute("delete from feedback_contact where tenant_id = ? and entry_id = ?",
                                         {transaction.actor().tenant, entry.id}));
    TRY(set_waiting(transaction, entry.id, false));
    TRY(keep_line(transaction, entry.id, {"looked_after"}));
    return transaction.audit({"feedback.looked_after", "feedback", id_text(entry.id)});
}

} // namespace maerkbar::feedback
