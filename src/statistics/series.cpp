#include "statistics/series.hpp"

#include <algorithm>
#include <numeric>

namespace maerkbar::statistics {

Subgroup Subgroup::counted(double y, double n) {
    if (is_missing(y) || is_missing(n)) return {missing, missing, 0, missing, 0};
    return {y / n, y, n, missing, 1};
}

Subgroup Subgroup::summarised(int size, double mean, double sd) {
    return {mean, mean * size, missing, sd, size};
}

namespace {

std::vector<std::size_t> order_of(std::span<const double> x) {
    std::vector<std::size_t> order;
    order.reserve(x.size());
    for (std::size_t row = 0; row < x.size(); ++row)
        if (!is_missing(x[row])) order.push_back(row);
    const auto earlier = [x](std::size_t a, std::size_t b) { return x[a] < x[b]; };
    if (!std::is_sorted(order.begin(), order.end(), earlier))
        std::stable_sort(order.begin(), order.end(), earlier);
    return order;
}

double aggregated(std::span<double> values, Aggregate aggregate) {
    switch (aggregate) {
        case Aggregate::mean:
            return mean(values);
        case Aggregate::median:
            return median_in_place(values);
        case Aggregate::sum:
            return std::accumulate(values.begin(), values.end(), 0.0);
        case Aggregate::sd:
            return standard_deviation(values);
    }
    return missing;
}

Subgroup denominated(const Rows& rows, std::span<const std::size_t> members) {
    Subgroup group{missing, 0, 0, missing, 0};
    for (const auto row : members)
        if (!is_missing(rows.y[row]) && !is_missing(rows.n[row])) {
            group.sum += rows.y[row];
            group.n += rows.n[row];
            ++group.size;
        }
    if (group.size == 0) group.sum = missing;
    group.value = group.sum / group.n;
    return group;
}

Subgroup plain(const Rows& rows, std::span<const std::size_t> members, Aggregate aggregate) {
    if (members.size() == 1 && aggregate != Aggregate::sd) return Subgroup::measured(rows.y[members[0]]);
    std::vector<double> values;
    for (const auto row : members)
        if (!is_missing(rows.y[row])) values.push_back(rows.y[row]);
    Subgroup group{missing, missing, missing, missing, static_cast<int>(values.size())};
    if (values.empty()) return group;
    group.sum = std::accumulate(values.begin(), values.end(), 0.0);
    group.sd = standard_deviation(values);
    group.value = aggregated(values, aggregate);
    return group;
}

} // namespace

Series group_rows(const Rows& rows, Aggregate aggregate) {
    const auto order = order_of(rows.x);
    Series series;
    series.points.reserve(order.size());
    series.first_row.reserve(order.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && rows.x[order[end]] == rows.x[order[begin]])
            ++end;
        const auto members = std::span(order).subspan(begin, end - begin);
        series.points.push_back(rows.n.empty() ? plain(rows, members, aggregate)
                                               : denominated(rows, members));
        series.first_row.push_back(order[begin]);
        begin = end;
    }
    return series;
}

} // namespace maerkbar::statistics
