#include "sources/surveys/taking_out/protection.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace maerkbar;
using namespace maerkbar::surveys;

namespace {

const Date monday = *Date::from(2026, 3, 2);
Date week(int number) {
    return Date{monday.days + 7 * number};
}

std::vector<Candidate> answers(std::initializer_list<std::pair<int, int>> weeks) {
    std::vector<Candidate> all;
    for (const auto& [number, count] : weeks)
        for (int i = 0; i < count; ++i)
            all.push_back({1, week(number)});
    return all;
}

} // namespace

TEST_CASE("weeks are joined until enough have answered, and the rest waits") {
    const auto spans = closed_spans(answers({{0, 4}, {1, 5}, {2, 3}, {3, 12}, {4, 2}}), week(6), 10);
    CHECK(spans[0] == WeekSpan{week(0), week(2)});
    CHECK(spans[11] == WeekSpan{week(0), week(2)});
    CHECK(spans[12] == WeekSpan{week(3), week(3)});
    CHECK_FALSE(spans[24].has_value());
}

TEST_CASE("a week that is not over waits, and places are not mixed") {
    auto all = answers({{0, 9}, {1, 9}});
    CHECK_FALSE(closed_spans(all, week(1), 10)[0].has_value());
    all.push_back({2, week(0)});
    CHECK_FALSE(closed_spans(all, week(1), 10)[0].has_value());
    CHECK(closed_spans(all, week(2), 10)[0] == WeekSpan{week(0), week(1)});
    CHECK_FALSE(closed_spans(all, week(2), 10).back().has_value());
}

TEST_CASE("what is out does not change when more answers come") {
    std::mt19937 random(7);
    std::vector<Candidate> all;
    for (int i = 0; i < 400; ++i)
        all.push_back({static_cast<std::int64_t>(random() % 3), week(static_cast<int>(random() % 30))});
    for (int now = 1; now < 30; ++now) {
        const auto earlier = closed_spans(all, week(now), 10);
        const auto later = closed_spans(all, week(now + 1), 10);
        for (std::size_t i = 0; i < all.size(); ++i)
            if (earlier[i]) CHECK(earlier[i] == later[i]);
    }
}

TEST_CASE("rare background is withheld, and never alone") {
    Background rows;
    for (int i = 0; i < 20; ++i)
        rows.push_back({i < 12 ? "da" : i < 19 ? "en" : "pl", "same"});
    const std::vector<std::int64_t> groups(20, 1);
    withhold_rare(rows, groups, 5);
    CHECK(rows[0][0] == "da");
    // One Pole alone would be told by "*", so those who answered in English go with them.
    CHECK(rows[19][0] == withheld);
    CHECK(rows[12][0] == withheld);
    CHECK(rows[19][1] == "same");
}

TEST_CASE("every combination that is left is shared by enough, whatever the background") {
    std::mt19937 random(11);
    for (int round = 0; round < 50; ++round) {
        Background rows;
        std::vector<std::int64_t> groups;
        for (int i = 0; i < 150; ++i) {
            groups.push_back(i < 40 ? 1 : 2);
            rows.push_back({});
            for (unsigned column = 0; column < 4; ++column)
                rows.back().push_back(std::to_string(random() % (2 + 3 * column)));
        }
        withhold_rare(rows, groups, 10);
        std::map<std::pair<std::int64_t, std::vector<std::string>>, int> classes;
        for (std::size_t i = 0; i < rows.size(); ++i)
            ++classes[{groups[i], rows[i]}];
        for (const auto& [values, count] : classes)
            CHECK(count >= 10);
    }
}

TEST_CASE("numbers become bands") {
    CHECK(band_of(67, 0, 120) == "60–79");
    CHECK(band_of(67, {}, {}) == "60–69");
    CHECK(band_of(3, 0, 10) == "3");
    CHECK(band_of(3, 0, 50) == "0–4");
    CHECK(band_of(-3, -50, 50) == "-10–-1");
}
