#pragma once

#include <chrono>
#include <functional>

namespace maerkbar {

// A point in time, UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// Where the time comes from; tests hand in a fixed one.
using Clock = std::function<Instant()>;

inline Clock system_clock() {
    return [] {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    };
}

} // namespace maerkbar
