#include "event_log/readers/status_check.hpp"

#include <algorithm>

namespace maerkbar::event_log {

namespace {

constexpr std::size_t most_in = 10; // one of so many may disagree

} // namespace

void StatusCheck::add(std::size_t line, std::string_view status, bool closed) {
    if (status.empty()) return;
    auto found = by_status_.find(status);
    if (found == by_status_.end()) found = by_status_.emplace(status, Lines()).first;
    (closed ? found->second.closed : found->second.open).push_back(line);
}

void StatusCheck::tell(Oddities& oddities) const {
    std::vector<std::pair<std::size_t, std::string_view>> odd;
    for (const auto& [status, lines] : by_status_) {
        const auto& fewer = lines.closed.size() < lines.open.size() ? lines.closed : lines.open;
        if (fewer.size() * most_in > lines.closed.size() + lines.open.size()) continue;
        for (const auto line : fewer)
            odd.emplace_back(line, status);
    }
    std::ranges::sort(odd);
    for (const auto& [line, status] : odd)
        oddities.add(Oddity::status_disagrees, line, status);
}

} // namespace maerkbar::event_log
