#include <algorithm>
#include <cmath>

#include "measurement/verdict_rules.hpp"
#include "statistics/default_chart.hpp"

namespace maerkbar::measurement {

namespace {

namespace st = statistics;

constexpr double unknown_worth_telling = 0.02; // of the rows of the latest period
constexpr std::size_t points_for_correlation = 24;
constexpr double strong_correlation = 0.3;

std::vector<Period> periods_in(const Verdict& verdict, PeriodState state) {
    std::vector<Period> periods;
    for (const auto& point : verdict.points)
        if (point.state == state) periods.push_back(point.period);
    return periods;
}

void add_periods(const Verdict& verdict, PeriodState state, CautionKind kind,
                 std::vector<Caution>& cautions) {
    auto periods = periods_in(verdict, state);
    if (!periods.empty()) cautions.push_back({kind, static_cast<double>(periods.size()), std::move(periods)});
}

bool constant(const Verdict& verdict) {
    const VerdictPoint* first = nullptr;
    std::size_t there = 0;
    for (const auto& point : verdict.points) {
        if (!counts(point)) continue;
        if (first == nullptr) first = &point;
        if (*point.value != *first->value) return false;
        ++there;
    }
    return there >= 3;
}

// Of what is left when the level of each phase is taken away.
double correlation(const Verdict& verdict) {
    std::vector<double> residuals;
    for (const auto& point : verdict.points)
        residuals.push_back(counts(point) && point.centre ? *point.value - *point.centre : st::missing);
    const auto there = static_cast<std::size_t>(
        std::ranges::count_if(residuals, [](double r) { return !st::is_missing(r); }));
    if (there < points_for_correlation) return 0;
    const double found = st::lag1_autocorrelation(residuals);
    return found > 2 / std::sqrt(static_cast<double>(there)) && found >= strong_correlation ? found : 0;
}

bool stands_on_rows(MeasureKind kind) {
    return kind == MeasureKind::share || kind == MeasureKind::mean || kind == MeasureKind::quantile;
}

// What the latest value stands on: rows, or the denominator where that is what was counted.
double size_of(const Definition& definition, const VerdictPoint& point) {
    if (definition.measure.kind == MeasureKind::share) return point.denominator.value_or(0);
    return static_cast<double>(point.count);
}

void add_latest(const Verdict& verdict, const Definition& definition, std::vector<Caution>& cautions) {
    const auto* latest = verdict.latest_point();
    if (latest == nullptr) return;
    const bool rows_of_figures =
        definition.measure.kind == MeasureKind::mean && !definition.sample && latest->count == 1;
    if (stands_on_rows(definition.measure.kind) && !rows_of_figures &&
        size_of(definition, *latest) < static_cast<double>(small_number))
        cautions.push_back({CautionKind::small_number, size_of(definition, *latest), {latest->period}});
    const auto rows = static_cast<double>(latest->count + latest->unknown);
    if (static_cast<double>(latest->unknown) > unknown_worth_telling * rows)
        cautions.push_back(
            {CautionKind::unknown_rows, static_cast<double>(latest->unknown), {latest->period}});
}

// States that are not there, or not from the end of the period: nothing is carried over without saying so.
void add_states(const Verdict& verdict, std::vector<Caution>& cautions) {
    const auto* latest = verdict.latest_point();
    if (latest == nullptr) return;
    const VerdictPoint* before = nullptr;
    for (const auto& point : verdict.points)
        if (point.period < latest->period && point.value) before = &point;
    if (before != nullptr && before->units > latest->units)
        cautions.push_back({CautionKind::missing_states,
                            static_cast<double>(before->units - latest->units),
                            {latest->period}});
    if (latest->units_late > 0)
        cautions.push_back(
            {CautionKind::late_states, static_cast<double>(latest->units_late), {latest->period}});
}

// The latest period ended so long ago that another complete one should be in.
void add_late(const Verdict& verdict, Date today, std::vector<Caution>& cautions) {
    const auto* latest = verdict.latest_point();
    if (latest == nullptr) return;
    const auto expected = Period::containing(latest->period.kind, today).previous();
    if (distance(latest->period, expected) > 1)
        cautions.push_back(
            {long_ago(verdict, today) ? CautionKind::old_data : CautionKind::late_data, 0, {latest->period}});
}

} // namespace

std::vector<Caution> find_cautions(const Verdict& verdict, const JudgeInput& input) {
    std::vector<Caution> cautions;
    const auto there = std::ranges::count_if(verdict.points, counts);
    if (!verdict.latest) cautions.push_back({CautionKind::no_data});
    if (verdict.latest && there < st::points_for_limits)
        cautions.push_back({CautionKind::few_points, static_cast<double>(there)});
    if (constant(verdict)) cautions.push_back({CautionKind::constant});
    add_periods(verdict, PeriodState::no_facts, CautionKind::missing_periods, cautions);
    add_periods(verdict, PeriodState::zero_denominator, CautionKind::zero_denominator, cautions);
    add_periods(verdict, PeriodState::hidden, CautionKind::hidden_periods, cautions);
    add_periods(verdict, PeriodState::running, CautionKind::running_period, cautions);
    add_latest(verdict, input.definition, cautions);
    if (input.definition.state) add_states(verdict, cautions);
    add_late(verdict, input.today, cautions);
    if (const double found = verdict.shift ? 0 : correlation(verdict); found > 0)
        cautions.push_back({CautionKind::autocorrelation, found});
    return cautions;
}

} // namespace maerkbar::measurement
