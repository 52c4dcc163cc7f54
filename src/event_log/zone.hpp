#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace maerkbar::event_log {

// A moment as milliseconds since 1970-01-01T00:00Z, and a length of time in milliseconds. Plain numbers,
// because tens of millions of them are kept, sorted and added.
using Milliseconds = std::int64_t;

constexpr Milliseconds second_ms = 1000;
constexpr Milliseconds minute_ms = 60 * second_ms;
constexpr Milliseconds hour_ms = 60 * minute_ms;
constexpr Milliseconds day_ms = 24 * hour_ms;

// The rules of a named time zone ("Europe/Copenhagen") between 1850 and 2150, summer time included. Before
// and after, the first and last offset hold.
class Zone {
  public:
    Zone() : Zone("UTC", {{INT64_MIN, 0}}) {}
    // invalid: no such zone.
    [[nodiscard]] static Result<Zone> named(std::string_view name);

    [[nodiscard]] const std::string& name() const { return name_; }
    // Local time minus UTC.
    [[nodiscard]] Milliseconds offset_at(Milliseconds instant) const;

    // What a clock on the wall shows, as if it were UTC.
    [[nodiscard]] Milliseconds local(Milliseconds instant) const { return instant + offset_at(instant); }
    enum class Certainty {
        sure,
        twice, // the clock was set back: the first of the two moments is taken
        never, // the clock was set forward over it: the offset before the change is taken
    };
    struct Moment {
        Milliseconds instant = 0;
        Certainty certainty = Certainty::sure;
    };
    [[nodiscard]] Moment from_local(Milliseconds wall) const;

    [[nodiscard]] Date local_day(Milliseconds instant) const;
    // Local midnight of the day, or the first moment after it where midnight was skipped.
    [[nodiscard]] Milliseconds start_of(Date day) const;

  private:
    struct Change {
        Milliseconds from;
        Milliseconds offset;
    };
    Zone(std::string name, std::vector<Change> changes)
        : name_(std::move(name)), changes_(std::move(changes)) {}
    [[nodiscard]] std::size_t change_at(Milliseconds instant) const;

    std::string name_;
    std::vector<Change> changes_; // the first from INT64_MIN
};

} // namespace maerkbar::event_log
