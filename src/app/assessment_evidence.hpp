#pragma once

#include <vector>

#include "measurement/verdicts.hpp"
#include "practice/assessment/pages/routes.hpp"

namespace maerkbar::app {

// What the unit's indicators say now, for those who assess its results: the sentence of each verdict, whether
// it got better or worse beyond chance, and whether its target is kept. Indicators without data or protected
// are left out.
[[nodiscard]] Result<std::vector<assessment::IndicatorEvidence>> evidence_from(
    measurement::Verdicts& verdicts, storage::Connection& connection,
    const assessment::EvidenceQuestion& question);

} // namespace maerkbar::app
