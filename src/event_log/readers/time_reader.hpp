#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "event_log/zone.hpp"
#include "tables/parse_values.hpp"

namespace maerkbar::event_log {

// A moment as it was written.
struct ReadTime {
    Milliseconds instant = 0;
    bool date_only = false; // counted as midnight UTC
    bool local = false;     // without offset: read in the reader's zone
    Zone::Certainty certainty = Zone::Certainty::sure;
};

// Reads times of one column. ISO 8601 in all its usual shapes (2026-11-22T13:05:09.250+01:00, with a space
// for the T, without seconds, Z, +0100, +01) is read by a path of its own; everything else as
// tables::parse_date reads it, and seconds or milliseconds since 1970 as 10 or 13 figures. Not for several
// threads.
class TimeReader {
  public:
    TimeReader(const Zone& zone, tables::DateOrder order) : zone_(zone), order_(order) {}

    // None where the text is no time.
    std::optional<ReadTime> read(std::string_view text);

  private:
    struct Month {
        std::uint64_t text = 0; // "2026-11-"
        Milliseconds begin = 0;
        int days = 0;
    };

    std::optional<ReadTime> iso(std::string_view text);
    std::optional<Milliseconds> iso_day(std::string_view text);
    const Month& iso_month(std::string_view text);
    std::optional<ReadTime> other(std::string_view text);
    ReadTime in_zone(Milliseconds wall);

    const Zone& zone_;
    tables::DateOrder order_;
    // Months that were read before, each where its text hashes to.
    static constexpr unsigned months_bits = 8;
    std::array<Month, std::size_t{1} << months_bits> months_;
    // A stretch of wall time in which the zone's offset does not change.
    Milliseconds steady_from_ = 0;
    Milliseconds steady_to_ = 0;
    Milliseconds steady_offset_ = 0;
};

} // namespace maerkbar::event_log
