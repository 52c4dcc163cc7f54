#pragma once

#include <vector>

namespace maerkbar::web::chart {

// A straight mapping of values to coordinates.
struct Scale {
    double low = 0, high = 1; // values
    double from = 0, to = 1;  // coordinates of low and high
    [[nodiscard]] double operator()(double value) const {
        return from + (value - low) / (high - low) * (to - from);
    }
};

// Collects the finite values an axis must show.
struct Range {
    double low = 1, high = 0; // low > high while empty
    void add(double value);   // NaN and infinity are passed over
    [[nodiscard]] bool empty() const { return low > high; }
};

struct Axis {
    double low = 0, high = 1;
    std::vector<double> ticks; // rising, all inside
    int decimals = 0;          // needed to tell the ticks apart
};

// Ends and ticks for the range: a little air on both sides but never beyond the natural bounds (NaN: no
// bound), about `wanted` round ticks (1, 2 or 5 times a power of ten; 25, 250, … too). `factor` is
// NumberStyle::factor: ticks are round as shown.
[[nodiscard]] Axis axis_for(Range range, double least, double greatest, int wanted, double factor);

} // namespace maerkbar::web::chart
