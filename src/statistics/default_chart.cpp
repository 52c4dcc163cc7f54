#include "statistics/default_chart.hpp"

#include <algorithm>

namespace maerkbar::statistics {

ChartType default_chart(FigureKind kind, std::span<const Subgroup> points) {
    const auto there = std::count_if(points.begin(), points.end(),
                                     [](const auto& point) { return std::isfinite(point.value); });
    if (there < points_for_limits) return ChartType::run;
    switch (kind) {
        case FigureKind::share:
            return ChartType::p_prime;
        case FigureKind::rate:
            return ChartType::u_prime;
        case FigureKind::mean:
            return ChartType::i_prime;
        case FigureKind::value:
            return ChartType::i;
    }
    return ChartType::run;
}

} // namespace maerkbar::statistics
