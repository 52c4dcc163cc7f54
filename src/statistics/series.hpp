#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

// One point of a series before a chart is computed: all rows with the same x (day, month, batch, unit …).
struct Subgroup {
    double value =
        missing; // what is plotted: sum / n where there is a denominator, otherwise the aggregate of the rows
    double sum = missing; // of the rows' y
    double n = missing;   // of the rows' denominators; missing where the series has none
    double sd = missing;  // of the rows' y, with size - 1
    int size = 1;         // rows whose y is there

    // A measurement, or a count without denominator.
    static Subgroup measured(double y) { return {y, y, missing, missing, is_missing(y) ? 0 : 1}; }
    // A count or sum out of n: share, rate or mean.
    static Subgroup counted(double y, double n);
    // A group of measurements known by its size, mean and standard deviation alone.
    static Subgroup summarised(int size, double mean, double sd);
};

// What becomes of several rows with the same x where there is no denominator.
enum class Aggregate { mean, median, sum, sd };

// The rows of one series, in any order. `x` is a number to sort by: a day, an index, the rank of a category.
struct Rows {
    std::span<const double> x;
    std::span<const double> y;
    std::span<const double> n; // empty: no denominator
};

struct Series {
    std::vector<Subgroup> points;
    std::vector<std::size_t> first_row; // for each point, the first row (in the given order) that has its x
};

// Sorts rows by x and takes rows with the same x together. Rows without x are left out. With a denominator, a
// row where y or n is missing counts as wholly missing. A point without any y is kept as a missing point: a
// gap is seen.
Series group_rows(const Rows& rows, Aggregate aggregate = Aggregate::mean);

} // namespace maerkbar::statistics
