#pragma once

namespace maerkbar::statistics {

// Constants for subgroups of n values (Shewhart; Montgomery, appendix VI). All are missing for n < 2. They
// are made from logarithms of the gamma function, so that large subgroups do not overflow.
double c4(double n); // E(s)/sigma
double c5(double n); // sd(s)/sigma = sqrt(1 - c4^2)
double a3(double n); // 3 / (c4 sqrt n)
double b3(double n); // max(0, 1 - 3 c5/c4)
double b4(double n); // 1 + 3 c5/c4

// Mean of the moving range of two normal values, in standard deviations, as the charts use it: the rounded
// figure of the tables, not 2/sqrt(pi).
inline constexpr double d2_of_two = 1.128;
// Upper limit of the moving range in means of it (D4 of two).
inline constexpr double d4_of_two = 3.267;

} // namespace maerkbar::statistics
