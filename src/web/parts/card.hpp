#pragma once

#include <span>
#include <string>
#include <vector>

#include "web/chart/picture.hpp"
#include "web/html.hpp"
#include "web/language.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::web::parts {

// One indicator on the Overview. The title links to its page; the sentence says what the figures mean.
struct VerdictCard {
    std::string title;
    std::string href;
    std::string value;       // "87 %"; empty shows a dash
    std::string period = {}; // "oktober 2026"
    std::vector<TagKind> tags = {};
    std::string sentence;                   // "Bedre end før: 86 % mod 79 % indtil uge 18."
    std::string target = {};                // "Mål: mindst 80 %"
    std::string remark = {};                // "1.204 af 1.384"
    chart::SparklinePicture sparkline = {}; // drawn when it has points
};

[[nodiscard]] Html verdict_card(const VerdictCard& card, const Language& language);

// Cards side by side as a list; `name` is what a screen reader says of the list.
[[nodiscard]] Html card_grid(std::string_view name, std::span<const Html> cards);

} // namespace maerkbar::web::parts
