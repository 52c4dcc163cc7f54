#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace maerkbar::simulation {

// Numbers of cases, first come first served, in a ring that grows.
class WaitingLine {
  public:
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    void push(std::uint32_t value) {
        if (size_ == ring_.size()) grow();
        ring_[(first_ + size_++) & (ring_.size() - 1)] = value;
    }
    std::uint32_t pop() {
        const auto value = ring_[first_];
        first_ = (first_ + 1) & (ring_.size() - 1);
        --size_;
        return value;
    }

  private:
    void grow() {
        std::vector<std::uint32_t> larger(ring_.size() * 2);
        for (std::size_t i = 0; i < size_; ++i)
            larger[i] = ring_[(first_ + i) & (ring_.size() - 1)];
        ring_ = std::move(larger);
        first_ = 0;
    }

    std::vector<std::uint32_t> ring_ = std::vector<std::uint32_t>(16);
    std::size_t first_ = 0;
    std::size_t size_ = 0;
};

} // namespace maerkbar::simulation
