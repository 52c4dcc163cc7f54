#include "practice/assessment/model/priority.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "practice/assessment/model/spread.hpp"

namespace maerkbar::assessment {
namespace {

constexpr double middle = 3;

Place place_at(double effect, double ease) {
    if (effect > middle) return ease > middle ? Place::quick_win : Place::large_project;
    return ease > middle ? Place::fill_in : Place::drop;
}

int span_of(const std::vector<double>& values) {
    const auto [least, most] = std::ranges::minmax(values);
    return static_cast<int>(most - least);
}

} // namespace

Priority place_of(std::span<const Vote> votes) {
    Priority priority;
    if (votes.empty()) return priority;
    std::vector<double> effects;
    std::vector<double> eases;
    for (const auto& vote : votes) {
        effects.push_back(vote.effect);
        eases.push_back(vote.ease);
    }
    priority.n = static_cast<int>(votes.size());
    priority.effect = median_of(effects);
    priority.ease = median_of(eases);
    priority.effect_span = span_of(effects);
    priority.ease_span = span_of(eases);
    priority.place = place_at(priority.effect, priority.ease);
    return priority;
}

bool comes_before(const Priority& a, const Priority& b) {
    const auto rank = [](const Priority& priority) {
        const auto place = priority.place == Place::undecided ? 100 : static_cast<int>(priority.place);
        return std::tuple(place, -priority.effect, -priority.ease);
    };
    return rank(a) < rank(b);
}

} // namespace maerkbar::assessment
