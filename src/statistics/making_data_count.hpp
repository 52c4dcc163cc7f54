#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "statistics/chart_model.hpp"
#include "statistics/numbers.hpp"

namespace maerkbar::statistics {

// The rule set of NHS England's Making Data Count: an XmR chart with four rules, and two icons that say how a
// measure varies and whether its target can be relied on.

enum class Improvement { increase, decrease, neutral };

// Why a point is marked, in order of precedence.
enum class SpecialCause {
    none,
    above_limit,
    below_limit,
    trend_up, // seven points, each higher than the one before
    trend_down,
    two_of_three_above, // near the limit, with all three on the same side of the mean
    two_of_three_below,
    shift_above, // seven points on one side of the mean
    shift_below,
};

enum class PointType { common_cause, improvement, concern, neutral_high, neutral_low };

// Whether the target is met whatever happens: the target against the limits of the last group. `none`: no
// target, no direction, or no limits.
enum class Assurance { none, consistent_pass, consistent_fail, inconsistent };

struct MdcOptions {
    Improvement improvement = Improvement::increase;
    std::optional<double> target;
    std::vector<std::size_t> rebase; // indices (from 0) of points that begin a new group
    std::size_t fix_after = 0; // so many first points of each group set its limits (at least 12); 0: all
    bool screen = true;
};

struct MdcPoint {
    double y = missing;
    int group = 0; // index into MdcChart::groups
    bool used_for_limits = false;
    bool outside = false;
    int side = 0; // +1 above the mean, -1 below
    bool near = false;
    SpecialCause cause = SpecialCause::none;
    PointType type = PointType::common_cause;
};

struct MdcGroup {
    std::size_t first = 0;
    std::size_t end = 0;
    double mean = missing;
    Limits limits;
    bool is_short = false; // fewer than 13 points: too few for icons
    Assurance assurance = Assurance::none;
    int common = 0;
    int improvement = 0;
    int concern = 0;
    int neutral_high = 0;
    int neutral_low = 0;
};

struct MdcChart {
    std::vector<MdcPoint> points;
    std::vector<MdcGroup> groups;

    // The variation icon follows the type of the latest point; high or low from its cause.
    [[nodiscard]] const MdcPoint& latest() const { return points.back(); }
};

// The points in order of time; a missing value is a gap that ends a trend, a shift and a run of three.
// A constant series has limits at its mean, and its target is met or missed for sure.
// Errors: no points (chart.no_points); fix_after from 1 to 11 (mdc.fix_after_too_few).
Result<MdcChart> making_data_count(std::span<const double> values, const MdcOptions& options = {});

// Whether a cause lies to the high side: above the limit or mean, or rising.
bool is_high(SpecialCause cause);
// "Above UCL", "7 Point Trend (Increasing)" …: the labels that analysts know from the original.
std::string_view label_of(SpecialCause cause);
// common_cause, special_cause_improvement, special_cause_concern, special_cause_neutral_high,
// special_cause_neutral_low.
std::string_view code_of(PointType type);
// Empty, consistent_pass, consistent_fail, inconsistent.
std::string_view code_of(Assurance assurance);

} // namespace maerkbar::statistics
