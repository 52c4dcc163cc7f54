#include "sources/feedback/history.hpp"

#include <vector>

#include "sources/feedback/store.hpp"

namespace maerkbar::feedback {

using storage::Transaction;

namespace {

template <typename Id>
std::string number(Id id) {
    return id ? std::to_string(id.value) : std::string();
}

} // namespace

Result<void> keep_line(Transaction& transaction, EntryId entry, const HistoryLine& line) {
    const auto& actor = transaction.actor();
    const auto id = TRY(transaction.next_numbers(actor.tenant, "feedback_change", 1));
    TRY(
        transaction.connection().execute("insert into feedback_change (tenant_id, id, entry_id, changed_at, "
                                         "person_id, field, old, new) values "
                                         "(?, ?, ?, ?, ?, ?, ?, ?)",
                                         {actor.tenant, id, entry, transaction.now(),
                                          actor.person ? std::optional(actor.person.value) : std::nullopt,
                                          line.field, line.before, line.after}));
    return {};
}

Result<void> keep_differences(Transaction& transaction, const Entry& before, const EntryFields& after) {
    const auto& old = before.fields;
    const HistoryLine lines[] = {
        {"kind", std::string(name_of(old.kind)), std::string(name_of(after.kind))},
        {"received_on", old.received_on.iso(), after.received_on.iso()},
        {"unit", number(old.place.unit), number(after.place.unit)},
        {"service", number(old.place.service), number(after.place.service)},
        {"channel", number(old.place.channel), number(after.place.channel)},
        {"contact_point", number(old.place.contact_point), number(after.place.contact_point)},
        {"answer_wanted", old.answer_wanted ? "yes" : "no", after.answer_wanted ? "yes" : "no"},
        {"responsible", number(old.responsible), number(after.responsible)}};
    for (const auto& line : lines)
        if (line.before != line.after) TRY(keep_line(transaction, before.id, line));
    if (old.text != after.text) TRY(keep_line(transaction, before.id, {"text"}));
    return {};
}

Result<std::vector<EntryChange>> history_of(storage::Connection& connection, TenantId tenant, EntryId entry) {
    return connection.all(
        "select c.changed_at, coalesce(p.name, ''), c.field, c.old, c.new from feedback_change c left join "
        "person p on p.tenant_id = c.tenant_id and p.id = c.person_id where c.tenant_id = ? and c.entry_id = "
        "? order by c.id",
        {tenant, entry}, [](const storage::Row& row) {
            return EntryChange{row.instant(0), row.string(1), row.string(2), row.string(3), row.string(4)};
        });
}

} // namespace maerkbar::feedback
