#include "statistics/survival.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "statistics/followed.hpp"

namespace maerkbar::statistics {

namespace {

constexpr double same_height = 1e-9; // steps of a curve that are equal but for rounding

double normal_quantile(double confidence) {
    return boost::math::quantile(boost::math::complement(boost::math::normal(), (1 - confidence) / 2));
}

Interval log_log_limits(const SurvivalPoint& point, double z) {
    const double log_share = std::log(point.share_open);
    if (log_share == 0) return {};
    const double step = z * std::sqrt(point.relative_variance) / log_share;
    const double centre = std::log(-log_share);
    return {std::exp(-std::exp(centre - step)), std::exp(-std::exp(centre + step))};
}

// The first time at which a falling curve is at or below `height`; the middle of the step that lies on it.
template <typename HeightAt>
double first_time_below(const SurvivalCurve& curve, double height, HeightAt height_at) {
    const auto& points = curve.points;
    const auto reached = std::find_if(points.begin(), points.end(), [&](const SurvivalPoint& point) {
        return height_at(point) <= height + same_height;
    });
    if (reached == points.end()) return missing;
    if (height_at(*reached) < height - same_height) return reached->time;
    const auto next =
        std::find_if(reached + 1, points.end(), [](const SurvivalPoint& point) { return point.ended > 0; });
    return (reached->time + (next == points.end() ? points.back().time : next->time)) / 2;
}

} // namespace

double SurvivalPoint::standard_error() const {
    return share_open > 0 ? share_open * std::sqrt(relative_variance) : missing;
}

Result<SurvivalCurve> survival_curve(std::span<const Followed> cases) {
    if (auto checked = check_times(cases); !checked) return checked.error();
    const auto sorted = by_time(cases);
    SurvivalCurve curve;
    curve.cases = cases.size();
    SurvivalPoint point;
    for (std::size_t i = 0; i < sorted.size();) {
        point.time = sorted[i].time;
        point.at_risk = sorted.size() - i;
        point.ended = point.open = 0;
        for (; i < sorted.size() && sorted[i].time == point.time; ++i)
            ++(sorted[i].ended ? point.ended : point.open);
        const auto ended = static_cast<double>(point.ended);
        const auto at_risk = static_cast<double>(point.at_risk);
        point.share_open *= (at_risk - ended) / at_risk;
        if (point.ended < point.at_risk) point.relative_variance += ended / (at_risk * (at_risk - ended));
        curve.ended += point.ended;
        curve.points.push_back(point);
    }
    return curve;
}

Interval limits_at(const SurvivalPoint& point, LimitScale scale, double confidence) {
    if (point.share_open <= 0) return {};
    const double z = normal_quantile(confidence);
    const double error = std::sqrt(point.relative_variance);
    if (scale == LimitScale::log_log) return log_log_limits(point, z);
    if (scale == LimitScale::log)
        return {point.share_open * std::exp(-z * error),
                std::min(1.0, point.share_open * std::exp(z * error))};
    return {std::max(0.0, point.share_open * (1 - z * error)),
            std::min(1.0, point.share_open * (1 + z * error))};
}

TimeQuantile time_quantile(const SurvivalCurve& curve, double share, LimitScale scale) {
    const double height = 1 - share;
    TimeQuantile quantile;
    quantile.time =
        first_time_below(curve, height, [](const SurvivalPoint& point) { return point.share_open; });
    quantile.limits.lower = first_time_below(
        curve, height, [scale](const SurvivalPoint& point) { return limits_at(point, scale).lower; });
    quantile.limits.upper = first_time_below(
        curve, height, [scale](const SurvivalPoint& point) { return limits_at(point, scale).upper; });
    return quantile;
}

RestrictedMean restricted_mean(const SurvivalCurve& curve, double horizon) {
    if (curve.points.empty() || horizon > observed_until(curve)) return {};
    double variance = 0;
    double area = 0; // under the curve, from the present time to the horizon
    double until = horizon;
    for (auto point = curve.points.rbegin(); point != curve.points.rend(); ++point) {
        if (point->time >= horizon) continue;
        area += point->share_open * (until - point->time);
        until = point->time;
        if (point->ended == point->at_risk) continue;
        const auto ended = static_cast<double>(point->ended);
        const auto at_risk = static_cast<double>(point->at_risk);
        variance += area * area * ended / (at_risk * (at_risk - ended));
    }
    return {area + until, std::sqrt(variance)};
}

double observed_until(const SurvivalCurve& curve) {
    if (curve.points.empty()) return 0;
    return curve.points.back().share_open > 0 ? curve.points.back().time
                                              : std::numeric_limits<double>::infinity();
}

} // namespace maerkbar::statistics
