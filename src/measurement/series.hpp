#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "measurement/cell.hpp"
#include "measurement/definition.hpp"
#include "measurement/schema.hpp"
#include "measurement/verdict.hpp"

namespace maerkbar::measurement {

using PeriodCells = std::map<Period, Cell>;

// What stored sums are divided by to be in the units people mean.
struct Scales {
    double numerator = 1; // also of the values of mean, quantile, maximum and sum
    double denominator = 1;
};
[[nodiscard]] Scales scales_of(const Definition& definition, const SourceSchema& schema);

// The value of one cell with what it is made of; value is none where there is nothing to divide by.
struct CellValue {
    std::optional<double> value = {};
    std::optional<double> numerator = {};
    std::optional<double> denominator = {};
};
[[nodiscard]] CellValue value_of(const Measure& measure, const Scales& scales, const Cell& cell);

// Between which values the mean or quantile of a cell lies with 95 % certainty, by Student's t or by order
// statistics; none for other measures and where the cell holds too few values to say.
[[nodiscard]] std::optional<Interval> spread_of_cell(const Measure& measure, const Scales& scales,
                                                     const Cell& cell);

// Working days after `from` up to and including `to`.
using DaysAtWork = std::function<std::int64_t(Date from, Date to)>;

// How far the facts of the source reach, for the whole municipality.
struct Reach {
    std::optional<Date> last_fact = {};
    bool by_period = false; // SourceSchema::by_period
    Date today;
    DaysAtWork days_at_work = {}; // Monday to Friday where it is left out
    std::int64_t edition = 0;     // of a protected source's releases (ReleasedReach)
    bool live = false;            // SourceSchema::live
};

// Whether all facts of the period are in: it has ended, and after the last fact came no working day (in a
// month or longer: one at most, for sources where little happens).
[[nodiscard]] bool complete(Period period, const Reach& reach);

// From the first to the last period, with every period between (but for days off without facts); the end is
// cut off where no facts reach.
struct Stretch {
    Period first;
    Period last;
};
[[nodiscard]] std::vector<VerdictPoint> make_points(const Definition& definition, const Scales& scales,
                                                    const PeriodCells& cells, Stretch stretch,
                                                    const Reach& reach);

// The points of a ratio of two indicators, for the periods that both have.
[[nodiscard]] std::vector<VerdictPoint> ratio_points(double per, const std::vector<VerdictPoint>& numerators,
                                                     const std::vector<VerdictPoint>& denominators);

} // namespace maerkbar::measurement
