#pragma once

#include <cstddef>
#include <optional>

#include "practice/assessment/model/scale.hpp"

namespace maerkbar::assessment {

enum class Trend { none, better, worse };
enum class Attainment { unknown, kept, missed };

// What an indicator of the unit's own tells of a result: beyond chance better or worse, its target kept or
// missed.
struct Signs {
    Trend trend = Trend::none;
    Attainment attainment = Attainment::unknown;
    bool operator==(const Signs&) const = default;
};

// The band (from 0) of a six-step result ladder that fits the signs; a person accepts it or not. The lowest
// ("not measured") and the highest ("lasting, also beside others") are never suggested: one indicator cannot
// tell them. No value on ladders of another length.
[[nodiscard]] std::optional<std::size_t> suggested_band(const Signs& signs, const Scale& scale);

} // namespace maerkbar::assessment
