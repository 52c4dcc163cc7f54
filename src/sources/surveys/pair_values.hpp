#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sources/surveys/link_store.hpp"

// What is stored to pair two answers of one person, and nothing that tells who it is.
namespace maerkbar::surveys {

// An own code is made of so many things that people remember and that do not change.
inline constexpr std::size_t own_code_elements = 6;
using OwnElements = std::array<std::string, own_code_elements>;

// The first hash of one element, as the browser makes it where script runs: SHA-256 of "KEY:PLACE:ELEMENT" in
// hexadecimal, the first 16 digits. `place` from 0. The element is trimmed and in small letters.
[[nodiscard]] std::string element_hash(std::string_view key, std::size_t place, std::string_view element);
// The key of a survey; a code given to another survey has nothing in common with it.
[[nodiscard]] std::string pairing_key(TenantId tenant, SurveyId survey);

// What is stored: a code that was given out, or the elements' first hashes, each hashed once more; apart by
// blanks. Elements that are empty stay empty ("-"); empty altogether where all are.
[[nodiscard]] std::string pair_of_token(std::string_view key, std::string_view token);
[[nodiscard]] std::string pair_of_hashes(std::string_view key, const OwnElements& hashes);
// As pair_own_codes() wants it.
[[nodiscard]] std::vector<std::string> elements_of(std::string_view pair);

} // namespace maerkbar::surveys
