#pragma once

#include "app/survey/analysis.hpp"
#include "app/survey/columns.hpp"

namespace maerkbar::app_survey {

struct Waves {
    Respondents before;
    Respondents after;
};

// Every question that has a success, different persons.
[[nodiscard]] std::vector<WaveChange> changes_between(const Waves& waves,
                                                      const std::vector<const QuestionFigures*>& questions);

// The same persons, found by Respondent::person. `set_aside` counts those found twice in a wave.
[[nodiscard]] std::vector<PairedChange> paired_changes(const Waves& waves,
                                                       const std::vector<const QuestionFigures*>& questions,
                                                       std::size_t& set_aside);

} // namespace maerkbar::app_survey
