#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "practice/assessment/model/roll_up.hpp"

namespace maerkbar::assessment {

// What became of one item since the round before.
enum class Change {
    up,
    down,
    unclear,        // smaller than the group's own disagreement
    not_comparable, // no value, or on another scale: draw a dotted line, say no direction
};

// An item as one round left it.
struct Stand {
    std::optional<double> value = {};
    std::string scale = {};
    std::optional<double> sd = {}; // of the individual scores
};

// A change smaller than the group's own standard deviation (the larger of the two rounds') is no clear
// change.
[[nodiscard]] Change change_between(const Stand& before, const Stand& now);

// Values of this model's items as values of another model's.
struct Mapped {
    double value = 0;      // mean of those that map to it
    bool inferred = false; // any of them covers it or is a part of it, rather than being the same
};
[[nodiscard]] std::map<std::string, Mapped, std::less<>> mapped(const Model& model, const ItemValues& values,
                                                                std::string_view target);

// Whether a value given here says something of the item there.
enum class Comparable {
    directly, // the same thing on the same scale
    by_step,  // the same thing on a ladder of as many steps
    inferred, // one covers the other or is a part of it, on ladders of as many steps
    no,       // not scored, or ladders of different length
};
// By the usual way of scoring of both models.
[[nodiscard]] Comparable comparable(const Mapping& mapping, const Model& from, const Model& to);

// One unit's latest value, and the day it was agreed.
struct UnitStand {
    double value = 0;
    Date day;
};
struct OverUnits {
    int reporting = 0;
    int of = 0;
    double median = 0;
    double lowest = 0;
    double highest = 0;
    Date oldest;
};
// No value where no unit reports. Never a sum, and no mean: units weigh the same however large they are.
[[nodiscard]] std::optional<OverUnits> over_units(std::span<const UnitStand> units, int of);

// Other units are shown without names, and only from five up.
inline constexpr int least_peers = 5;

} // namespace maerkbar::assessment
