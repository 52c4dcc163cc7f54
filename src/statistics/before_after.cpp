#include "statistics/before_after.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace maerkbar::statistics {

namespace {

std::vector<double> finished_times(std::span<const Followed> cases) {
    std::vector<double> times;
    for (const auto& followed : cases)
        if (followed.ended) times.push_back(followed.time);
    return times;
}

std::vector<GroupedCase> in_two_groups(std::span<const Followed> before, std::span<const Followed> after) {
    std::vector<GroupedCase> cases;
    for (const auto& followed : before)
        cases.push_back({followed.time, followed.ended, 0});
    for (const auto& followed : after)
        cases.push_back({followed.time, followed.ended, 1});
    return cases;
}

// A curve that has come down to nobody says what happens at any later time as well.
double common_horizon(const SurvivalCurve& before, const SurvivalCurve& after) {
    const double known = std::min(observed_until(before), observed_until(after));
    if (std::isfinite(known)) return known;
    return std::max(before.points.back().time, after.points.back().time);
}

// More endings after the change than expected: things go faster.
DurationChange direction_of(const CurveComparison& comparison) {
    const auto& after = comparison.groups[1];
    return after.observed > after.expected ? DurationChange::shorter : DurationChange::longer;
}

DurationChange judge(const CurveComparison& log_rank, const CurveComparison& peto, double level) {
    const bool first = log_rank.p < level;
    const bool second = peto.p < level;
    if (!first && !second) return DurationChange::none;
    const bool agree = first && second && direction_of(log_rank) == direction_of(peto);
    return agree ? direction_of(log_rank) : DurationChange::unsure;
}

void compare_finished(BeforeAfter& result, std::span<const Followed> before, std::span<const Followed> after,
                      double level) {
    const auto first = finished_times(before);
    const auto second = finished_times(after);
    result.before.finished = finished_figures(first);
    result.after.finished = finished_figures(second);
    result.finished_test = rank_test(second, first);
    result.finished_shift = hodges_lehmann(second, first);
    if (first.size() < least_endings || second.size() < least_endings) return;
    const double half = static_cast<double>(first.size()) * static_cast<double>(second.size()) / 2;
    if (!(result.finished_test.p < level))
        result.finished_claim = DurationChange::none;
    else
        result.finished_claim =
            result.finished_test.w < half ? DurationChange::shorter : DurationChange::longer;
}

} // namespace

Result<BeforeAfter> before_after(std::span<const Followed> before, std::span<const Followed> after,
                                 double level) {
    BeforeAfter result;
    result.before.curve = TRY(survival_curve(before));
    result.after.curve = TRY(survival_curve(after));
    const auto cases = in_two_groups(before, after);
    result.log_rank = TRY(compare_curves(cases, 2, TestWeight::log_rank));
    result.peto = TRY(compare_curves(cases, 2, TestWeight::peto));
    compare_finished(result, before, after, level);
    if (before.empty() || after.empty()) return result;
    result.horizon = common_horizon(result.before.curve, result.after.curve);
    result.before.mean = restricted_mean(result.before.curve, result.horizon);
    result.after.mean = restricted_mean(result.after.curve, result.horizon);
    if (std::min(result.before.curve.ended, result.after.curve.ended) >= least_endings)
        result.change = judge(result.log_rank, result.peto, level);
    return result;
}

} // namespace maerkbar::statistics
