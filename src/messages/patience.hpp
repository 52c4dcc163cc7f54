#pragma once

#include <chrono>
#include <cstdint>

// How long messages wait for a gateway that is away.
namespace maerkbar::messages {

// After so many attempts in a row that the gateway did not answer: 1, 2, 4 … minutes, at most six hours.
[[nodiscard]] std::chrono::minutes pause_after(std::int64_t failures);
inline constexpr std::int64_t most_attempts =
    40; // for one address; about nine days of a gateway that is away

} // namespace maerkbar::messages
