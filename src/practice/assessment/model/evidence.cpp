#include "practice/assessment/model/evidence.hpp"

namespace maerkbar::assessment {
namespace {

constexpr std::size_t result_steps = 6;

} // namespace

std::optional<std::size_t> suggested_band(const Signs& signs, const Scale& scale) {
    // In the order of Trend, then Attainment: weak 1, flat 2, improving 3, strong 4.
    constexpr std::size_t bands[3][3] = {{2, 3, 1}, {3, 4, 2}, {1, 2, 1}};
    if (scale.ladder().size() != result_steps) return std::nullopt;
    return bands[static_cast<std::size_t>(signs.trend)][static_cast<std::size_t>(signs.attainment)];
}

} // namespace maerkbar::assessment
