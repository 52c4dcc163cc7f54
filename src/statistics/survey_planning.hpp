#pragma once

#include <cstdint>

namespace maerkbar::statistics {

// How many answers give a share with this half width of its interval (0.05: ± 5 percentage points).
struct AnswersNeeded {
    double without_population = 0; // n0 = z² p (1 - p) / e²
    double exact = 0;              // N n0 / (N + n0 - 1); n0 itself where the population is infinite
    std::int64_t needed = 0;       // rounded up
};
struct PrecisionWish {
    double population = 0; // infinity where it has no end
    double share = 0.5;    // what is expected; 0.5 where nothing is known
    double half_width = 0.05;
};
// Cochran, Sampling Techniques, 4.4.
AnswersNeeded answers_needed(const PrecisionWish& wish, double confidence = 0.95);

// Before and after a change: shares of 0 to 1 that differ.
struct ShareChange {
    double before = 0;
    double after = 0;
};
// The probability that two waves of `answers` each show this change at 5 %, two-sided (normal approximation
// with the pooled variance under no change, as R's power.prop.test).
double power_of_waves(ShareChange change, std::int64_t answers);

// What to tell before launch. At 80 % power a change "will probably be seen"; a coin's throw or more "may be
// seen"; below that it will probably be missed.
enum class Visibility { probable, possible, unlikely };
Visibility visibility(ShareChange change, std::int64_t answers);
// The fewest answers a wave that reach this power; 0 where before equals after.
std::int64_t answers_for_power(ShareChange change, double power = 0.8);

} // namespace maerkbar::statistics
