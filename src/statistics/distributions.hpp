#pragma once

namespace maerkbar::statistics {

// Thin functions over Boost.Math, so that its headers are read in one file. `confidence` is two-sided: 0.95
// leaves 2.5 % at each end. Missing arguments, and degrees of freedom below or at 0, give missing.

double normal_quantile(double probability);
// The z that a two-sided interval of this confidence reaches from its centre, 1.96 for 0.95.
double normal_reach(double confidence);
double normal_below(double z);
// P(|Z| >= |z|).
double normal_two_sided(double z);

double t_reach(double confidence, double degrees_of_freedom);
double t_two_sided(double t, double degrees_of_freedom);
double chi_square_above(double value, double degrees_of_freedom);
double f_quantile(double probability, double first_degrees, double second_degrees);
double beta_quantile(double probability, double a, double b);

double binomial_at_most(double count, double n, double p);
double binomial_exactly(double count, double n, double p);
// P(X >= count).
double binomial_at_least(double count, double n, double p);

} // namespace maerkbar::statistics
