#include "simulation/weekly.hpp"

#include <algorithm>

namespace maerkbar::simulation {

std::size_t Weekly::cut(double at) {
    const auto place = std::lower_bound(starts_.begin(), starts_.end(), at);
    const auto index = static_cast<std::size_t>(place - starts_.begin());
    if (place != starts_.end() && *place == at) return index;
    starts_.insert(place, at);
    values_.insert(values_.begin() + static_cast<std::ptrdiff_t>(index), values_[index - 1]);
    return index;
}

void Weekly::add(double from, double to, double value) {
    const auto first = cut(from);
    const auto last = to < length_ ? cut(to) : starts_.size();
    for (auto i = first; i < last; ++i)
        values_[i] += value;
}

double Weekly::highest() const {
    return *std::max_element(values_.begin(), values_.end());
}

double Weekly::average() const {
    double sum = 0;
    for (std::size_t i = 0; i < size(); ++i)
        sum += value(i) * (end(i) - starts_[i]);
    return sum / length_;
}

} // namespace maerkbar::simulation
