#include "measurement/verdict_changes.hpp"

#include <algorithm>

namespace maerkbar::measurement {

namespace {

using Ground = VerdictSnapshot::Ground;

const Indicator* find(const Ground& ground, IndicatorId id) {
    const auto found = std::ranges::find(ground.indicators, id, &Indicator::id);
    return found == ground.indicators.end() ? nullptr : &*found;
}

bool same(const Indicator& a, const Indicator& b) {
    return a.edition == b.edition && a.cells_edition == b.cells_edition && a.definition == b.definition;
}

// What stands under a key in one of the maps only, or differs.
template <typename Map, typename Each>
void each_difference(const Map& before, const Map& now, Each each) {
    for (const auto& [key, value] : now)
        if (const auto old = before.find(key); old == before.end() || old->second != value) each(key);
    for (const auto& [key, value] : before)
        if (!now.contains(key)) each(key);
}

std::span<const TargetSpan> targets_of(const Ground& ground, IndicatorId indicator) {
    const auto found = ground.targets.find(indicator);
    return found == ground.targets.end() ? std::span<const TargetSpan>() : found->second;
}

// Units with a target in `some` that is not among `others`.
void add_units(std::span<const TargetSpan> some, std::span<const TargetSpan> others,
               std::set<UnitId>& units) {
    for (const auto& span : some)
        if (std::ranges::find(others, span) == others.end()) units.insert(span.unit);
}

} // namespace

Result<VerdictChanges> VerdictChanges::between(storage::Connection& connection, const Ground& before,
                                               const Ground& now) {
    VerdictChanges changes(now);
    changes.everything_ =
        before.today != now.today || before.tree != now.tree || before.closing_days != now.closing_days;
    if (changes.everything_) return changes;
    changes.compare_indicators(before);
    changes.compare_reaches(before);
    changes.compare_targets(before);
    changes.compare_decisions(before);
    TRY(changes.read_cells(connection, before));
    return changes;
}

void VerdictChanges::compare_indicators(const Ground& before) {
    for (const auto& indicator : now_.indicators)
        if (const auto* old = find(before, indicator.id); old == nullptr || !same(*old, indicator))
            indicators_.insert(indicator.id);
}

// How far the facts of a source reach decides which periods are complete, in every unit.
void VerdictChanges::compare_reaches(const Ground& before) {
    for (const auto& [source, reach] : now_.reaches) {
        const auto old = before.reaches.find(source);
        if (old != before.reaches.end() && old->second.last_fact == reach.last_fact &&
            old->second.edition == reach.edition)
            continue;
        for (const auto& indicator : now_.indicators)
            if (indicator.definition.source == source) indicators_.insert(indicator.id);
    }
}

void VerdictChanges::compare_targets(const Ground& before) {
    each_difference(before.targets, now_.targets, [&](IndicatorId indicator) {
        auto& units = with_targets_[indicator];
        add_units(targets_of(now_, indicator), targets_of(before, indicator), units);
        add_units(targets_of(before, indicator), targets_of(now_, indicator), units);
    });
}

void VerdictChanges::compare_decisions(const Ground& before) {
    each_difference(before.decisions, now_.decisions, [&](ChartKey chart) { charts_.insert(chart); });
}

Result<void> VerdictChanges::read_cells(storage::Connection& connection, const Ground& before) {
    if (before.cells_version == now_.cells_version) return {};
    return connection.query(
        "select distinct indicator_id, unit_id from period_cell where tenant_id = ? and "
        "version_id > ? and version_id <= ?",
        {now_.tenant, before.cells_version, now_.cells_version},
        [&](const storage::Row& row) -> Result<void> {
            const ChartKey chart{row.id<IndicatorId>(0), row.id<UnitId>(1)};
            charts_.insert(chart);
            with_cells_.insert(chart.indicator);
            return {};
        });
}

bool VerdictChanges::target_touches(const VerdictQuestion& question) const {
    const auto units = with_targets_.find(question.indicator);
    if (units == with_targets_.end()) return false;
    return std::ranges::any_of(
        units->second, [&](UnitId unit) { return now_.tree->within_now(question.unit, unit, now_.today); });
}

// As organised now, a unit may sum cells of units that were never beneath it; and states are always made of
// the cells of the units themselves.
bool VerdictChanges::touches(IndicatorId indicator, const VerdictQuestion& question) const {
    if (indicators_.contains(indicator) || charts_.contains({indicator, question.unit})) return true;
    if (!with_cells_.contains(indicator)) return false;
    const auto* changed = find(now_, indicator);
    return question.view == View::as_now || (changed != nullptr && changed->definition.state);
}

bool VerdictChanges::touches(const VerdictQuestion& question) const {
    if (everything_ || touches(question.indicator, question) || target_touches(question)) return true;
    const auto* indicator = find(now_, question.indicator);
    if (indicator == nullptr) return true;
    const auto& measure = indicator->definition.measure;
    return measure.kind == MeasureKind::ratio && (touches(measure.numerator_indicator, question) ||
                                                  touches(measure.denominator_indicator, question));
}

} // namespace maerkbar::measurement
