#include "measurement/verdict_chart.hpp"

#include <algorithm>

#include "statistics/default_chart.hpp"

namespace maerkbar::measurement {

namespace {

namespace st = statistics;

constexpr double few_events = 5; // a median count below this is of rare events

bool divides(MeasureKind kind) {
    return kind == MeasureKind::share || kind == MeasureKind::rate || kind == MeasureKind::mean;
}

st::Subgroup subgroup(MeasureKind kind, const VerdictPoint& point) {
    if (!point.value) return st::Subgroup::measured(st::missing);
    if (divides(kind)) return st::Subgroup::counted(*point.numerator, *point.denominator);
    return st::Subgroup::measured(*point.value);
}

st::FigureKind figure_kind(MeasureKind kind) {
    switch (kind) {
        case MeasureKind::share:
            return st::FigureKind::share;
        case MeasureKind::rate:
            return st::FigureKind::rate;
        case MeasureKind::mean:
            return st::FigureKind::mean;
        default:
            return st::FigureKind::value;
    }
}

st::ChartType drawn_as(ChartType type) {
    switch (type) {
        case ChartType::i:
            return st::ChartType::i;
        case ChartType::i_prime:
            return st::ChartType::i_prime;
        case ChartType::p_prime:
            return st::ChartType::p_prime;
        case ChartType::u_prime:
            return st::ChartType::u_prime;
        case ChartType::p:
            return st::ChartType::p;
        case ChartType::u:
            return st::ChartType::u;
        case ChartType::c:
            return st::ChartType::c;
        case ChartType::g:
            return st::ChartType::g;
        case ChartType::t:
            return st::ChartType::t;
        default:
            return st::ChartType::run;
    }
}

// Prime charts take their spread from neighbours; of events this rare there is next to none, and they would
// call every point a signal.
bool rare_in_many(MeasureKind kind, std::span<const VerdictPoint> points) {
    if (kind != MeasureKind::share && kind != MeasureKind::rate) return false;
    std::vector<st::Subgroup> groups;
    for (const auto& point : points)
        if (counts(point)) groups.push_back(subgroup(kind, point));
    return st::events_are_rare(figure_kind(kind), groups);
}

bool rare(MeasureKind kind, std::span<const VerdictPoint> points) {
    if (kind != MeasureKind::count) return false;
    std::vector<double> values;
    for (const auto& point : points)
        if (counts(point)) values.push_back(*point.value);
    return st::median_in_place(values) < few_events;
}

struct Choice {
    ChartType type;
    ChartReason reason;
};

Choice choose(const Definition& definition, std::span<const VerdictPoint> points) {
    const auto kind = definition.measure.kind;
    const auto there = std::ranges::count_if(points, counts);
    if (there == 0) return {ChartType::none, ChartReason::no_points};
    if (there < st::points_for_limits) return {ChartType::run, ChartReason::few_points};
    const auto chosen = chart_named(definition.chart);
    // The number of events is never drawn as the time between them (verdict_between.hpp).
    const bool between = kind == MeasureKind::count && (chosen == ChartType::t || chosen == ChartType::g);
    if (chosen && !between && (divides(kind) || !st::needs_denominator(drawn_as(*chosen))))
        return {*chosen, ChartReason::chosen};
    if (kind == MeasureKind::maximum) return {ChartType::run, ChartReason::skewed};
    if (!definition.state && rare(kind, points)) return {ChartType::c, ChartReason::rare_events};
    if (rare_in_many(kind, points))
        return {kind == MeasureKind::share ? ChartType::p : ChartType::u, ChartReason::rare_events};
    switch (figure_kind(kind)) {
        case st::FigureKind::share:
            return {ChartType::p_prime, ChartReason::share};
        case st::FigureKind::rate:
            return {ChartType::u_prime, ChartReason::rate};
        case st::FigureKind::mean:
            return {ChartType::i_prime, ChartReason::mean_with_count};
        default:
            return {ChartType::i, ChartReason::single_values};
    }
}

st::ChartOptions options(const Definition& definition, std::span<const VerdictPoint> points,
                         std::span<const std::size_t> starts, std::span<const std::size_t> frozen) {
    st::ChartOptions options;
    options.baseline_ends.assign(frozen.begin(), frozen.end());
    options.non_negative = true;
    if (definition.measure.kind == MeasureKind::rate) options.multiply = definition.measure.per;
    for (const auto start : starts)
        if (start > 0) options.parts.push_back(start);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i].value && !counts(points[i])) options.exclude.push_back(i + 1);
    return options;
}

} // namespace

bool counts(const VerdictPoint& point) {
    return point.state == PeriodState::complete && point.value && !point.excluded;
}

std::optional<double> level_of(const Measure& measure, std::span<const VerdictPoint> points) {
    double above = 0;
    double below = 0;
    for (const auto& point : points) {
        if (!counts(point)) continue;
        above += divides(measure.kind) ? *point.numerator : *point.value;
        below += divides(measure.kind) ? *point.denominator : 1;
    }
    if (below == 0) return std::nullopt;
    return above / below * (measure.kind == MeasureKind::rate ? measure.per : 1);
}

std::vector<JudgedPhase> judged_phases(const st::Chart& chart, std::span<const VerdictPoint> points) {
    const auto there = [](double value) {
        return st::is_missing(value) ? std::nullopt : std::optional(value);
    };
    std::vector<JudgedPhase> phases;
    for (const auto& part : chart.parts) {
        const auto own = points.subspan(part.first, part.end - part.first);
        phases.push_back({own.front().period, own.back().period,
                          static_cast<int>(std::ranges::count_if(own, counts)),
                          there(chart.points[part.first].cl), there(part.model.sigma * chart.multiply),
                          there(part.model.sigma_z), part.runs.useful, part.runs.longest,
                          part.runs.longest_max, part.runs.crossings, part.runs.crossings_min});
    }
    return phases;
}

ChosenChart draw_chart(const Definition& definition, std::span<const VerdictPoint> points,
                       std::span<const std::size_t> starts, std::span<const std::size_t> frozen) {
    ChosenChart chosen;
    const auto choice = choose(definition, points);
    chosen.reason = choice.reason;
    if (choice.type == ChartType::none) return chosen;
    for (const auto& point : points)
        chosen.series.push_back(subgroup(definition.measure.kind, point));
    const auto how = options(definition, points, starts, frozen);
    // Data that a chart refuses (a share above 1, a negative count) still has a run chart.
    for (const auto type : {choice.type, ChartType::run}) {
        auto drawn = st::chart(drawn_as(type), chosen.series, how);
        if (!drawn) continue;
        chosen.type = type;
        if (type != choice.type) chosen.reason = ChartReason::single_values;
        chosen.chart = std::move(*drawn);
        break;
    }
    return chosen;
}

} // namespace maerkbar::measurement
