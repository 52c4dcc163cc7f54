#include "measurement/decision_store.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/names.hpp"
#include "measurement/indicator_store.hpp"

namespace maerkbar::measurement {

namespace {

constexpr std::string_view kinds[] = {"phase", "excluded", "frozen"};
constexpr std::size_t longest_text = 2'000;

constexpr auto select_decisions =
    "select id, indicator_id, unit_id, kind, period, reason, made_at, made_by from chart_decision where "
    "tenant_id = ?";

Result<Decision> read_decision(const storage::Row& row) {
    const auto kind = decision_named(row.text(3));
    const auto period = Period::parse(row.text(4));
    if (!kind || !period)
        return Error{ErrorKind::internal, "decision.unreadable",
                     "A stored decision about a chart cannot be read."};
    return Decision{row.id<DecisionId>(0),
                    {row.id<IndicatorId>(1), row.id<UnitId>(2)},
                    *kind,
                    *period,
                    row.string(5),
                    row.instant(6),
                    row.id<PersonId>(7)};
}

void apply(const Decision& decision, ChartDecisions& all) {
    switch (decision.kind) {
        case DecisionKind::phase:
            all.phases.push_back({decision.period, decision.reason});
            break;
        case DecisionKind::excluded:
            all.excluded.push_back(decision.period);
            break;
        case DecisionKind::frozen:
            all.frozen_until.push_back(decision.period);
            break;
    }
}

Result<void> note_change(storage::Transaction& transaction, std::string_view action, std::string_view type,
                         std::int64_t id) {
    TRY(raise_data_version(transaction, transaction.actor().tenant));
    return transaction.audit({std::string(action), std::string(type), std::to_string(id)});
}

struct ChartTable {
    std::string name;
    std::string own_columns; // three; every table has the chart, and who made the row and when
    std::string_view action; // in the audit trail
};

template <typename Id>
Result<Id> insert(storage::Transaction& transaction, const ChartTable& table, ChartKey chart,
                  std::array<storage::Param, 3> own) {
    const auto tenant = transaction.actor().tenant;
    const auto id = TRY(transaction.next_id<Id>(tenant, table.name));
    TRY(transaction.connection().execute(
        "insert into " + table.name + " (tenant_id, id, indicator_id, unit_id, made_at, made_by, " +
            table.own_columns + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {tenant, id, chart.indicator, chart.unit, transaction.now(), transaction.actor().person,
         std::move(own[0]), std::move(own[1]), std::move(own[2])}));
    TRY(note_change(transaction, table.action, table.name, id.value));
    return id;
}

// The same period again, or another freeze in the same phase.
bool replaces(const Decision& now, const Decision& earlier, std::span<const Decision> all) {
    if (now.kind != DecisionKind::frozen) return now.period == earlier.period;
    const auto [first, last] = std::minmax(now.period, earlier.period);
    return std::ranges::none_of(all, [first = first, last = last](const Decision& decision) {
        return decision.kind == DecisionKind::phase && first < decision.period && decision.period <= last;
    });
}

Result<void> replace_earlier(storage::Transaction& transaction, const Decision& decision) {
    const auto tenant = transaction.actor().tenant;
    const auto all = TRY(decisions(transaction.connection(), tenant, decision.chart));
    for (const auto& earlier : all)
        if (earlier.kind == decision.kind && replaces(decision, earlier, all))
            TRY(transaction.connection().execute("delete from chart_decision where tenant_id = ? and id = ?",
                                                 {tenant, earlier.id}));
    return {};
}

Result<void> check(std::string_view text, const char* empty_code, const char* empty_text, const char* field) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Error{ErrorKind::invalid, empty_code, empty_text, {}, field};
    if (text.size() > longest_text)
        return Error{ErrorKind::invalid,
                     "note.too_long",
                     "The text is too long. Keep it below 2,000 characters.",
                     {},
                     field};
    return {};
}

} // namespace

std::string_view name_of(DecisionKind kind) {
    return name_in(kinds, kind);
}

std::optional<DecisionKind> decision_named(std::string_view name) {
    return named_in<DecisionKind>(kinds, name);
}

Result<DecisionId> decide(storage::Transaction& transaction, const Decision& decision) {
    TRY(check(decision.reason, "decision.no_reason", "Write the reason, so that others understand the chart.",
              "reason"));
    TRY(replace_earlier(transaction, decision));
    return insert<DecisionId>(transaction, {"chart_decision", "kind, period, reason", "chart.decided"},
                              decision.chart,
                              {name_of(decision.kind), decision.period.code(), decision.reason});
}

Result<void> take_back(storage::Transaction& transaction, DecisionId decision) {
    const auto removed = TRY(transaction.connection().execute(
        "delete from chart_decision where tenant_id = ? and id = ?", {transaction.actor().tenant, decision}));
    if (removed == 0) return Error{ErrorKind::not_found, "decision.unknown", "There is no such decision."};
    return note_change(transaction, "chart.decision_taken_back", "chart_decision", decision.value);
}

Result<std::vector<Decision>> decisions(storage::Connection& connection, TenantId tenant, ChartKey chart) {
    return connection.all(
        std::string(select_decisions) + " and indicator_id = ? and unit_id = ? order by period, id",
        {tenant, chart.indicator, chart.unit}, read_decision);
}

Result<std::map<ChartKey, ChartDecisions>> all_decisions(storage::Connection& connection, TenantId tenant) {
    std::map<ChartKey, ChartDecisions> found;
    for (const auto& decision :
         TRY(connection.all(std::string(select_decisions) + " order by period, id", {tenant}, read_decision)))
        apply(decision, found[decision.chart]);
    return found;
}

Result<NoteId> add_note(storage::Transaction& transaction, const Note& note) {
    TRY(check(note.text, "note.empty", "Write what happened.", "text"));
    return insert<NoteId>(transaction, {"chart_note", "day, intervention, content", "chart.note_added"},
                          note.chart, {note.day.iso(), note.intervention, note.text});
}

Result<void> remove_note(storage::Transaction& transaction, NoteId note) {
    const auto removed = TRY(transaction.connection().execute(
        "delete from chart_note where tenant_id = ? and id = ?", {transaction.actor().tenant, note}));
    if (removed == 0) return Error{ErrorKind::not_found, "note.unknown", "There is no such note."};
    return note_change(transaction, "chart.note_removed", "chart_note", note.value);
}

Result<std::vector<Note>> notes(storage::Connection& connection, TenantId tenant, ChartKey chart) {
    return connection.all(
        "select id, indicator_id, unit_id, day, intervention, content, made_at, made_by from chart_note "
        "where tenant_id = ?"
        " and indicator_id = ? and unit_id = ? order by day, id",
        {tenant, chart.indicator, chart.unit}, [](const storage::Row& row) {
            return Note{row.id<NoteId>(0),  {row.id<IndicatorId>(1), row.id<UnitId>(2)},
                        row.date(3),        row.boolean(4),
                        row.string(5),      row.instant(6),
                        row.id<PersonId>(7)};
        });
}

Result<UnitId> unit_of(storage::Connection& connection, TenantId tenant, DecisionId decision) {
    return UnitId{TRY(connection.number("select unit_id from chart_decision where tenant_id = ? and id = ?",
                                        {tenant, decision}))};
}

Result<UnitId> unit_of(storage::Connection& connection, TenantId tenant, NoteId note) {
    return UnitId{TRY(
        connection.number("select unit_id from chart_note where tenant_id = ? and id = ?", {tenant, note}))};
}

} // namespace maerkbar::measurement
