#include "sources/surveys/results/paired_side.hpp"

#include <algorithm>

#include "sources/surveys/pair_values.hpp"

namespace maerkbar::surveys::results {

PairedSide::PairedSide(const CountedQuestion& question, const std::vector<PairedAnswer>& answers) {
    for (const auto& one : answers)
        if (const auto step = step_of(question, one.answers)) {
            codes.push_back(hashed_code(one.pair));
            steps.push_back(*step);
        }
    paired.resize(steps.size());
}

StepCounts PairedSide::counts(const CountedQuestion& question, bool of_pairs) const {
    StepCounts counts(question.values.size());
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (paired[i] == of_pairs) ++counts[steps[i]];
    return counts;
}

statistics::OwnCodePairing pair_up(PairedSide& first, PairedSide& second) {
    auto pairing = statistics::pair_hashed_codes(first.codes, second.codes);
    for (const auto& pair : pairing.pairs)
        first.paired[pair.before] = second.paired[pair.after] = true;
    return pairing;
}

bool can_be_paired(const std::vector<PairedAnswer>& answers) {
    return std::ranges::any_of(answers, [](const PairedAnswer& one) { return !one.pair.empty(); });
}

bool all_alike(const StepCounts& counts) {
    return std::ranges::count_if(counts, [](auto count) { return count > 0; }) < 2;
}

bool gives_away(const StepCounts& left_over, const disclosure::Thresholds& fewest) {
    const auto persons = statistics::answers_on(left_over);
    return persons > 0 && (persons < fewest.whole || all_alike(left_over));
}

} // namespace maerkbar::surveys::results
