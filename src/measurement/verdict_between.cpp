#include "measurement/verdict_between.hpp"

#include <algorithm>

#include "measurement/verdict_chart.hpp"
#include "measurement/verdict_rules.hpp"
#include "statistics/default_chart.hpp"

namespace maerkbar::measurement {

namespace {

namespace st = statistics;

bool is_between(ChartType type) {
    return type == ChartType::t || type == ChartType::g;
}

// The time to each event but the first, with the events' days.
struct Gaps {
    std::vector<Date> days;
    std::vector<st::Subgroup> times;
    bool same_day = false; // somewhere two events fell on one day
};

Gaps gaps_of(std::span<const Date> events) {
    Gaps gaps;
    for (std::size_t i = 1; i < events.size(); ++i) {
        const auto days = events[i] - events[i - 1];
        gaps.days.push_back(events[i]);
        gaps.times.push_back(st::Subgroup::measured(days));
        gaps.same_day = gaps.same_day || days == 0;
    }
    return gaps;
}

// How many gaps end before this day.
std::size_t before(const Gaps& gaps, Date day) {
    return static_cast<std::size_t>(std::ranges::lower_bound(gaps.days, day) - gaps.days.begin());
}

st::ChartOptions options_of(const ChartDecisions& decisions, const Gaps& gaps) {
    st::ChartOptions options;
    options.non_negative = true;
    for (const auto& phase : decisions.phases)
        options.parts.push_back(before(gaps, phase.from.first));
    for (const auto period : decisions.frozen_until)
        options.baseline_ends.push_back(before(gaps, period.last() + 1));
    for (std::size_t i = 0; i < gaps.days.size(); ++i)
        if (std::ranges::any_of(decisions.excluded, [&](Period period) {
                return period.first <= gaps.days[i] && gaps.days[i] <= period.last();
            }))
            options.exclude.push_back(i + 1);
    return options;
}

std::optional<double> there(double value) {
    return st::is_missing(value) ? std::nullopt : std::optional(value);
}

BetweenChart drawn(const st::Chart& chart, const Gaps& gaps) {
    BetweenChart between;
    between.type = gaps.same_day ? ChartType::g : ChartType::t;
    for (std::size_t i = 0; i < gaps.days.size(); ++i) {
        const auto& point = chart.points[i];
        between.points.push_back({gaps.days[i], static_cast<std::int64_t>(gaps.times[i].value),
                                  there(point.cl), there(point.lcl), there(point.ucl),
                                  point.sigma_signal && point.include, !point.include});
    }
    return between;
}

// A long time between events is few of them.
Signal signal_of(const Verdict& verdict, bool long_time, Date from, Date to) {
    const auto period = [&](Date day) { return Period::containing(verdict.period_kind, day); };
    return {long_time ? SignalKind::below_limit : SignalKind::above_limit,
            meaning_of(verdict.direction, long_time ? -1 : 1), period(from), period(to)};
}

void add_runs(const st::ChartPart& part, const Gaps& gaps, Verdict& verdict) {
    const auto& runs = part.runs;
    if (runs.too_long()) {
        auto signal = signal_of(verdict, runs.longest_side > 0, gaps.days[runs.longest_first],
                                gaps.days[runs.longest_last]);
        signal.kind = runs.longest_side > 0 ? SignalKind::long_run_below : SignalKind::long_run_above;
        signal.points = runs.longest;
        verdict.signals.push_back(signal);
    } else if (runs.too_few_crossings()) {
        auto signal = signal_of(verdict, false, gaps.days[part.first], gaps.days[part.end - 1]);
        verdict.signals.push_back(
            {SignalKind::few_crossings, Meaning::neutral, signal.from, signal.to, runs.useful});
    }
}

// The time since the last event is not over yet; it is a signal as soon as it is too long.
void add_open_time(BetweenChart& between, Verdict& verdict) {
    const auto end = verdict.latest_point()->period.last();
    const auto& last = between.points.back();
    between.since_last = end - last.day;
    between.unusually_long = last.upper && static_cast<double>(between.since_last) > *last.upper;
    if (between.unusually_long) verdict.signals.push_back(signal_of(verdict, true, end, end));
}

std::vector<JudgedPhase> phases_of(const st::Chart& chart, const BetweenChart& between,
                                   const Verdict& verdict) {
    std::vector<VerdictPoint> as_points;
    for (const auto& point : between.points) {
        VerdictPoint made;
        made.period = Period::containing(verdict.period_kind, point.day);
        made.value = static_cast<double>(point.days);
        made.excluded = point.excluded;
        as_points.push_back(made);
    }
    return judged_phases(chart, as_points);
}

} // namespace

bool suits_between(const Definition& definition, std::span<const VerdictPoint> points) {
    if (definition.measure.kind != MeasureKind::count || definition.state) return false;
    const auto chosen = chart_named(definition.chart);
    if (chosen) return is_between(*chosen);
    double events = 0;
    int periods = 0;
    for (const auto& point : points) {
        if (counts(point)) events += *point.value;
        // Where only the events themselves are recorded, a month without one has no facts at all.
        if (counts(point) || point.state == PeriodState::no_facts) ++periods;
    }
    return events > st::points_for_limits && events < periods;
}

std::optional<BetweenChart> judge_between(const JudgeInput& input, Verdict& verdict) {
    const auto gaps = gaps_of(input.event_days);
    if (!verdict.latest || gaps.days.size() < st::points_for_limits) return std::nullopt;
    const auto chart = st::chart(gaps.same_day ? st::ChartType::g : st::ChartType::t, gaps.times,
                                 options_of(input.decisions, gaps));
    if (!chart) return std::nullopt;
    auto between = drawn(*chart, gaps);
    verdict.chart = between.type;
    verdict.chart_reason =
        chart_named(input.definition.chart) ? ChartReason::chosen : ChartReason::rare_events;
    verdict.phases = phases_of(*chart, between, verdict);
    for (const auto& point : between.points)
        if (point.outside)
            verdict.signals.push_back(
                signal_of(verdict, static_cast<double>(point.days) > *point.upper, point.day, point.day));
    for (const auto& part : chart->parts)
        add_runs(part, gaps, verdict);
    add_open_time(between, verdict);
    std::ranges::stable_sort(verdict.signals, {}, &Signal::from);
    return between;
}

} // namespace maerkbar::measurement
