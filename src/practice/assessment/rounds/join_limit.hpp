#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"

namespace maerkbar::assessment {

// Keeps codes of participants from being guessed: how many unknown ones came from an address lately. A code
// that is right never counts, so that a whole town hall behind one address can come in. In memory alone, for
// one server.
class JoinLimit {
  public:
    static constexpr std::size_t most_wrong = 10;
    static constexpr std::chrono::minutes window{15};
    static constexpr std::size_t most_addresses =
        10000; // beyond them those that were quiet longest are forgotten

    // From when on a code from there is looked at again; no value where it may be now.
    [[nodiscard]] std::optional<Instant> closed_until(std::string_view address, Instant now);
    void note_wrong(std::string_view address, Instant now);

  private:
    void forget_quiet(Instant now);

    std::mutex mutex_;
    std::map<std::string, std::vector<Instant>, std::less<>> wrong_; // by address, rising
};

} // namespace maerkbar::assessment
