#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::surveys {

// Holds back whoever guesses one-time codes. Wrong codes are counted, right ones never: a library where a
// hundred people type right codes from one address is not held back, and guessing from many addresses is.
// Kept in memory; a restart forgives.
class GuessLimit {
  public:
    static constexpr std::chrono::hours window{1};
    static constexpr std::size_t most_from_address = 30; // wrong codes within the window
    static constexpr std::size_t most_in_all = 1000;     // in one municipality: 2⁻²⁹ of all codes a day

    // Error: code.too_many (conflict) where too many wrong codes have been typed lately.
    Result<void> check(TenantId tenant, std::string_view address, Instant now);
    void wrong(TenantId tenant, std::string_view address, Instant now);

  private:
    using Times = std::deque<Instant>;
    static std::size_t count(Times& times, Instant now);

    std::mutex mutex_;
    std::map<TenantId, Times> in_all_;
    std::map<std::pair<TenantId, std::string>, Times> by_address_;
};

} // namespace maerkbar::surveys
