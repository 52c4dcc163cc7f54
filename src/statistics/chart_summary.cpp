#include "statistics/chart_summary.hpp"

namespace maerkbar::statistics {

namespace {

double mean_of(const Chart& chart, const ChartPart& part, double ChartPoint::*member) {
    double sum = 0;
    int count = 0;
    for (std::size_t index = part.first; index < part.end; ++index) {
        const double value = chart.points[index].*member;
        if (!is_missing(value)) sum += value, ++count;
    }
    return count == 0 ? missing : sum / count;
}

std::size_t included(const Chart& chart, const ChartPart& part) {
    std::size_t count = 0;
    for (std::size_t index = part.first; index < part.end; ++index)
        count += chart.points[index].include ? 1 : 0;
    return count;
}

} // namespace

PartSummary summary_of(const Chart& chart, const ChartPart& part) {
    return {included(chart, part),
            part.runs,
            part.runs_signal,
            mean_of(chart, part, &ChartPoint::lcl),
            chart.points[part.first].cl,
            mean_of(chart, part, &ChartPoint::ucl),
            part.sigma_signals};
}

} // namespace maerkbar::statistics
