#include "statistics/hypergeometric.hpp"

#include <algorithm>
#include <numeric>

namespace maerkbar::statistics {

namespace {

// P(count + 1) / P(count).
double step_up(const Draw& draw, std::int64_t count) {
    const auto real = [](std::int64_t value) { return static_cast<double>(value); };
    return real(draw.yes - count) * real(draw.drawn - count) /
           (real(count + 1) * real(draw.population - draw.yes - draw.drawn + count + 1));
}

} // namespace

Hypergeometric::Hypergeometric(Draw draw)
    : lowest_(std::max<std::int64_t>(0, draw.drawn + draw.yes - draw.population)) {
    const auto highest = std::min(draw.drawn, draw.yes);
    probabilities_.resize(static_cast<std::size_t>(highest - lowest_ + 1));
    const double middle = static_cast<double>(draw.drawn + 1) * static_cast<double>(draw.yes + 1) /
                          static_cast<double>(draw.population + 2);
    const auto mode = std::clamp(static_cast<std::int64_t>(middle), lowest_, highest);
    const auto at = [&](std::int64_t count) -> double& {
        return probabilities_[static_cast<std::size_t>(count - lowest_)];
    };
    at(mode) = 1;
    for (auto count = mode; count < highest; ++count)
        at(count + 1) = at(count) * step_up(draw, count);
    for (auto count = mode; count > lowest_; --count)
        at(count - 1) = at(count) / step_up(draw, count - 1);
    const double sum = std::accumulate(probabilities_.begin(), probabilities_.end(), 0.0);
    for (double& probability : probabilities_)
        probability /= sum;
}

double Hypergeometric::exactly(std::int64_t count) const {
    const auto index = count - lowest_;
    if (index < 0 || index >= static_cast<std::int64_t>(probabilities_.size())) return 0;
    return probabilities_[static_cast<std::size_t>(index)];
}

double Hypergeometric::at_most(std::int64_t count) const {
    const auto size = static_cast<std::int64_t>(probabilities_.size());
    const auto last = std::clamp<std::int64_t>(count - lowest_ + 1, 0, size);
    if (last == size) return 1;
    return std::accumulate(probabilities_.begin(), probabilities_.begin() + last, 0.0);
}

double Hypergeometric::at_least(std::int64_t count) const {
    const auto size = static_cast<std::int64_t>(probabilities_.size());
    const auto first = std::clamp<std::int64_t>(count - lowest_, 0, size);
    if (first == 0) return 1;
    return std::accumulate(probabilities_.begin() + first, probabilities_.end(), 0.0);
}

} // namespace maerkbar::statistics
