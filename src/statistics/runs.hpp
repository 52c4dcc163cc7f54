#pragma once

#include <cstddef>
#include <span>

#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

// The two run rules of Anhøj (runs analysis) for points around a centre line, and where the longest run is.
// Points on the line and missing points are no part of it: they neither break nor lengthen a run.
struct Runs {
    int useful = 0;      // points off the line
    int longest = 0;     // points in the longest run on one side (the latest of equally long ones)
    int longest_max = 0; // more than this is a signal; 0 where there is no useful point
    int crossings = 0;   // of the line, by neighbouring useful points
    int crossings_min = 0;
    std::size_t longest_first = 0; // index of its first and last point in the series
    std::size_t longest_last = 0;
    int longest_side = 0; // +1 above the line, -1 below, 0 none

    [[nodiscard]] bool too_long() const { return useful > 0 && longest > longest_max; }
    [[nodiscard]] bool too_few_crossings() const { return useful > 0 && crossings < crossings_min; }
    [[nodiscard]] bool signal() const { return too_long() || too_few_crossings(); }
};

// round(log2 n) + 3 (Anhøj & Olesen 2014).
int longest_run_max(int useful);
// The smallest k with P(Bin(n-1, 1/2) <= k) >= 0.05 (Chen 2010).
int crossings_min(int useful);

// Counts runs one point at a time, in order.
class RunCounter {
  public:
    // `deviation` of the point with this index from its centre line; 0 and missing are passed over.
    void add(std::size_t index, double deviation);
    [[nodiscard]] Runs result() const;

  private:
    Runs runs_;
    int side_ = 0;
    int length_ = 0;
    std::size_t first_ = 0;
};

} // namespace maerkbar::statistics
