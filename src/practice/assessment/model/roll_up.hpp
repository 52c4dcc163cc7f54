#pragma once

#include <map>
#include <optional>
#include <string>

#include "practice/assessment/model/model.hpp"

namespace maerkbar::assessment {

using ItemValues = std::map<std::string, double, std::less<>>; // item → agreed value

// The value of an area, and how many of its items it rests on.
struct Rolled {
    std::optional<double> value = {};
    int answered = 0;       // items beneath with a value
    int of = 0;             // items beneath that are scored and asked about in this round
    bool points = false;    // a sum of points, no place on a scale
    bool converted = false; // children on different scales were brought to 0–100 by band first
};

struct Profile {
    std::map<std::string, Rolled, std::less<>> nodes;  // every node, items too
    std::map<std::string, Rolled, std::less<>> groups; // mean of the areas at the top of each group
    Rolled whole;
};

// What to roll up: `method` is the round's; items outside `values` are unanswered, and items not in `asked`
// are left out altogether (empty: all are asked).
struct RollUpQuestion {
    const Model& model;
    std::string method;
    ItemValues values;
    std::vector<std::string> asked = {};
};

[[nodiscard]] Profile roll_up(const RollUpQuestion& question);

} // namespace maerkbar::assessment
