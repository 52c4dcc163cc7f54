#include "statistics/numbers.hpp"

#include <algorithm>
#include <cstddef>

namespace maerkbar::statistics {

double mean(std::span<const double> values) {
    double sum = 0;
    std::size_t count = 0;
    for (const double value : values)
        if (!is_missing(value)) sum += value, ++count;
    if (count == 0) return missing;
    const double size = static_cast<double>(count);
    const double first = sum / size;
    if (!std::isfinite(first)) return first;
    double rest = 0;
    for (const double value : values)
        if (!is_missing(value)) rest += value - first;
    return first + rest / size;
}

double standard_deviation(std::span<const double> values) {
    const double centre = mean(values);
    double squares = 0;
    std::size_t count = 0;
    for (const double value : values)
        if (!is_missing(value)) squares += (value - centre) * (value - centre), ++count;
    return count < 2 ? missing : std::sqrt(squares / static_cast<double>(count - 1));
}

double median_in_place(std::span<double> values) {
    const auto end = std::remove_if(values.begin(), values.end(), is_missing);
    const auto count = end - values.begin();
    if (count == 0) return missing;
    const auto middle = values.begin() + count / 2;
    std::nth_element(values.begin(), middle, end);
    if (count % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

double lag1_autocorrelation(std::span<const double> values) {
    const double centre = mean(values);
    double products = 0;
    double squares = 0;
    std::size_t count = 0;
    double before = missing;
    for (const double value : values) {
        const double deviation = value - centre;
        if (!is_missing(value)) squares += deviation * deviation, ++count;
        if (!is_missing(value) && !is_missing(before)) products += deviation * before;
        before = deviation;
    }
    return count < 3 || squares == 0 ? missing : products / squares;
}

} // namespace maerkbar::statistics
