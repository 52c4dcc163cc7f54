#pragma once

#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

struct Interval {
    double lower = missing;
    double upper = missing;
};

// A count of events out of `n`; both may be any non-negative numbers, count <= n.
struct Share {
    double count = 0;
    double n = 0;
};

// Wilson's score interval for a share (Wilson 1927, without continuity correction). Missing where n is 0.
Interval wilson(Share share, double confidence = 0.95);
// The exact interval of Clopper and Pearson 1934: never too narrow, often too wide.
Interval clopper_pearson(Share share, double confidence = 0.95);
// The exact interval for the mean of a Poisson count (Garwood 1936), from chi squared.
Interval poisson(double count, double confidence = 0.95);
// Student's interval for the mean of n values with this variance (n - 1). Missing under two values.
Interval student_mean(double mean, double variance, double n, double confidence = 0.95);

// Between which of n ordered values (ranks from 1) the quantile p of what they are drawn from lies, whatever
// its distribution; 0 where there are too few values to say.
struct Ranks {
    double lower = 0;
    double upper = 0;
};
Ranks quantile_ranks(double n, double p, double confidence = 0.95);

// For the difference first - second: Newcombe's hybrid score interval (Newcombe 1998, method 10).
Interval newcombe_difference(Share first, Share second, double confidence = 0.95);

} // namespace maerkbar::statistics
