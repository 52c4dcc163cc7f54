#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "measurement/histogram.hpp"
#include "measurement/whole_number.hpp"

namespace maerkbar::measurement {

// What is kept of the facts of one unit and day, or of any sum of them: whole numbers only, so that merging
// is exact and independent of order. What the numbers stand for depends on what the indicator counts:
//
//   share of rows         count: rows judged          sum: rows that meet the condition   weight: rows judged
//   share of two columns  count: rows with both       sum: Σ numerator                    weight: Σ
//   denominator rate                  count: rows with both       sum: Σ numerator (or rows)          weight:
//   Σ denominator mean, sum, quantile…  count: rows with a value    sum: Σ values squares: Σ values² count
//   count: rows
//
// Columns of type number are summed as value × 10,000 (fixed_point). minimum and maximum only mean something
// where count > 0.
struct Cell {
    std::int64_t rows =
        0; // of the source on that day, before the filter: there is data, even if it counts nothing
    std::int64_t count = 0;
    std::int64_t unknown = 0; // rows the filter lets through, but without the value that is needed
    Int128 sum = 0;
    Int128 weight = 0;
    Int128 squares = 0;
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
    Histogram histogram = {};
    // Only in what is read of states (read_states): units with a state, and how many of those are older than
    // the end of the period.
    std::int64_t units = 0;
    std::int64_t units_late = 0;

    bool operator==(const Cell&) const = default;
    [[nodiscard]] bool empty() const { return rows == 0; }
    // One more value into count, sum, squares, minimum and maximum.
    void add_value(std::int64_t value);
    void merge(const Cell& other);
    // What takes this cell away again, when it is merged; only for what is counted or added up.
    [[nodiscard]] Cell opposite() const;
};

// A line a person can read in the database: "n1384 s1204 w1384", "n3 s510 q90500 a120 z200
// h120:1,190:1,200:1". Letters: n count, u unknown, s sum, w weight, q squares, a minimum, z maximum, h
// histogram, o units, l late ones; zeros are left out.
[[nodiscard]] std::string encode(const Cell& cell);
// Error: internal, measurement.cell_unreadable.
[[nodiscard]] Result<Cell> decode(std::string_view text);

} // namespace maerkbar::measurement
