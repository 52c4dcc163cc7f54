#pragma once

#include <algorithm>
#include <vector>

namespace maerkbar {

// In rising order, each value once.
template <typename Value>
void sort_distinct(std::vector<Value>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace maerkbar
