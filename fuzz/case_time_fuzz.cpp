// A time in a cell of a case log: in range, and the same when read a second time by the same reader, which
// remembers the day and the zone's offset it met last.
#include <cstdlib>
#include <string_view>

#include "event_log/readers/time_reader.hpp"

using namespace maerkbar::event_log;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    static const Zone zone = *Zone::named("Europe/Copenhagen");
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    TimeReader fresh(zone, maerkbar::tables::DateOrder::day_month_year);
    TimeReader used(zone, maerkbar::tables::DateOrder::day_month_year);
    for (const auto* const other :
         {"2026-10-25 12:00:00", "2026-03-29 01:00:00", "2011-10-11T13:45:40.276+02:00"})
        (void)used.read(other);
    const auto first = fresh.read(text);
    const auto again = fresh.read(text);
    const auto after_others = used.read(text);
    if (first.has_value() != again.has_value() || first.has_value() != after_others.has_value()) std::abort();
    if (!first) return 0;
    if (first->instant != again->instant || first->instant != after_others->instant) std::abort();
    constexpr Milliseconds years = 10'100 * 366 * day_ms;
    if (first->instant < -years || first->instant > years) std::abort();
    return 0;
}
