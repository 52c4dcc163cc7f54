#pragma once

#include <chrono>

#include "base/date.hpp"

namespace maerkbar {

// Local time in Denmark and Norway: one hour before UTC, two in summer, which lasts from the last Sunday of
// March to the last Sunday of October, at 01:00 UTC (directive 2000/84/EC). Years before 1996 follow the same
// rule.
struct LocalTime {
    Date day;
    int minute = 0; // since midnight
};

[[nodiscard]] LocalTime local_time(std::chrono::sys_time<std::chrono::milliseconds> instant);
[[nodiscard]] inline Date local_day(std::chrono::sys_time<std::chrono::milliseconds> instant) {
    return local_time(instant).day;
}

} // namespace maerkbar
