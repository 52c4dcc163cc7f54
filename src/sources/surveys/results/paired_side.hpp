#pragma once

#include <cstdint>
#include <vector>

#include "sources/surveys/results/counted_question.hpp"
#include "sources/surveys/wave_store.hpp"
#include "statistics/own_code_pairing.hpp"

// What pairs of answers are made of, and when they would give somebody away.
namespace maerkbar::surveys::results {

using StepCounts = std::vector<std::int64_t>; // how many gave each value of a question

// One side of the pairs: those who answered the question, with their codes.
struct PairedSide {
    std::vector<statistics::HashedCode> codes = {};
    std::vector<std::size_t> steps = {}; // places among the question's values
    std::vector<bool> paired = {};

    PairedSide(const CountedQuestion& question, const std::vector<PairedAnswer>& answers);
    [[nodiscard]] StepCounts counts(const CountedQuestion& question, bool of_pairs) const;
};

// Pairs both sides and marks who was paired.
statistics::OwnCodePairing pair_up(PairedSide& first, PairedSide& second);

// Whether anybody left a code.
[[nodiscard]] bool can_be_paired(const std::vector<PairedAnswer>& answers);
// Nobody, or everybody the same.
[[nodiscard]] bool all_alike(const StepCounts& counts);
// Whether those left over, when the pairs are taken from a whole that is shown too, are too few or all alike.
[[nodiscard]] bool gives_away(const StepCounts& left_over, const disclosure::Thresholds& fewest);

} // namespace maerkbar::surveys::results
