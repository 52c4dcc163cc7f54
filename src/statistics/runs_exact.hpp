#pragma once

#include "statistics/runs.hpp"

namespace maerkbar::statistics {

// Exact probabilities of runs when only chance is at work, by counting sequences of sides (compositions of n
// into runs of limited length; see the reference of this module). Time grows with n² × the length of the run.

// Where the centre line came from. `fixed`: each point falls above or below it like a fair coin.
// `even_split`: it is the points' own median, with ⌊n/2⌋ points on one side and the rest on the other.
enum class CentreLine { fixed, even_split };

// P(longest run > length) and P(crossings < count) among n useful points; fixed centre line.
double probability_of_longer_run(int n, int length);
double probability_of_fewer_crossings(int n, int count);
// More useful points than this are not counted out exactly: the two functions below give no value then (time
// and memory grow with n²).
inline constexpr int most_exact_points = 1000;

// P(longest run > length or crossings < count).
double probability_of_either(int n, int length, int count, CentreLine centre = CentreLine::fixed);

// How surprising these runs are if only chance is at work (fixed centre line): the probability that a series
// of as many useful points has a longest run or a number of crossings at least as improbable as the more
// improbable of the two seen. 1 without useful points. Comparable between series of any length, and so fit
// for correction over many.
double runs_p_value(const Runs& runs);

} // namespace maerkbar::statistics
