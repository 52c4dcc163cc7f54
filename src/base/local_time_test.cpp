#include "base/local_time.hpp"

#include <doctest/doctest.h>

namespace maerkbar {
namespace {

using namespace std::chrono;

void check(sys_time<milliseconds> utc, std::string_view day, int minute) {
    const auto local = local_time(utc);
    CHECK(local.day.iso() == day);
    CHECK(local.minute == minute);
}

TEST_CASE("local time turns with summer time") {
    check(sys_days{2026y / 1 / 1} + 22h + 59min, "2026-01-01", 23 * 60 + 59);
    check(sys_days{2026y / 1 / 1} + 23h, "2026-01-02", 0);
    check(sys_days{2026y / 3 / 29} + 59min, "2026-03-29", 119);
    check(sys_days{2026y / 3 / 29} + 1h, "2026-03-29", 180);
    check(sys_days{2026y / 10 / 25} + 59min, "2026-10-25", 179);
    check(sys_days{2026y / 10 / 25} + 1h, "2026-10-25", 120);
    check(sys_days{2026y / 7 / 1} + 22h, "2026-07-02", 0);
    check(sys_days{1969y / 12 / 31} + 22h, "1969-12-31", 23 * 60);
}

} // namespace
} // namespace maerkbar
