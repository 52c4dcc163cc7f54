#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "sources/surveys/results/counted_question.hpp"
#include "sources/surveys/wave_store.hpp"

namespace maerkbar::surveys::results {

// The same persons in two waves, as far as it may be seen.
struct PairFigures {
    std::int64_t pairs = 0;
    double match_rate = 0; // share of the smaller wave that found its pair
    std::int64_t up = 0;   // on a higher step than before; from no to yes
    std::int64_t same = 0;
    std::int64_t down = 0;
    // The means, in the wave before, of those who were found again and of the others; only where both are as
    // many as a split needs.
    std::optional<double> paired_mean = {};
    std::optional<double> others_mean = {};
    bool differ = false; // more than chance makes likely

    bool operator==(const PairFigures&) const = default;
};

// What may be seen of one question's pairs: nothing unless there are ten pairs (twenty where it is
// sensitive, and so on), not all of them alike, and
// those left over in each wave are nobody or as many as a mean needs, and do not all agree: the waves are
// shown as a whole too, so what is left over can be computed.
[[nodiscard]] std::optional<PairFigures> pair_figures(const CountedQuestion& question,
                                                      const std::vector<PairedAnswer>& before,
                                                      const std::vector<PairedAnswer>& after);

// For storing; empty where nothing may be seen.
[[nodiscard]] std::string write_pairs(const std::optional<PairFigures>& figures);
[[nodiscard]] Result<std::optional<PairFigures>> read_pairs(std::string_view json);

} // namespace maerkbar::surveys::results
