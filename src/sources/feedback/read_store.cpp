#include <array>

#include "base/names.hpp"
#include "base/translatable.hpp"
#include "sources/feedback/store.hpp"
#include "sources/surveys/survey_codes.hpp"

namespace maerkbar::feedback {

namespace {

using storage::Connection;
using storage::Row;

constexpr std::array<std::string_view, 4> which_names{"open", "overdue", "ended", "all"};

constexpr std::string_view columns =
    "select e.id, e.kind, e.received_on, e.unit_id, e.service_id, e.channel_id, e.contact_point_id, e.text, "
    "e.answer_wanted, e.responsible_id, coalesce(p.name, ''), e.due_on, e.outcome, e.done, e.answered_on, "
    "e.from_citizen, e.citizen_waits, e.version from feedback_entry e left join person p on p.tenant_id = "
    "e.tenant_id and p.id = e.responsible_id where e.tenant_id = ?";

Entry entry_of(const Row& row) {
    Entry entry;
    entry.id = row.id<EntryId>(0);
    auto& fields = entry.fields;
    fields.kind = kind_named(row.text(1)).value_or(Kind::complaint);
    fields.received_on = row.date(2);
    fields.place = {row.id<UnitId>(3), CatalogueId{row.integer(4)}, CatalogueId{row.integer(5)},
                    CatalogueId{row.integer(6)}};
    fields.text = row.string(7);
    fields.answer_wanted = row.integer(8) != 0;
    fields.responsible = PersonId{row.integer(9)};
    entry.responsible_name = row.string(10);
    entry.due_on = row.optional_date(11);
    if (!row.is_null(12)) entry.outcome = outcome_named(row.text(12));
    entry.done = row.string(13);
    entry.answered_on = row.optional_date(14);
    entry.from_citizen = row.integer(15) != 0;
    entry.citizen_waits = row.integer(16) != 0;
    entry.version = row.integer(17);
    return entry;
}

// Somebody has to do something: no answer yet, or a citizen who has written again.
constexpr std::string_view is_open = "(e.answered_on is null or e.citizen_waits = 1)";

std::string condition_of(Which which) {
    switch (which) {
        case Which::open:
            return " and " + std::string(is_open);
        case Which::overdue:
            return " and e.answered_on is null and e.due_on < ?";
        case Which::ended:
            return " and e.answered_on is not null";
        case Which::all:
            break;
    }
    return {};
}

} // namespace

std::string_view name_of(Which which) {
    return name_in<Which>(which_names, which);
}

std::optional<Which> which_named(std::string_view name) {
    return named_in<Which>(which_names, name);
}

Result<Entry> read_entry(Connection& connection, TenantId tenant, EntryId entry) {
    auto found = TRY(connection.first(std::string(columns) + " and e.id = ?", {tenant, entry}, entry_of));
    if (!found)
        return Error{ErrorKind::not_found, "feedback.unknown",
                     translatable("There is no such entry, or not for your eyes.")};
    return std::move(*found);
}

Result<std::optional<EntryId>> entry_of_code(Connection& connection, TenantId tenant, std::string_view code) {
    return connection.first("select id from feedback_entry where tenant_id = ? and code_hash = ?",
                            {tenant, surveys::code_hash(code)},
                            [](const Row& row) { return row.id<EntryId>(0); });
}

Result<std::optional<EntryId>> entry_of_submission(Connection& connection, TenantId tenant,
                                                   std::string_view submission) {
    return connection.first("select id from feedback_entry where tenant_id = ? and submission = ?",
                            {tenant, submission}, [](const Row& row) { return row.id<EntryId>(0); });
}

Result<std::vector<Entry>> list_entries(Connection& connection, TenantId tenant, const EntryQuery& query) {
    storage::Params params{tenant};
    auto sql = std::string(columns) + " and " + query.condition + condition_of(query.which);
    if (query.which == Which::overdue) params.add(query.today.iso());
    if (query.responsible) {
        sql += " and e.responsible_id = ?";
        params.add(query.responsible);
    }
    if (query.kind) {
        sql += " and e.kind = ?";
        params.add(name_of(*query.kind));
    }
    sql += " order by case when " + std::string(is_open) +
           " then 0 else 1 end, case when e.answered_on is null then coalesce(e.due_on, '9999') else '' end,"
           " e.received_on desc, e.id desc limit ?";
    params.add(query.most);
    return connection.all(sql, params, entry_of);
}

Result<Waiting> count_waiting(Connection& connection, TenantId tenant, const std::string& condition,
                              PersonId person, Date today) {
    const auto found = TRY(connection.first(
        "select count(*), coalesce(sum(case when e.answered_on is null and e.due_on < ? then 1 else 0 end), "
        "0), coalesce(sum(case when e.responsible_id = ? then 1 else 0 end), 0) from feedback_entry e where "
        "e.tenant_id = ? and " +
            std::string(is_open) + " and " + condition,
        {today.iso(), person, tenant}, [](const Row& row) {
            return Waiting{row.integer(0), row.integer(1), row.integer(2)};
        }));
    return found.value_or(Waiting{});
}

} // namespace maerkbar::feedback
