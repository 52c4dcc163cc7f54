#include "measurement/audit_words.hpp"

#include "base/translatable.hpp"
#include "measurement/indicator_store.hpp"

namespace maerkbar::measurement {
namespace {

Result<std::string> name_of_indicator(storage::Connection& connection, TenantId tenant, std::string_view id,
                                      std::string_view language) {
    for (const auto& indicator : TRY(indicators(connection, tenant)))
        if (std::to_string(indicator.id.value) == id)
            return std::string{indicator.definition.name.in(language)};
    return std::string{};
}

constexpr organisation::AuditWord words[] = {
    {"cell_version", translatable("Calculation")},
    {"cells.discarded", translatable("Threw a calculation away")},
    {"cells.opened", translatable("Began a calculation")},
    {"cells.published", translatable("Put a calculation to use")},
    {"chart.decided", translatable("Decided about a chart")},
    {"chart.decision_taken_back", translatable("Took back a decision about a chart")},
    {"chart.note_added", translatable("Wrote a note on a chart")},
    {"chart.note_removed", translatable("Removed a note from a chart")},
    {"chart_decision", translatable("Decision about a chart"),
     organisation::named_by<"chart_decision", "indicator_id", name_of_indicator>},
    {"chart_note", translatable("Note on a chart"),
     organisation::named_by<"chart_note", "indicator_id", name_of_indicator>},
    {"indicator", translatable("Indicator"), name_of_indicator},
    {"indicator.archived", translatable("Put an indicator away")},
    {"indicator.changed", translatable("Changed an indicator")},
    {"indicator.created", translatable("Defined an indicator")},
    {"indicator.restored", translatable("Took an indicator back into use")},
    {"indicator.rows_read", translatable("Looked at the rows behind a value")},
    {"measurement.cleaning", translatable("Clearing away old calculations")},
    {"measurement.definition", translatable("Calculation of an indicator")},
    {"measurement.tree", translatable("Sums over the units")},
    {"target", translatable("Target of an indicator"),
     organisation::named_by<"target", "indicator_id", name_of_indicator>},
    {"target.removed", translatable("Removed a target")},
    {"target.set", translatable("Set a target for a unit")},
};

} // namespace

std::span<const organisation::AuditWord> audit_words() {
    return words;
}

} // namespace maerkbar::measurement
