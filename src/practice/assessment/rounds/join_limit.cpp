#include "practice/assessment/rounds/join_limit.hpp"

#include <algorithm>

namespace maerkbar::assessment {

std::optional<Instant> JoinLimit::closed_until(std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = wrong_.find(address);
    if (found == wrong_.end()) return std::nullopt;
    auto& moments = found->second;
    std::erase_if(moments, [&](Instant moment) { return moment + window <= now; });
    if (moments.size() < most_wrong) return std::nullopt;
    return moments.front() + window;
}

void JoinLimit::note_wrong(std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    if (wrong_.size() >= most_addresses) forget_quiet(now);
    wrong_[std::string(address)].push_back(now);
}

void JoinLimit::forget_quiet(Instant now) {
    std::erase_if(wrong_, [&](const auto& entry) { return entry.second.back() + window <= now; });
    if (wrong_.size() < most_addresses) return;
    wrong_.erase(std::ranges::min_element(wrong_, {}, [](const auto& entry) { return entry.second.back(); }));
}

} // namespace maerkbar::assessment
