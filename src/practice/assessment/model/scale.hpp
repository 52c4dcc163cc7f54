#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "practice/assessment/model/texts.hpp"

namespace maerkbar::assessment {

// A step of the ladder, both ends included.
struct Band {
    double from = 0;
    double to = 0;
    Texts label = {};
    Texts help = {};
    bool operator==(const Band&) const = default;
};

// One of several sides an item is scored on, such as plan, do, check, act.
struct Aspect {
    std::string id;
    Texts names = {};
    Texts help = {};
    std::vector<Band> bands = {};
    bool operator==(const Aspect&) const = default;
};

struct Scale {
    std::string id;
    Texts names = {};
    double min = 0;
    double max = 100;
    bool whole = true; // only whole numbers are given; a rung of a ladder has no decimals
    std::vector<Band> bands = {};
    std::vector<Aspect> aspects = {}; // empty: one number an item

    bool operator==(const Scale&) const = default;
    // Those of the scale, or of its first aspect.
    [[nodiscard]] std::span<const Band> ladder() const;
    [[nodiscard]] const Aspect* aspect(std::string_view aspect_id) const;
    // Whether a person may give this number.
    [[nodiscard]] bool allows(double value) const;
};

// The band (from 0) a value lies in; a value between two bands belongs to the lower one. Needs bands.
[[nodiscard]] std::size_t band_of(const Scale& scale, double value);
[[nodiscard]] double midpoint(const Band& band);

// Scores by aspect; the empty id where a scale has none.
using AspectScores = std::map<std::string, double, std::less<>>;

// What an item's scores come to: the only number, or the mean of all aspects. No value where one is missing:
// half an answer is none.
[[nodiscard]] std::optional<double> item_value(const Scale& scale, const AspectScores& scores);

// The same band on another ladder of as many bands, at its midpoint; no value where the ladders differ in
// length. Show such values as converted.
[[nodiscard]] std::optional<double> converted(double value, const Scale& from, const Scale& to);

} // namespace maerkbar::assessment
