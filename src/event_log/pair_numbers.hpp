#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace maerkbar::event_log {

// Numbers pairs of numbers below `limit` in the order they are first met: by a square table where it is
// small, else by a hash table.
class PairNumbers {
  public:
    explicit PairNumbers(std::size_t limit) : limit_(limit) {
        if (limit <= widest_square) square_.resize(limit * limit, none);
    }

    std::uint32_t number_of(std::uint32_t first, std::uint32_t second) {
        auto& number = place(first, second);
        if (number == none) {
            number = static_cast<std::uint32_t>(pairs_.size());
            pairs_.push_back({first, second});
        }
        return number;
    }

    struct Pair {
        std::uint32_t first;
        std::uint32_t second;
    };
    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }

  private:
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::size_t widest_square = 1024; // 4 MiB

    std::uint32_t& place(std::uint32_t first, std::uint32_t second) {
        if (!square_.empty()) return square_[first * limit_ + second];
        return hashed_.try_emplace((std::uint64_t{first} << 32) | second, none).first->second;
    }

    std::size_t limit_;
    std::vector<std::uint32_t> square_;
    std::unordered_map<std::uint64_t, std::uint32_t> hashed_;
    std::vector<Pair> pairs_;
};

} // namespace maerkbar::event_log
