#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "measurement/judge.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::measurement {

// One chart: an indicator of one unit.
struct ChartKey {
    IndicatorId indicator;
    UnitId unit;
    auto operator<=>(const ChartKey&) const = default;
};

enum class DecisionKind { phase, excluded, frozen };
[[nodiscard]] std::string_view name_of(DecisionKind kind);
[[nodiscard]] std::optional<DecisionKind> decision_named(std::string_view name);

using DecisionId = StrongId<struct ChartDecisionTag>;
struct Decision {
    DecisionId id = {};
    ChartKey chart;
    DecisionKind kind = DecisionKind::phase;
    Period period;
    std::string reason;
    Instant made_at = {};
    PersonId made_by = {};
};

// A decision needs a reason (decision.no_reason). A second freeze in the same phase replaces the
// first; the same decision about
// the same period replaces the earlier one.
[[nodiscard]] Result<DecisionId> decide(storage::Transaction& transaction, const Decision& decision);
// Error: not_found (decision.unknown).
[[nodiscard]] Result<void> take_back(storage::Transaction& transaction, DecisionId decision);

[[nodiscard]] Result<std::vector<Decision>> decisions(storage::Connection& connection, TenantId tenant,
                                                      ChartKey chart);
// Everything judge() needs, of all charts.
[[nodiscard]] Result<std::map<ChartKey, ChartDecisions>> all_decisions(storage::Connection& connection,
                                                                       TenantId tenant);

using NoteId = StrongId<struct ChartNoteTag>;
struct Note {
    NoteId id = {};
    ChartKey chart;
    Date day;
    bool intervention = false;
    std::string text;
    Instant made_at = {};
    PersonId made_by = {};
};

// Errors: invalid (note.empty, note.too_long: 2,000 bytes).
[[nodiscard]] Result<NoteId> add_note(storage::Transaction& transaction, const Note& note);
[[nodiscard]] Result<void> remove_note(storage::Transaction& transaction, NoteId note);
// In order of day.
[[nodiscard]] Result<std::vector<Note>> notes(storage::Connection& connection, TenantId tenant,
                                              ChartKey chart);

// Whose chart it is on; 0 where there is no such decision or note.
[[nodiscard]] Result<UnitId> unit_of(storage::Connection& connection, TenantId tenant, DecisionId decision);
[[nodiscard]] Result<UnitId> unit_of(storage::Connection& connection, TenantId tenant, NoteId note);

} // namespace maerkbar::measurement
