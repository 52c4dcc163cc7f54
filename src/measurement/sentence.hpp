#pragma once

#include <string>
#include <vector>

#include "measurement/definition.hpp"
#include "measurement/verdict.hpp"
#include "web/language.hpp"

namespace maerkbar::measurement {

// A verdict in plain words.
struct Said {
    std::vector<std::string> sentences; // value, change, target, and what must be known to read them
    std::vector<std::string> notes;     // gaps in the data, in sentences of their own

    // All sentences as one text.
    [[nodiscard]] std::string text() const;
};

// "87 % af opkaldene blev besvaret inden 2 minutter i oktober (1.204 af 1.384). Det er bedre end før: siden
// uge 18 ligger niveauet på 86 % mod 79 % tidligere. Målet på 80 % er nået og holdes stabilt."
// `today` decides whether years are said.
[[nodiscard]] Said say(const web::Language& language, const Definition& definition, const Verdict& verdict,
                       Date today);

} // namespace maerkbar::measurement
