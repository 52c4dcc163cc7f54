#pragma once

#include "sources/surveys/results/pages/visit.hpp"
#include "sources/surveys/results/wave_results.hpp"

namespace maerkbar::surveys::results::pages {

// The waves of a survey at the unit asked for, and each follow-up beside its baseline once both are over.
struct WaveComparison {
    std::vector<WaveResult> waves;
    std::vector<Compared> compared; // they point into `waves`
};
[[nodiscard]] Result<WaveComparison> wave_results(Visit& visit, const Subject& subject);

// What happened from one wave to the other, in plain sentences: before, after, the change with what it may
// be among all, and how the same persons changed.
[[nodiscard]] std::vector<std::string> comparison_sentences(const Compared& compared,
                                                            const CountedQuestion& question,
                                                            const web::Language& language);

} // namespace maerkbar::surveys::results::pages
