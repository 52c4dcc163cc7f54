#pragma once

#include <cstdint>
#include <string_view>

// Chance from keys instead of a running generator: what a case draws depends on the seed and on the case
// alone, so two alternatives meet the same arrivals and the same work (common random numbers), and threads
// cannot change a result. The mixing is SplitMix64's (Steele, Lea and Flood 2014).
namespace maerkbar::simulation {

[[nodiscard]] inline std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 30;
    value *= 0xbf58476d1ce4e5b9U;
    value ^= value >> 27;
    value *= 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

// The key of the `number`th thing under `key`.
[[nodiscard]] inline std::uint64_t key_of(std::uint64_t key, std::uint64_t number) {
    return mixed(key + (number + 1) * 0x9e3779b97f4a7c15U);
}

[[nodiscard]] inline std::uint64_t key_of(std::uint64_t key, std::string_view name) {
    for (const char c : name)
        key = key_of(key, static_cast<unsigned char>(c));
    return mixed(key);
}

// Evenly between 0 and 1, never either of them.
[[nodiscard]] inline double share_of(std::uint64_t random) {
    return (static_cast<double>(random >> 11) + 0.5) * 0x1p-53;
}

} // namespace maerkbar::simulation
