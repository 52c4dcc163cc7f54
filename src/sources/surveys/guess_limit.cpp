#include "sources/surveys/guess_limit.hpp"

#include "base/translatable.hpp"

namespace maerkbar::surveys {

std::size_t GuessLimit::count(Times& times, Instant now) {
    while (!times.empty() && times.front() + window <= now)
        times.pop_front();
    return times.size();
}

Result<void> GuessLimit::check(TenantId tenant, std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto here = by_address_.find({tenant, std::string(address)});
    const bool too_many_here = here != by_address_.end() && count(here->second, now) >= most_from_address;
    if (!too_many_here && count(in_all_[tenant], now) < most_in_all) return {};
    return Error{
        ErrorKind::conflict,
        "code.too_many",
        translatable("Too many wrong codes have been typed. Wait an hour, and look at the code again "
                     "meanwhile; it stays valid."),
        {},
        "code"};
}

void GuessLimit::wrong(TenantId tenant, std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    // The global count bounds how many addresses are known at all.
    if (count(in_all_[tenant], now) == 0)
        std::erase_if(by_address_, [&](auto& one) { return one.first.first == tenant; });
    in_all_[tenant].push_back(now);
    by_address_[{tenant, std::string(address)}].push_back(now);
}

} // namespace maerkbar::surveys
