#include "sources/feedback/flood_brake.hpp"

#include <algorithm>

namespace maerkbar::feedback {

namespace {

using FractionalSeconds = std::chrono::duration<double>;

double filled(double left, Instant since, Instant now, int most, std::chrono::seconds refill) {
    const auto gained = FractionalSeconds(now - since) / FractionalSeconds(refill);
    return std::clamp(left + gained, 0.0, static_cast<double>(most));
}

} // namespace

bool FloodBrake::take(TenantId tenant, std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    std::erase_if(of_address_, [&](const auto& known) { // those whose allowance is full are not needed
        return filled(known.second.left, known.second.at, now, most_of_address, refill_of_address) >=
               most_of_address;
    });
    auto& all = in_all_.try_emplace(tenant, Allowance{most_in_all, now}).first->second;
    all = {filled(all.left, all.at, now, most_in_all, refill_in_all), now};
    auto& one = of_address_.try_emplace(Key{tenant, address}, Allowance{most_of_address, now}).first->second;
    one = {filled(one.left, one.at, now, most_of_address, refill_of_address), now};
    if (all.left < 1 || (all.left < runs_low && one.left < 1)) return false;
    all.left -= 1;
    one.left = std::max(one.left - 1, 0.0);
    return true;
}

} // namespace maerkbar::feedback
