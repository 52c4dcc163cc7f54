#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "statistics/numbers.hpp"

namespace maerkbar::simulation {

// Counts times in classes that are a sixteenth of an octave wide, so that a quantile is known to 3 %; from
// about four seconds to thirty years, and everything shorter as none.
class WaitHistogram {
  public:
    void add(double hours) {
        ++count_;
        if (hours < shortest) {
            ++none_;
            return;
        }
        const auto place = (std::bit_cast<std::uint64_t>(hours) >> fraction_bits) - lowest;
        ++classes_[place < size ? place : size - 1];
    }
    [[nodiscard]] std::uint64_t count() const { return count_; }
    // The time that a share of all do not exceed; missing for no times at all.
    [[nodiscard]] double quantile(double share) const {
        if (count_ == 0) return statistics::missing;
        const double wanted = share * static_cast<double>(count_);
        double below = static_cast<double>(none_);
        if (below >= wanted) return 0;
        for (std::size_t i = 0; i < size; ++i) {
            const auto inside = static_cast<double>(classes_[i]);
            if (inside > 0 && below + inside >= wanted)
                return edge(i) + (edge(i + 1) - edge(i)) * (wanted - below) / inside;
            below += inside;
        }
        return edge(size);
    }

  private:
    static constexpr int fraction_bits = 52 - 4;
    static constexpr double shortest = 0x1p-10;
    static constexpr std::uint64_t lowest = std::bit_cast<std::uint64_t>(shortest) >> fraction_bits;
    static constexpr std::size_t size = 16 * 28;
    static double edge(std::size_t place) { return std::bit_cast<double>((lowest + place) << fraction_bits); }

    std::uint64_t count_ = 0;
    std::uint64_t none_ = 0;
    std::array<std::uint32_t, size> classes_{};
};

} // namespace maerkbar::simulation
