#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "statistics/ordinal_difference.hpp"

namespace maerkbar::statistics {

// A code that the respondent makes from stable facts (second letter of the mother's name, …), as its
// elements, for example characters.
using OwnCode = std::vector<std::string>;

// The same where only hashes are known: of the whole code, and of the code without its first, second …
// element. Two codes that differ in one element have one of these in common; no element stands for itself.
struct HashedCode {
    std::string whole; // empty: no code
    std::vector<std::string> rests = {};
};

// The characters of a typed code (UTF-8): trimmed, in upper case, also æ, ø and å.
OwnCode own_code(std::string_view typed);

enum class PairedBy { exact, distance1 };
struct OwnCodePair {
    std::size_t before = 0; // place in its wave
    std::size_t after = 0;
    PairedBy how = PairedBy::exact;
};
struct OwnCodePairing {
    std::vector<OwnCodePair> pairs; // in the order of the wave before
    std::size_t exact = 0;
    std::size_t distance1 = 0;
    std::size_t ambiguous_codes = 0; // given twice or more in a wave, and set aside in both
    // Share of the smaller wave that found its pair; missing where a wave is empty.
    double match_rate = missing;
};
// First equal codes, then those that differ in one element (Hamming distance 1) where each is the other's
// only candidate among the rest. An empty code pairs with nothing.
OwnCodePairing pair_own_codes(const std::vector<OwnCode>& before, const std::vector<OwnCode>& after);
OwnCodePairing pair_hashed_codes(const std::vector<HashedCode>& before, const std::vector<HashedCode>& after);

// Did those who could be paired answer as the others of the same wave? Where they did not, the change of the
// pairs is not that of all.
struct PairingBias {
    OrdinalDifference difference; // paired (as after) against unpaired (as before)
    double paired_mean = missing;
    double unpaired_mean = missing;
};
PairingBias pairing_bias(ScaleCounts paired, ScaleCounts unpaired);

} // namespace maerkbar::statistics
