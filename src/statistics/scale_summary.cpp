#include "statistics/scale_summary.hpp"

#include <numeric>

#include "statistics/distributions.hpp"
#include "statistics/finite_population.hpp"

namespace maerkbar::statistics {

namespace {

// Below this, the two highest steps and the two lowest overlap.
constexpr std::size_t steps_for_boxes = 4;

double real(std::int64_t value) {
    return static_cast<double>(value);
}

double mean_of(ScaleCounts counts, double answers) {
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += static_cast<double>(i + 1) * real(counts[i]);
    return sum / answers;
}

// The step of the answer at `place`, from 0, when all are put in order.
double step_at(ScaleCounts counts, std::int64_t place) {
    std::size_t step = 0;
    for (auto below = counts[0]; below <= place; below += counts[step])
        ++step;
    return static_cast<double>(step + 1);
}

void add_boxes(ScaleCounts counts, std::int64_t dont_know, ScaleSummary& summary) {
    const double n = real(summary.answers);
    const auto last = counts.size() - 1;
    const double top2 = real(counts[last] + counts[last - 1]);
    summary.top1 = real(counts[last]) / n;
    summary.top2 = top2 / n;
    summary.bottom2 = real(counts[0] + counts[1]) / n;
    summary.net = summary.top2 - summary.bottom2;
    summary.top2_with_dont_know = top2 / (n + real(dont_know));
    summary.top2_interval = wilson({top2, n});
}

} // namespace

std::int64_t answers_on(ScaleCounts counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

ScaleSummary summarise_scale(ScaleCounts counts, std::int64_t dont_know) {
    ScaleSummary summary;
    summary.answers = answers_on(counts);
    if (summary.answers == 0) return summary;
    summary.mean = mean_of(counts, real(summary.answers));
    summary.median = (step_at(counts, (summary.answers - 1) / 2) + step_at(counts, summary.answers / 2)) / 2;
    summary.index = index_of(summary.mean, static_cast<double>(counts.size()));
    if (counts.size() >= steps_for_boxes) add_boxes(counts, dont_know, summary);
    return summary;
}

NetPromoter net_promoter(std::span<const std::int64_t, 11> counts, double confidence) {
    NetPromoter result;
    result.answers = answers_on(counts);
    if (result.answers == 0) return result;
    const double n = real(result.answers);
    result.promoters = real(counts[9] + counts[10]) / n;
    result.passives = real(counts[7] + counts[8]) / n;
    result.detractors = real(answers_on(counts.first(7))) / n;
    const double net = result.promoters - result.detractors;
    result.score = 100 * net;
    result.standard_error = 100 * std::sqrt((result.promoters + result.detractors - net * net) / n);
    const double reach = normal_reach(confidence) * result.standard_error;
    result.interval = {result.score - reach, result.score + reach};
    return result;
}

} // namespace maerkbar::statistics
