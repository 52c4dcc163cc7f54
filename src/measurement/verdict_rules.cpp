#include "measurement/verdict_rules.hpp"

#include <algorithm>
#include <cmath>

#include "measurement/shift_search.hpp"
#include "statistics/default_chart.hpp"
#include "statistics/intervals.hpp"
#include "statistics/prediction.hpp"

namespace maerkbar::measurement {

namespace {

namespace st = statistics;

constexpr int periods_of_news = 12;
constexpr int days_of_news = 365;

SignalKind run_kind(int side) {
    return side > 0 ? SignalKind::long_run_above : SignalKind::long_run_below;
}

void add_run(const Verdict& verdict, const st::ChartPart& part, std::vector<Signal>& signals) {
    const auto& runs = part.runs;
    if (runs.too_long()) {
        signals.push_back({run_kind(runs.longest_side), meaning_of(verdict.direction, runs.longest_side),
                           verdict.points[runs.longest_first].period,
                           verdict.points[runs.longest_last].period, runs.longest});
    } else if (runs.too_few_crossings()) {
        signals.push_back({SignalKind::few_crossings, Meaning::neutral, verdict.points[part.first].period,
                           verdict.points[part.end - 1].period, runs.useful});
    }
}

std::vector<double> values_from(const Verdict& verdict, std::size_t start) {
    std::vector<double> values;
    for (std::size_t i = start; i < verdict.points.size(); ++i)
        values.push_back(counts(verdict.points[i]) ? *verdict.points[i].value : st::missing);
    return values;
}

// The level on points [from, to) and from `to` on, as a shift.
std::optional<LevelShift> shift_at(const Verdict& verdict, const Measure& measure, std::size_t from,
                                   std::size_t to) {
    const auto points = std::span(verdict.points);
    const auto before = level_of(measure, points.subspan(from, to - from));
    const auto now = level_of(measure, points.subspan(to));
    if (!before || !now) return std::nullopt;
    LevelShift shift;
    shift.since = points[to].period;
    shift.before = *before;
    shift.now = *now;
    shift.meaning = meaning_of(verdict.direction, *now - *before);
    return shift;
}

TargetStatus status_of(bool sample, const Target& target, double value,
                       const std::optional<Interval>& interval) {
    if (!sample) return target.holds(value) ? TargetStatus::kept : TargetStatus::not_kept;
    if (!interval) return TargetStatus::undecided;
    if (target.holds(interval->low) && target.holds(interval->high)) return TargetStatus::met;
    const bool below = target.low && interval->high < *target.low;
    const bool above = target.high && interval->low > *target.high;
    return below || above ? TargetStatus::not_met : TargetStatus::undecided;
}

Capability capability_of(const std::optional<Interval>& next, const Target& target) {
    if (!next) return Capability::unknown;
    const st::TargetRange range{target.low.value_or(st::missing), target.high.value_or(st::missing)};
    switch (st::capability({next->low, next->high}, range)) {
        case st::Capability::capable:
            return Capability::will_keep;
        case st::Capability::incapable:
            return Capability::will_miss;
        case st::Capability::across:
            return Capability::varies;
        case st::Capability::unknown:
            break;
    }
    return Capability::unknown;
}

std::optional<Interval> interval(st::Interval found, double scale) {
    if (st::is_missing(found.lower) || st::is_missing(found.upper)) return std::nullopt;
    return Interval{found.lower * scale, found.upper * scale};
}

// Amounts and durations are no counts: nothing is known of how they vary.
bool counted(const VerdictPoint& point) {
    return *point.numerator == std::floor(*point.numerator);
}

} // namespace

Meaning meaning_of(Direction direction, double move) {
    if (direction == Direction::neutral || move == 0) return Meaning::neutral;
    return (move > 0) == (direction == Direction::higher_better) ? Meaning::better : Meaning::worse;
}

std::vector<Signal> find_signals(const Verdict& verdict, const ChosenChart& chosen) {
    std::vector<Signal> signals;
    for (std::size_t i = 0; i < verdict.points.size(); ++i) {
        const auto& point = verdict.points[i];
        if (!point.outside) continue;
        const bool above = *point.value > *point.upper;
        signals.push_back({above ? SignalKind::above_limit : SignalKind::below_limit,
                           meaning_of(verdict.direction, above ? 1 : -1), point.period, point.period});
    }
    for (const auto& part : chosen.chart.parts)
        add_run(verdict, part, signals);
    std::ranges::stable_sort(signals, {}, &Signal::from);
    return signals;
}

std::optional<LevelShift> find_level_shift(const Verdict& verdict, const JudgeInput& input) {
    const auto& starts = verdict.phase_starts;
    const auto last_start = starts.back();
    const auto& measure = input.definition.measure;
    if (const auto found = find_shift(values_from(verdict, last_start)))
        return shift_at(verdict, measure, last_start + found->before, last_start + found->since);
    if (starts.size() < 2) return std::nullopt;
    auto shift = shift_at(verdict, measure, starts[starts.size() - 2], last_start);
    if (!shift) return std::nullopt;
    shift->status = LevelShift::Status::accepted;
    for (const auto& phase : input.decisions.phases)
        if (phase.from <= shift->since) shift->reason = phase.reason;
    return shift;
}

std::optional<Interval> uncertainty_of(const JudgeInput& input, const VerdictPoint& latest) {
    const auto& measure = input.definition.measure;
    switch (measure.kind) {
        case MeasureKind::share:
            if (!counted(latest) || *latest.numerator > *latest.denominator) return std::nullopt;
            return interval(st::wilson({*latest.numerator, *latest.denominator}), 1);
        case MeasureKind::rate:
            if (!counted(latest) || *latest.numerator < 0) return std::nullopt;
            return interval(st::poisson(*latest.numerator), measure.per / *latest.denominator);
        case MeasureKind::count:
            return interval(st::poisson(*latest.value), 1);
        case MeasureKind::mean:
        case MeasureKind::quantile:
            return input.spread;
        case MeasureKind::maximum:
        case MeasureKind::sum:
        case MeasureKind::ratio:
            break;
    }
    return std::nullopt;
}

TargetStatus target_status(const Verdict& verdict, bool sample) {
    if (!verdict.target) return TargetStatus::none;
    const auto* latest = verdict.latest_point();
    if (latest == nullptr) return TargetStatus::undecided;
    return status_of(sample, *verdict.target, *latest->value, verdict.interval);
}

void judge_next_period(const JudgeInput& input, std::size_t start, Verdict& verdict) {
    auto starts = verdict.phase_starts;
    if (std::ranges::find(starts, start) == starts.end()) starts.push_back(start);
    std::ranges::sort(starts);
    const auto points = std::span<const VerdictPoint>(verdict.points);
    const auto enough = std::ranges::count_if(points.subspan(start), counts) >= st::points_for_limits;
    if (enough && !long_ago(verdict, input.today)) {
        const auto chosen = draw_chart(input.definition, points, starts, {});
        const auto recent_series = std::span(chosen.series).subspan(start);
        const auto next = st::next_limits(chosen.chart, st::expected_denominator(recent_series));
        if (!st::is_missing(next.lower) && !st::is_missing(next.upper))
            verdict.next_limits = Interval{next.lower, next.upper};
    }
    if (verdict.target) verdict.capability = capability_of(verdict.next_limits, *verdict.target);
}

bool recent(const Verdict& verdict, Period period) {
    const auto* latest = verdict.latest_point();
    if (latest == nullptr) return false;
    return distance(period, latest->period) < periods_of_news ||
           latest->period.first - period.first <= days_of_news;
}

bool long_ago(const Verdict& verdict, Date today) {
    const auto* latest = verdict.latest_point();
    if (latest == nullptr) return false;
    const auto length = latest->period.last() - latest->period.first + 1;
    return today - latest->period.last() > days_of_news + length;
}

Tag tag_of(const Verdict& verdict) {
    if (!verdict.latest) return Tag::no_data;
    if (verdict.caution(CautionKind::old_data)) return Tag::old;
    if (verdict.caution(CautionKind::few_points)) return Tag::too_few;
    const auto tag_for = [](Meaning meaning) {
        return meaning == Meaning::better  ? Tag::better
               : meaning == Meaning::worse ? Tag::worse
                                           : Tag::changed;
    };
    const auto* latest = verdict.latest_point();
    for (const auto& signal : verdict.signals)
        if (signal.from == latest->period && signal.to == latest->period) return tag_for(signal.meaning);
    if (verdict.shift && recent(verdict, verdict.shift->since)) return tag_for(verdict.shift->meaning);
    if (!verdict.shift)
        for (const auto& signal : verdict.signals)
            if (signal.to >= latest->period && signal.points > 1) return tag_for(signal.meaning);
    return Tag::stable;
}

} // namespace maerkbar::measurement
