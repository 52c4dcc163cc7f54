#pragma once

#include <cstdint>
#include <string>

#include "base/clock.hpp"

namespace maerkbar::storage {

struct Settings {
    std::string url;              // sqlite:FOLDER/maerkbar.db or postgresql://…
    int readers = 4;              // connections for reading
    int writers = 4;              // connections for writing (PostgreSQL; SQLite has one)
    Clock clock = system_clock(); // the only source of time
    bool durable = true;          // false: tests that need no fsync
    std::string schema = {};      // PostgreSQL: the schema to live in, when not the default one
    std::int64_t max_pages =
        0; // SQLite: refuse to grow beyond so many pages (tests of a full disk); 0 no limit
    int busy_milliseconds = 10000; // how long to wait for another process before storage.busy
};

} // namespace maerkbar::storage
