#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/survival/cases.hpp"
#include "statistics/before_after.hpp"

namespace maerkbar::app_survival {

inline constexpr std::array<double, 3> quantile_shares{0.5, 0.75, 0.9};

// One group of cases, or all of them.
struct GroupResult {
    std::string name; // empty: all cases
    statistics::SurvivalCurve curve;
    std::array<statistics::TimeQuantile, quantile_shares.size()> quantiles;
    statistics::FinishedFigures finished;
    std::vector<statistics::EndingPoint> endings; // empty without --ending
};

struct Comparison {
    std::string before; // names of the groups
    std::string after;
    statistics::BeforeAfter result;
};

struct Analysis {
    GroupResult all;
    std::vector<GroupResult> groups;
    std::optional<statistics::CurveComparison> log_rank; // among all groups, where there are several
    std::optional<statistics::CurveComparison> peto;
    std::optional<Comparison> comparison; // of two groups: asked for, or the only two
};

[[nodiscard]] Result<Analysis> analyse(const CaseFile& file, const Request& request);

} // namespace maerkbar::app_survival
