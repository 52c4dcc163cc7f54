#include "app/demo/demo_entries.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace maerkbar;
using namespace maerkbar::app;

TEST_CASE(
    "the demo's register is the same each time, marked, and tells of fewer complaints and sooner answers") {
    const DemoEntriesPlan plan{*Date::from(2025, 1, 1), *Date::from(2026, 2, 20), *Date::from(2025, 6, 1), 7};
    const auto entries = demo_entries(plan);
    const auto again = demo_entries(plan);
    REQUIRE(entries.size() == again.size());
    CHECK(entries.size() > 200);
    CHECK(entries.back().text == again.back().text);
    CHECK(
        std::ranges::all_of(entries, [](const auto& entry) { return entry.text.ends_with("(syntetisk)"); }));
    struct Side {
        double complaints = 0;
        double late = 0;
        double all = 0;
    } before, after;
    for (const auto& entry : entries) {
        auto& side = entry.received_on < plan.better_from ? before : after;
        side.all += 1;
        if (entry.kind == feedback::Kind::complaint) side.complaints += 1;
        if (entry.days_to_answer > 14) side.late += 1;
    }
    CHECK(before.complaints / 151 > after.complaints / 265); // days on each side
    CHECK(before.late / before.all > 2 * after.late / after.all);
}
