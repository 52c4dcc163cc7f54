#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "sources/feedback/entry.hpp"
#include "storage/transaction.hpp"

// The register. Whatever is written stands in the history of the entry and in the audit trail, and lets
// indicators be counted again, all in the same transaction.
namespace maerkbar::feedback {

// How an entry came into the register. `code` is what the citizen finds it by; only its hash is kept.
struct Arrival {
    std::string code;
    bool from_citizen = false;
    std::string submission = {}; // of the public page; a second entry of the same one is not made
};

// Masks the text and sets the deadline. Errors: feedback.text, feedback.personal_number,
// feedback.received_on (a day to come), feedback.place (something of no such list), all invalid.
[[nodiscard]] Result<EntryId> add_entry(storage::Transaction& transaction, const EntryFields& fields,
                                        const Arrival& arrival);
// `before` as read within the transaction. Errors: the same.
[[nodiscard]] Result<void> change_entry(storage::Transaction& transaction, const Entry& before,
                                        const EntryFields& fields);

struct Answer {
    Outcome outcome = Outcome::upheld;
    std::string done = {};       // what was done
    std::string text = {};       // to the citizen
    std::optional<Date> on = {}; // where it was given earlier and is written down now; else today
};
// Ends the entry on that day; a later answer changes outcome and words, not the day. Errors:
// feedback.answered_on (invalid) before it was received or to come, feedback.answer (invalid) where the
// citizen wants one and there are no words, feedback.personal_number.
[[nodiscard]] Result<void> answer_entry(storage::Transaction& transaction, const Entry& before,
                                        const Answer& answer);

// Deletes texts, messages and contact of entries ended before that day, so many at most; how many it were.
// One that never was answered counts from its deadline, or from when it was received where it has none, and
// from the last message. Kind, days, place and outcome stay, for the figures.
[[nodiscard]] Result<std::int64_t> remove_old_texts(storage::Transaction& transaction, Date before,
                                                    std::int64_t most);

// Error: feedback.unknown (not_found).
[[nodiscard]] Result<Entry> read_entry(storage::Connection& connection, TenantId tenant, EntryId entry);
[[nodiscard]] Result<std::optional<EntryId>> entry_of_code(storage::Connection& connection, TenantId tenant,
                                                           std::string_view code);
[[nodiscard]] Result<std::optional<EntryId>> entry_of_submission(storage::Connection& connection,
                                                                 TenantId tenant,
                                                                 std::string_view submission);

enum class Which { open, overdue, ended, all };
[[nodiscard]] std::string_view name_of(Which which);
[[nodiscard]] std::optional<Which> which_named(std::string_view name);

struct EntryQuery {
    std::string condition; // on the column unit_id (organisation::scope_condition)
    Date today;
    Which which = Which::open;
    PersonId responsible = {}; // 0: everybody's
    std::optional<Kind> kind = {};
    std::int64_t most = 500;
};
// Open ones by deadline (those without last), then ended ones, the newest first.
[[nodiscard]] Result<std::vector<Entry>> list_entries(storage::Connection& connection, TenantId tenant,
                                                      const EntryQuery& query);

struct Waiting {
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t mine = 0; // of them, the responsible person's
};
[[nodiscard]] Result<Waiting> count_waiting(storage::Connection& connection, TenantId tenant,
                                            const std::string& condition, PersonId person, Date today);

struct EntryChange {
    Instant at;
    std::string person; // name; empty for the citizen and for integrations
    std::string field;
    std::string before; // empty for texts
    std::string after;
};
// Oldest first.
[[nodiscard]] Result<std::vector<EntryChange>> history_of(storage::Connection& connection, TenantId tenant,
                                                          EntryId entry);

} // namespace maerkbar::feedback
