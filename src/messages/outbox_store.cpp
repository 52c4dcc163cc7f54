#include "messages/outbox_store.hpp"

#include "storage/job.hpp"

namespace maerkbar::messages {

namespace {

constexpr std::pair<std::string_view, LetterState> states[] = {{"waiting", LetterState::waiting},
                                                               {"sent", LetterState::sent},
                                                               {"refused", LetterState::refused},
                                                               {"failed", LetterState::failed},
                                                               {"dropped", LetterState::dropped}};

LetterState state_named(std::string_view name) {
    for (const auto& [text, state] : states)
        if (text == name) return state;
    return LetterState::failed;
}

} // namespace

Result<void> post(storage::Transaction& transaction, const Seal& seal, const Letter& letter) {
    const auto tenant = transaction.actor().tenant;
    const auto& [reason, message, due] = letter;
    const auto id = TRY(transaction.next_numbers(tenant, "outbox_message", 1));
    TRY(transaction.connection().execute(
        "insert into outbox_message (tenant_id, id, topic, about, recipient, sealed, state, due) values (?, "
        "?, "
        "?, ?, ?, ?, 'waiting', ?)",
        {tenant, id, reason.topic, reason.about, reason.recipient,
         seal.close(message.to + '\n' + message.subject + '\n' + message.text),
         due.value_or(transaction.now())}));
    return due ? Result<void>() : storage::submit_once(transaction, delivery_job);
}

Result<std::vector<Posted>> posted(storage::Connection& connection, TenantId tenant, std::string_view topic,
                                   std::int64_t about) {
    return connection.all(
        "select id, topic, about, recipient, state, attempts, problem, due, ended_at from outbox_message "
        "where tenant_id = ? and topic = ? and about = ? order by id",
        {tenant, topic, about}, [](const storage::Row& row) {
            return Posted{row.integer(0),
                          {row.string(1), row.integer(2), row.integer(3)},
                          state_named(row.text(4)),
                          row.integer(5),
                          row.string(6),
                          row.instant(7),
                          row.optional_instant(8)};
        });
}

Result<void> take_back(storage::Transaction& transaction, const Reason& reason) {
    TRY(transaction.connection().execute(
        "update outbox_message set state = 'dropped', sealed = null, ended_at = ? where tenant_id = ? and "
        "topic = ? and about = ? and (recipient = ? or ? = 0) and state = 'waiting'",
        {transaction.now(), transaction.actor().tenant, reason.topic, reason.about, reason.recipient,
         reason.recipient}));
    return {};
}

} // namespace maerkbar::messages
