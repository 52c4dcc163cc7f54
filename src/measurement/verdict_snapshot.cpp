#include "measurement/verdict_snapshot.hpp"

#include <algorithm>

#include "measurement/compiled_definition.hpp"
#include "measurement/released_figures.hpp"
#include "measurement/verdict_between.hpp"

namespace maerkbar::measurement {

namespace {

// How far back a chart looks, in periods.
int periods_shown(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::day:
            return 60;
        case PeriodKind::week:
            return 78;
        case PeriodKind::month:
            return 36;
        case PeriodKind::quarter:
            return 20;
        case PeriodKind::tertial:
            return 15;
        case PeriodKind::year:
            break;
    }
    return 10;
}

Stretch stretch_until(Period last) {
    auto first = last;
    for (int i = 1; i < periods_shown(last.kind); ++i)
        first = first.previous();
    return {first, last};
}

std::vector<UnitId> lineage_of(const organisation::UnitTree& tree, UnitId unit, Date day) {
    std::vector<UnitId> lineage{unit};
    const auto above = tree.ancestors_now(unit, day);
    lineage.insert(lineage.end(), above.begin(), above.end());
    return lineage;
}

// Of the latest complete point.
std::optional<Interval> spread_of(const Definition& definition, const Scales& scales,
                                  const PeriodCells& cells, const std::vector<VerdictPoint>& points) {
    const auto latest = std::ranges::find_if(points.rbegin(), points.rend(), [](const auto& point) {
        return point.state == PeriodState::complete;
    });
    if (latest == points.rend()) return std::nullopt;
    const auto cell = cells.find(latest->period); // none where a live source had no facts
    if (cell == cells.end()) return std::nullopt;
    return spread_of_cell(definition.measure, scales, cell->second);
}

// What is not shown is hidden, not missing; and releases say which periods run.
void mark_released(const ReleasedCells& found, VerdictPoint& point) {
    if (found.running.contains(point.period)) point.state = PeriodState::running;
    if (!found.hidden.contains(point.period)) return;
    point.state = PeriodState::hidden;
    if (const auto few = found.too_few.find(point.period); few != found.too_few.end())
        point.fewer_than = few->second;
}

Error unknown(const char* code, const char* text) {
    return {ErrorKind::not_found, code, text};
}

} // namespace

const Indicator* VerdictSnapshot::indicator(IndicatorId id) const {
    const auto found = std::ranges::find(ground_.indicators, id, &Indicator::id);
    return found == ground_.indicators.end() ? nullptr : &*found;
}

void VerdictSnapshot::take_over(VerdictSnapshot& before,
                                FunctionRef<bool(const VerdictQuestion&)> still_holds) {
    const std::scoped_lock lock(mutex_, before.mutex_);
    for (const auto& [question, verdict] : before.verdicts_)
        if (still_holds(question))
            verdicts_.emplace(question, verdict);
        else
            dropped_.insert(question);
    dropped_.insert(before.dropped_.begin(), before.dropped_.end());
}

bool VerdictSnapshot::knows(const VerdictQuestion& question) {
    const std::lock_guard lock(mutex_);
    return verdicts_.contains(question);
}

std::optional<VerdictQuestion> VerdictSnapshot::next_dropped() {
    const std::lock_guard lock(mutex_);
    while (!dropped_.empty()) {
        const auto question = dropped_.extract(dropped_.begin()).value();
        if (!verdicts_.contains(question)) return question;
    }
    return std::nullopt;
}

Result<std::shared_ptr<const Verdict>> VerdictSnapshot::verdict(storage::Connection& connection,
                                                                const VerdictQuestion& question) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = verdicts_.find(question); known != verdicts_.end()) return known->second;
    }
    auto made = TRY(make(connection, question));
    const std::lock_guard lock(mutex_);
    if (verdicts_.size() >= most_kept) verdicts_.clear();
    return verdicts_.emplace(question, std::move(made)).first->second;
}

Date VerdictSnapshot::as_of(const VerdictQuestion& question) const {
    return question.until ? std::min(ground_.today, question.until->last() + 1) : ground_.today;
}

Result<std::shared_ptr<const Verdict>> VerdictSnapshot::make(storage::Connection& connection,
                                                             const VerdictQuestion& question) const {
    const auto* asked = indicator(question.indicator);
    if (asked == nullptr) return unknown("indicator.unknown", "There is no such indicator.");
    if (ground_.tree->find(question.unit) == nullptr)
        return unknown("unit.unknown", "There is no such unit.");
    auto series_ = TRY(series(connection, *asked, question));
    const auto* source = sources_.find(asked->definition.source);
    const auto spread = source == nullptr
                            ? std::nullopt
                            : spread_of(asked->definition, scales_of(asked->definition, source->schema()),
                                        series_.cells, series_.points);
    auto events = TRY(event_days(connection, *asked, question, series_.points));
    const auto lineage = lineage_of(*ground_.tree, question.unit, ground_.today);
    const auto targets = ground_.targets.find(question.indicator);
    const auto decided = ground_.decisions.find({question.indicator, question.unit});
    static const ChartDecisions none_decided;
    return std::make_shared<const Verdict>(
        judge({.indicator = question.indicator,
               .unit = question.unit,
               .definition = asked->definition,
               .points = std::move(series_.points),
               .targets = targets == ground_.targets.end() ? std::span<const TargetSpan>() : targets->second,
               .lineage = lineage,
               .decisions = decided == ground_.decisions.end() ? none_decided : decided->second,
               .today = as_of(question),
               .spread = spread,
               .event_days = std::move(events)}));
}

Result<std::vector<Date>> VerdictSnapshot::event_days(storage::Connection& connection,
                                                      const Indicator& indicator,
                                                      const VerdictQuestion& question,
                                                      std::span<const VerdictPoint> points) const {
    const auto latest = std::ranges::find_if(points.rbegin(), points.rend(), [](const auto& point) {
        return point.state == PeriodState::complete;
    });
    if (latest == points.rend() || !suits_between(indicator.definition, points)) return std::vector<Date>();
    return read_event_days(connection, *ground_.tree, {ground_.tenant, indicator.id, indicator.cells_edition},
                           {question.unit, PeriodKind::month, points.front().period.first,
                            latest->period.last(), question.view, ground_.today},
                           indicator.definition.date_basis == "day");
}

Result<VerdictSnapshot::Series> VerdictSnapshot::series(storage::Connection& connection,
                                                        const Indicator& indicator,
                                                        const VerdictQuestion& question) const {
    if (indicator.definition.measure.kind == MeasureKind::ratio)
        return ratio_series(connection, indicator, question);
    return cell_series(connection, indicator, question);
}

Result<VerdictSnapshot::Series> VerdictSnapshot::cell_series(storage::Connection& connection,
                                                             const Indicator& indicator,
                                                             const VerdictQuestion& question) const {
    const auto* source = sources_.find(indicator.definition.source);
    const auto reach = ground_.reaches.find(indicator.definition.source);
    if (source == nullptr || reach == ground_.reaches.end() || indicator.edition == 0) return Series{};
    if (source->schema().protected_minimum)
        return released_series(connection, indicator, question, reach->second);
    auto reached = reach->second;
    if (!reached.last_fact) return Series{};
    reached.today = as_of(question);
    const auto kind =
        question.until ? question.until->kind : question.kind.value_or(indicator.definition.period);
    const auto asked = question.until.value_or(Period::containing(kind, ground_.today));
    Series series;
    const auto stretch =
        TRY(read_latest(connection, indicator, question,
                        std::min(asked, Period::containing(kind, *reached.last_fact)), series.cells));
    if (series.cells.empty()) return series;
    const auto first = std::max(stretch.first, series.cells.begin()->first);
    series.points = make_points(indicator.definition, scales_of(indicator.definition, source->schema()),
                                series.cells, {first, stretch.last}, reached);
    return series;
}

// Of a protected source: what was released, whatever the view; units are counted as organised then.
Result<VerdictSnapshot::Series> VerdictSnapshot::released_series(storage::Connection& connection,
                                                                 const Indicator& indicator,
                                                                 const VerdictQuestion& question,
                                                                 Reach reach) const {
    const auto* source = sources_.find(indicator.definition.source);
    if (source->released() == nullptr)
        return Error{ErrorKind::forbidden, "measurement.protected",
                     "These results are protected and are shown only in releases."};
    if (!reach.last_fact) return Series{};
    reach.today = as_of(question);
    const auto kind =
        question.until ? question.until->kind : question.kind.value_or(indicator.definition.period);
    auto found =
        TRY(source->released()->cells(connection, ground_.tenant, indicator.definition, question.unit, kind));
    const auto last = std::min(question.until.value_or(Period::containing(kind, ground_.today)),
                               Period::containing(kind, *reach.last_fact));
    const auto first = stretch_until(last).first;
    const auto earliest = std::min(found.cells.empty() ? last : found.cells.begin()->first,
                                   found.hidden.empty() ? last : *found.hidden.begin());
    if (found.cells.empty() && found.hidden.empty()) return Series{};
    Series series;
    series.points = make_points(indicator.definition, scales_of(indicator.definition, source->schema()),
                                found.cells, {std::max(first, earliest), last}, reach);
    for (auto& point : series.points)
        mark_released(found, point);
    series.cells = std::move(found.cells);
    return series;
}

// A unit without cells in the stretch may have older ones: then its chart ends with the newest of them.
Result<Stretch> VerdictSnapshot::read_latest(storage::Connection& connection, const Indicator& indicator,
                                             const VerdictQuestion& question, Period last,
                                             PeriodCells& cells) const {
    const auto* source = sources_.find(indicator.definition.source);
    const auto stock = stock_of(indicator.definition, source->schema());
    const auto read = [&](Date from) {
        return read_cells(connection, *ground_.tree, {ground_.tenant, indicator.id, indicator.cells_edition},
                          {question.unit, last.kind, from, last.last(), question.view, ground_.today, stock});
    };
    const auto stretch = stretch_until(last);
    cells = TRY(read(stretch.first.first));
    if (!cells.empty()) return stretch;
    cells = TRY(read(organisation::beginning));
    if (cells.empty()) return stretch;
    const auto older = stretch_until(cells.rbegin()->first);
    cells.erase(cells.begin(), cells.lower_bound(older.first));
    return older;
}

Result<VerdictSnapshot::Series> VerdictSnapshot::ratio_series(storage::Connection& connection,
                                                              const Indicator& ratio,
                                                              const VerdictQuestion& question) const {
    const auto& measure = ratio.definition.measure;
    const Indicator* parts[2] = {indicator(measure.numerator_indicator),
                                 indicator(measure.denominator_indicator)};
    for (const auto* part : parts)
        if (part == nullptr || part->definition.measure.kind == MeasureKind::ratio)
            return unknown("indicator.no_part",
                           "The ratio names an indicator that does not exist or is a ratio itself.");
    auto asked = question;
    asked.kind = question.kind.value_or(ratio.definition.period);
    for (;;) {
        const auto above = TRY(cell_series(connection, *parts[0], asked)).points;
        const auto below = TRY(cell_series(connection, *parts[1], asked)).points;
        if (above.empty() || below.empty()) return Series{};
        auto points = ratio_points(measure.per, above, below);
        const auto common_end = std::min(above.back().period, below.back().period);
        if (!points.empty() || asked.until == common_end) return Series{std::move(points), {}};
        // One of them stopped before the other began its stretch: both as far as both reach.
        asked.until = common_end;
    }
}

} // namespace maerkbar::measurement
