#include "measurement/series.hpp"

#include <algorithm>

#include "measurement/compiled_definition.hpp"
#include "statistics/intervals.hpp"

namespace maerkbar::measurement {

namespace {

double scale_of_column(const SourceSchema& schema, const std::string& name) {
    const auto index = schema.find(name);
    return index ? scale_of(schema.columns[*index].type) : 1.0;
}

double real(Int128 number) {
    return static_cast<double>(number);
}

CellValue fraction(double numerator, double denominator, double per) {
    CellValue value{{}, numerator, denominator};
    if (denominator != 0) value.value = numerator / denominator * per;
    return value;
}

std::int64_t days_at_work(const Reach& reach, Date from, Date to) {
    if (reach.days_at_work) return reach.days_at_work(from, to);
    std::int64_t days = 0;
    for (auto day = from + 1; day <= to; day = day + 1)
        if (day.weekday() <= 5) ++days;
    return days;
}

// Working days that may pass without facts at the end of a period that is complete.
int quiet_days(PeriodKind kind) {
    return kind == PeriodKind::day || kind == PeriodKind::week ? 0 : 1;
}

// The last day that facts speak for.
std::optional<Date> speaks_until(const Reach& reach, PeriodKind kind) {
    if (!reach.last_fact || !reach.by_period) return reach.last_fact;
    return Period::containing(kind, *reach.last_fact).last();
}

PeriodState state_of(const VerdictPoint& point, const Cell& cell, const Reach& reach) {
    if (!complete(point.period, reach)) return PeriodState::running;
    if (cell.rows == 0 && !point.value) return PeriodState::no_facts;
    return point.value ? PeriodState::complete : PeriodState::zero_denominator;
}

VerdictPoint make_point(const Definition& definition, const Scales& scales, Period period, const Cell& cell,
                        const Reach& reach) {
    VerdictPoint point;
    point.period = period;
    point.count = cell.count;
    point.unknown = cell.unknown;
    point.units = cell.units;
    point.units_late = cell.units_late;
    if (cell.rows > 0) {
        const auto value = value_of(definition.measure, scales, cell);
        point.value = value.value;
        point.numerator = value.numerator;
        point.denominator = value.denominator;
    }
    if (cell.rows == 0 && reach.live && definition.measure.kind == MeasureKind::count) point.value = 0;
    point.state = state_of(point, cell, reach);
    return point;
}

bool day_off(Period period, const Reach& reach) {
    return period.kind == PeriodKind::day && days_at_work(reach, period.first - 1, period.first) == 0;
}

VerdictPoint ratio_point(double per, const VerdictPoint& above, const VerdictPoint& below) {
    VerdictPoint point;
    point.period = above.period;
    point.count = above.count;
    point.state = above.value ? below.state : above.state;
    point.numerator = above.value;
    point.denominator = below.value;
    if (above.value && below.value && *below.value != 0) point.value = *above.value / *below.value * per;
    if (!point.value && point.state == PeriodState::complete) point.state = PeriodState::zero_denominator;
    return point;
}

} // namespace

Scales scales_of(const Definition& definition, const SourceSchema& schema) {
    const auto& measure = definition.measure;
    if (!measure.denominator.empty())
        return {scale_of_column(schema, measure.numerator), scale_of_column(schema, measure.denominator)};
    return {scale_of_column(schema, measure.column), 1};
}

CellValue value_of(const Measure& measure, const Scales& scales, const Cell& cell) {
    const auto count = static_cast<double>(cell.count);
    const auto sum = real(cell.sum) / scales.numerator;
    switch (measure.kind) {
        case MeasureKind::share:
            return fraction(sum, real(cell.weight) / scales.denominator, 1);
        case MeasureKind::rate:
            return fraction(sum, real(cell.weight) / scales.denominator, measure.per);
        case MeasureKind::mean:
            return fraction(sum, count, 1);
        case MeasureKind::count:
            return {count};
        case MeasureKind::sum:
            return {sum};
        case MeasureKind::maximum:
            if (cell.count == 0) return {};
            return {static_cast<double>(cell.maximum) / scales.numerator};
        case MeasureKind::quantile:
            if (cell.histogram.empty()) return {};
            return {cell.histogram.quantile(measure.quantile) / scales.numerator};
        case MeasureKind::ratio:
            break; // made of two other indicators
    }
    return {};
}

std::optional<Interval> spread_of_cell(const Measure& measure, const Scales& scales, const Cell& cell) {
    const auto n = static_cast<double>(cell.count);
    if (measure.kind == MeasureKind::mean && cell.count > 1) {
        const double mean = real(cell.sum) / n;
        const double variance = std::max(0.0, real(cell.squares) - n * mean * mean) / (n - 1);
        const auto found = statistics::student_mean(mean, variance, n);
        return Interval{found.lower / scales.numerator, found.upper / scales.numerator};
    }
    if (measure.kind != MeasureKind::quantile || cell.histogram.empty()) return std::nullopt;
    const auto ranks = statistics::quantile_ranks(n, measure.quantile);
    if (ranks.lower == 0 || ranks.upper == 0) return std::nullopt;
    const auto value = [&](double rank) {
        return cell.histogram.at_rank(static_cast<std::int64_t>(rank) - 1) / scales.numerator;
    };
    return Interval{value(ranks.lower), value(ranks.upper)};
}

bool complete(Period period, const Reach& reach) {
    const auto until = speaks_until(reach, period.kind);
    if (period.last() >= reach.today || !until) return false;
    return *until >= period.last() || days_at_work(reach, *until, period.last()) <= quiet_days(period.kind);
}

std::vector<VerdictPoint> make_points(const Definition& definition, const Scales& scales,
                                      const PeriodCells& cells, Stretch stretch, const Reach& reach) {
    std::vector<VerdictPoint> points;
    const auto until = speaks_until(reach, stretch.first.kind);
    for (auto period = stretch.first; until && period <= stretch.last && period.first <= *until;
         period = period.next()) {
        const auto found = cells.find(period);
        if (found == cells.end() && day_off(period, reach)) continue;
        points.push_back(
            make_point(definition, scales, period, found == cells.end() ? Cell{} : found->second, reach));
    }
    return points;
}

std::vector<VerdictPoint> ratio_points(double per, const std::vector<VerdictPoint>& numerators,
                                       const std::vector<VerdictPoint>& denominators) {
    std::vector<VerdictPoint> points;
    for (const auto& above : numerators) {
        const auto below = std::ranges::find(denominators, above.period, &VerdictPoint::period);
        if (below != denominators.end()) points.push_back(ratio_point(per, above, *below));
    }
    return points;
}

} // namespace maerkbar::measurement
