#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace maerkbar::simulation {

inline constexpr double never = std::numeric_limits<double>::infinity();

// Says which of a fixed number of sources has its next event first: a tournament tree. Setting a time costs
// the logarithm of their number, an event is cancelled by setting `never`, and nothing is allocated. Of equal
// times the source with the lowest number is first.
class EventClock {
  public:
    explicit EventClock(std::size_t sources)
        : leaves_(std::bit_ceil(std::max<std::size_t>(sources, 2))), nodes_(2 * leaves_) {
        for (std::size_t i = 0; i < leaves_; ++i)
            nodes_[leaves_ + i].source = static_cast<std::uint32_t>(i);
        for (std::size_t i = leaves_; --i > 0;)
            nodes_[i] = nodes_[2 * i];
    }

    void set(std::size_t source, double time) {
        auto at = leaves_ + source;
        nodes_[at].time = time;
        for (at /= 2; at > 0; at /= 2) {
            const auto& left = nodes_[2 * at];
            const auto& right = nodes_[2 * at + 1];
            nodes_[at] = right.time < left.time ? right : left;
        }
    }
    [[nodiscard]] double time(std::size_t source) const { return nodes_[leaves_ + source].time; }
    [[nodiscard]] double next_time() const { return nodes_[1].time; }
    [[nodiscard]] std::size_t next() const { return nodes_[1].source; }

  private:
    struct Node {
        double time = never;
        std::uint32_t source = 0;
    };
    std::size_t leaves_;
    std::vector<Node> nodes_;
};

} // namespace maerkbar::simulation
