#include "messages/patience.hpp"

#include <algorithm>

namespace maerkbar::messages {

std::chrono::minutes pause_after(std::int64_t failures) {
    constexpr std::chrono::minutes longest = std::chrono::hours(6);
    const auto doubled = std::clamp<std::int64_t>(failures - 1, 0, 10);
    return std::min(longest, std::chrono::minutes(std::int64_t{1} << doubled));
}

} // namespace maerkbar::messages
