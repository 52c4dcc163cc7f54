#include "statistics/default_chart.hpp"

#include <algorithm>

namespace maerkbar::statistics {

bool events_are_rare(FigureKind kind, std::span<const Subgroup> points) {
    constexpr double enough = 5;
    if (kind != FigureKind::share && kind != FigureKind::rate) return false;
    double events = 0;
    double others = 0;
    int there = 0;
    for (const auto& point : points)
        if (point.n > 0 && !is_missing(point.sum))
            events += point.sum, others += point.n - point.sum, ++there;
    return there > 0 && (events < enough * there || (kind == FigureKind::share && others < enough * there));
}

ChartType default_chart(FigureKind kind, std::span<const Subgroup> points) {
    const auto there = std::count_if(points.begin(), points.end(),
                                     [](const auto& point) { return std::isfinite(point.value); });
    if (there < points_for_limits) return ChartType::run;
    switch (kind) {
        case FigureKind::share:
            return events_are_rare(kind, points) ? ChartType::p : ChartType::p_prime;
        case FigureKind::rate:
            return events_are_rare(kind, points) ? ChartType::u : ChartType::u_prime;
        case FigureKind::mean:
            return ChartType::i_prime;
        case FigureKind::value:
            return ChartType::i;
    }
    return ChartType::run;
}

} // namespace maerkbar::statistics
