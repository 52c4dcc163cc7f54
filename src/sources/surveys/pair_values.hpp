#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sources/surveys/link_store.hpp"
#include "statistics/own_code_pairing.hpp"

// What is stored to pair two answers of one person, and nothing that tells who it is.
namespace maerkbar::surveys {

// An own code is made of so many things that people remember and that do not change.
inline constexpr std::size_t own_code_elements = 6;
using OwnElements = std::array<std::string, own_code_elements>;
// Of the whole code, and of the code without its first, second … element: what finds a code again although
// one element was given otherwise. No element is hashed for itself: a letter or a day could be tried out.
using OwnHashes = std::array<std::string, own_code_elements + 1>;

// The first hashes, as the browser makes them where script runs: SHA-256 of "KEY:" and the elements, trimmed
// and in small letters, apart by "|", with "*" for the one left out; the first 32 hexadecimal digits. All
// empty where no element was given.
[[nodiscard]] OwnHashes own_hashes(std::string_view key, const OwnElements& elements);
// The key of a survey; a code given to another survey has nothing in common with it.
[[nodiscard]] std::string pairing_key(TenantId tenant, SurveyId survey);

// What is stored: a code that was given out, or the first hashes, each hashed once more with the
// installation's secret, which is not in the database; apart by blanks. Empty without a code.
[[nodiscard]] std::string pair_of_token(std::string_view secret, std::string_view key,
                                        std::string_view token);
[[nodiscard]] std::string pair_of_hashes(std::string_view secret, std::string_view key,
                                         const OwnHashes& hashes);
// As pair_hashed_codes() wants it.
[[nodiscard]] statistics::HashedCode hashed_code(std::string_view pair);

} // namespace maerkbar::surveys
