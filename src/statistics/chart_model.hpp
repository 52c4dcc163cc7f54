#pragma once

#include <optional>
#include <string_view>

#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

enum class ChartType { run, i, mr, i_prime, p, p_prime, u, u_prime, c, g, t, xbar, s };

// The names used on the command line and in files: run, i, mr, ip, p, pp, u, up, c, g, t, xbar, s.
std::string_view code_of(ChartType type);
std::optional<ChartType> chart_type(std::string_view code);
// Whether the chart is computed from y and n (I-prime, P, P-prime, U, U-prime).
bool needs_denominator(ChartType type);

// What the base points of one part say: enough to draw the limits for any denominator or subgroup size.
// On T charts everything is on the scale y^(1/3.6).
struct ChartModel {
    double centre = missing;  // the line
    double middle = missing;  // the limits lie around this (differs from the line on G and MR charts)
    double sigma = missing;   // standard deviation of one unit; what it means for n units, limits_at knows
    double sigma_z = missing; // prime charts: how much larger the spread is than chance alone gives
};

struct Limits {
    double lower = missing;
    double upper = missing;
};

// The centre line as it is drawn.
double drawn_centre(ChartType type, const ChartModel& model);
// Limits `sigmas` standard deviations away, where the point has denominator `n` (or subgroup size, on Xbar
// and S). Missing where they are not defined: run charts, n = 0, subgroups of one.
Limits limits_at(ChartType type, const ChartModel& model, double n, double sigmas = 3);

} // namespace maerkbar::statistics
