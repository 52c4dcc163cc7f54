#include "statistics/chart_fit.hpp"

namespace maerkbar::statistics {

double screened_mean(std::span<const double> ranges, double factor, bool screen) {
    const double first = mean(ranges);
    if (!screen) return first;
    double sum = 0;
    int count = 0;
    for (const double range : ranges)
        if (range < factor * first) sum += range, ++count;
    return count == 0 ? missing : sum / count;
}

ChartModel fit(ChartType type, const PartData& part) {
    switch (type) {
        case ChartType::run:
            return fit_run(part);
        case ChartType::i:
            return fit_individuals(part);
        case ChartType::mr:
            return fit_moving_range(part);
        case ChartType::i_prime:
            return fit_individuals_prime(part);
        case ChartType::p:
            return fit_proportion(part);
        case ChartType::p_prime:
            return fit_proportion_prime(part);
        case ChartType::u:
            return fit_rate(part);
        case ChartType::u_prime:
            return fit_rate_prime(part);
        case ChartType::c:
            return fit_count(part);
        case ChartType::g:
            return fit_events_between(part);
        case ChartType::t:
            return fit_time_between(part);
        case ChartType::xbar:
            return fit_means(part);
        case ChartType::s:
            return fit_deviations(part);
    }
    return {};
}

} // namespace maerkbar::statistics
