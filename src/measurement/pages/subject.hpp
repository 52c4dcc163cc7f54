#pragma once

#include "measurement/decision_store.hpp"
#include "measurement/pages/pictures.hpp"
#include "measurement/pages/visit.hpp"

namespace maerkbar::measurement {

// What an indicator page is about: one indicator in one unit, with everything shown there read at one moment.
struct Subject {
    UnitId unit;
    Indicator indicator;
    std::optional<Period> until; // judged as it was then
    std::shared_ptr<const Verdict> verdict;
    std::vector<Note> notes;
    std::vector<Decision> decisions;
    std::vector<StoredTarget> targets; // of this unit alone

    [[nodiscard]] ChartKey chart() const { return {indicator.id, unit}; }
};

// The subject of the path. Errors: not_found, also where the person may not see the unit.
[[nodiscard]] Result<Subject> subject_of(Visit& visit);
[[nodiscard]] Drawing drawing_of(const Visit& visit, const Subject& subject);

} // namespace maerkbar::measurement
