#pragma once

#include "sources/surveys/results/pages/selection.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::surveys::results::pages {

// One question on the results page.
struct Asked {
    const CountedQuestion& question;
    const Figures& figures;
    const Figures* before = nullptr; // in the period to compare with
    std::string before_words = {};
    std::optional<double> promised = {}; // least share of favourable answers
};

// What the figures say, in sentences: the share with its interval, whether the promise is met, and the
// change.
[[nodiscard]] std::vector<std::string> sentences_of(const Asked& asked, const web::Language& language);
// met, not met, or undecided; nothing without a promise or a share.
[[nodiscard]] std::optional<web::parts::TagKind> target_tag(const Figures& figures,
                                                            std::optional<double> promised);
// The answers by value, each with its interval: a picture and a table.
[[nodiscard]] web::Html distribution(const Visit& visit, const Definition& definition, const Asked& asked,
                                     const std::string& title);
// Expectation held against experience.
[[nodiscard]] web::Html expectation(const Visit& visit, const Asked& asked);

} // namespace maerkbar::surveys::results::pages
