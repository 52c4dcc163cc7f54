#pragma once

#include "statistics/intervals.hpp"

namespace maerkbar::statistics {

// The same persons asked twice; yes_no said yes before and no after. Whole counts.
struct PairedCounts {
    double yes_yes = 0;
    double yes_no = 0;
    double no_yes = 0;
    double no_no = 0;
};

struct PairedShareChange {
    double before = missing;
    double after = missing;
    double difference = missing; // before - after
    // McNemar 1947, without and with continuity correction; missing where nobody changed.
    double chi_square = missing;
    double p_mcnemar = missing;
    double chi_square_corrected = missing;
    double p_mcnemar_corrected = missing;
    // Of those who changed, did as many go either way? Exact binomial, two-sided, and its mid-p.
    double p_exact = missing;
    double p_mid = missing;
    // Newcombe 1998 (Statistics in Medicine 17:2635) for the difference: method 8 with phi as it is, and
    // method 10, the one to show, with phi's numerator reduced by n/2 where it is positive. phi is 0 if a
    // margin is 0.
    double phi = missing;
    Interval newcombe8;
    double phi_corrected = missing;
    Interval newcombe10;
};
// Everything is missing where there are no pairs.
PairedShareChange compare_paired(const PairedCounts& pairs, double confidence = 0.95);

} // namespace maerkbar::statistics
