#pragma once

#include <algorithm>
#include <optional>

#include "base/date.hpp"

namespace maerkbar::organisation {

// Nothing in the organisation is older: a unit "since always" is valid from here, so that old extracts find
// it.
inline constexpr Date beginning{-25567}; // 1900-01-01
// The end of what has no end.
inline constexpr Date forever{2932897}; // 10000-01-01

// The days from `from` up to, not including, `to`.
struct Validity {
    Date from = beginning;
    Date to = forever;

    auto operator<=>(const Validity&) const = default;
    [[nodiscard]] bool holds(Date day) const { return from <= day && day < to; }
    [[nodiscard]] bool empty() const { return to <= from; }
    [[nodiscard]] bool covers(const Validity& other) const { return from <= other.from && other.to <= to; }
    [[nodiscard]] bool overlaps(const Validity& other) const { return from < other.to && other.from < to; }
    [[nodiscard]] bool has_end() const { return to < forever; }
    [[nodiscard]] bool has_start() const { return beginning < from; }
    // The last day inside, for people; only where has_end().
    [[nodiscard]] Date last() const { return to - 1; }
};

// The days that lie in both; may be empty().
inline Validity common(const Validity& a, const Validity& b) {
    return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

} // namespace maerkbar::organisation
