#pragma once

#include <string>
#include <vector>

#include "event_log/event_log.hpp"
#include "event_log/lengths.hpp"

namespace maerkbar::event_log {

// A sequence of activities, and the cases that took exactly this way.
struct Variant {
    std::size_t example = 0; // a case that took it
    std::size_t cases = 0;
    Lengths durations;
};

struct Variants {
    std::vector<Variant> ranked;      // by cases, most first, then by text; rank 1 is ranked[0]
    std::vector<std::uint32_t> ranks; // of each case, from 1

    // How many of the most frequent variants are needed for this share of all cases.
    [[nodiscard]] std::size_t covering(double share) const;
};
[[nodiscard]] Variants variants(const EventLog& log);

// The activities of a case, joined by '|'.
[[nodiscard]] std::string variant_text(const EventLog& log, std::size_t example);

} // namespace maerkbar::event_log
