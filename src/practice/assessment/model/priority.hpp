#pragma once

#include <span>

namespace maerkbar::assessment {

// What one person thinks of an improvement: 1 (little, hard) to 5 (much, easy).
struct Vote {
    int effect = 3;
    int ease = 3;
    bool operator==(const Vote&) const = default;
};

inline constexpr int highest_vote = 5;

enum class Place {
    undecided,     // nobody has voted
    quick_win,     // much effect, easy
    large_project, // much effect, hard
    fill_in,       // little effect, easy
    drop,          // little effect, hard
};

struct Priority {
    int n = 0;
    double effect = 0; // medians
    double ease = 0;
    int effect_span = 0; // highest − lowest
    int ease_span = 0;
    Place place = Place::undecided;
    // Votes lie three steps or more apart: talk before the place is believed.
    [[nodiscard]] bool disputed() const { return effect_span >= 3 || ease_span >= 3; }
};

// "Much" and "easy" begin above the middle of the scale (3).
[[nodiscard]] Priority place_of(std::span<const Vote> votes);

// Which comes first: quick wins, large projects, fill-ins, then those to drop; more effect, then more ease.
[[nodiscard]] bool comes_before(const Priority& a, const Priority& b);

// Open actions of one unit that people can carry at once; a plan that goes beyond is told so.
inline constexpr int most_open_actions = 5;

} // namespace maerkbar::assessment
