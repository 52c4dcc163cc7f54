#include "disclosure/row.hpp"

#include <algorithm>

namespace maerkbar::disclosure {

Fraction factor_of(const Row& row, Partition::Class of) {
    const auto found = std::lower_bound(row.begin(), row.end(), of,
                                        [](const auto& entry, auto value) { return entry.first < value; });
    return found != row.end() && found->first == of ? found->second : Fraction(0);
}

Row minus(const Row& row, const Fraction& factor, const Row& other) {
    Row result;
    result.reserve(row.size() + other.size());
    const auto add = [&](Partition::Class of, const Fraction& value) {
        if (!value.zero()) result.emplace_back(of, value);
    };
    auto left = row.begin();
    auto right = other.begin();
    while (left != row.end() || right != other.end()) {
        if (right == other.end() || (left != row.end() && left->first < right->first)) {
            result.push_back(*left++);
        } else if (left == row.end() || right->first < left->first) {
            add(right->first, Fraction(0) - factor * right->second);
            ++right;
        } else {
            add(left->first, left->second - factor * right->second);
            ++left, ++right;
        }
    }
    return result;
}

Row divided(Row row, const Fraction& divisor) {
    for (auto& entry : row)
        entry.second = entry.second / divisor;
    return row;
}

bool lost(const Row& row) {
    return std::any_of(row.begin(), row.end(), [](const auto& entry) { return entry.second.lost(); });
}

} // namespace maerkbar::disclosure
