#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "tables/parse_values.hpp"

namespace maerkbar::tables {
namespace {

// The period's code, then the time and offset where there are such; "-" where it is no date.
std::string read(std::string_view text, DateOrder order = DateOrder::day_month_year) {
    const auto value = parse_date(text, order);
    if (!value) return "-";
    auto out = value->period.code();
    if (value->second_of_day) out += " @" + std::to_string(*value->second_of_day);
    if (value->utc_offset_minutes) out += " utc" + std::to_string(*value->utc_offset_minutes);
    return out;
}

TEST_CASE("full dates as Danes, Norwegians and systems write them") {
    for (const auto* text : {"22-11-2026",
                             "22.11.2026",
                             "22/11/2026",
                             "22/11/26",
                             "22.11.26",
                             "2026-11-22",
                             "2026/11/22",
                             "2026.11.22",
                             "20261122",
                             "22. november 2026",
                             "22 nov 2026",
                             "22. nov. 2026",
                             "22-nov-26",
                             "22.november 2026",
                             "søndag den 22. november 2026",
                             "søn 22-11-2026",
                             "d. 22/11 2026x",
                             "November 22, 2026",
                             " 22-11-2026 ",
                             "46348",
                             "SØNDAG 22. NOVEMBER 2026",
                             "Sun, 22 Nov 2026"}) {
        CAPTURE(text);
        CHECK(read(text) == (std::string_view(text).ends_with('x') ? "-" : "2026-11-22"));
    }
    CHECK(read("1.2.26") == "2026-02-01");
    CHECK(read("01-02-75") == "1975-02-01");
    CHECK(read("31. desember 2025") == "2025-12-31");
    CHECK(read("17. mai 2026") == "2026-05-17");
    CHECK(read("5. juni 2026") == "2026-06-05");
}

TEST_CASE("dates with times") {
    CHECK(read("2026-11-22T13:05:09") == "2026-11-22 @47109");
    CHECK(read("2026-11-22T13:05:09.123Z") == "2026-11-22 @47109 utc0");
    CHECK(read("2026-11-22T13:05:09+01:00") == "2026-11-22 @47109 utc60");
    CHECK(read("2026-11-22T13:05-0330") == "2026-11-22 @47100 utc-210");
    CHECK(read("22-11-2026 13:05") == "2026-11-22 @47100");
    CHECK(read("22.11.2026 13.05.09") == "2026-11-22 @47109");
    CHECK(read("22.11.2026 kl. 13.05") == "2026-11-22 @47100");
    CHECK(read("22/11/2026, 01:05 PM") == "2026-11-22 @47100");
    CHECK(read("20261122130509") == "2026-11-22 @47109");
    CHECK(read("202611221305") == "2026-11-22 @47100");
    CHECK(read("46348,5") == "2026-11-22 @43200");
    CHECK(read("46348.99999999") == "2026-11-22 @86399");
    CHECK(read("22-11-2026 25:00") == "-");
    CHECK(read("2026-11-22T13:05:09+99:00") == "-");
}

TEST_CASE("longer periods") {
    for (const auto* text : {"2026-11", "202611", "11-2026", "11/2026", "nov 2026", "november 2026", "Nov-26",
                             "november, 2026", "2026 nov", "2026M11"})
        CHECK_MESSAGE(read(text) == "2026-11", text);
    for (const auto* text : {"2026-W47", "2026W47", "uge 47 2026", "Uge 47, 2026", "uke 47 2026", "u47 2026",
                             "W47/2026", "2026 uge 47", "47. uge 2026"})
        CHECK_MESSAGE(read(text) == "2026-W47", text);
    for (const auto* text : {"2026-Q4", "2026Q4", "2026K4", "Q4 2026", "K4-2026", "4. kvartal 2026",
                             "4.kvt. 2026", "2026 kvartal 4"})
        CHECK_MESSAGE(read(text) == "2026-Q4", text);
    for (const auto* text : {"2026-T3", "2026T3", "3. tertial 2026", "tertial 3 2026"})
        CHECK_MESSAGE(read(text) == "2026-T3", text);
    CHECK(read("2026") == "2026");
}

TEST_CASE("what is no date is none") {
    for (const auto* text :
         {"",    "x",     "30-02-2026", "2026-13-01",  "2026-W54",   "2026Q5",    "2026T4", "13-2026",
          "1,5", "99999", "22-11/2026", "22-11-2026x", "0000-00-00", "123456789", "uge",    "uge 47",
          "nov", "den",   "12.05",      "2026-11-22T", "-",          "22--2026"})
        CHECK_MESSAGE(read(text) == "-", text);
}

TEST_CASE("the order of a column decides what its dates mean") {
    CHECK(read("02/03/2026", DateOrder::month_day_year) == "2026-02-03");
    CHECK(read("26-03-02", DateOrder::year_month_day) == "2026-03-02");
    CHECK(read("2026-03-02", DateOrder::month_day_year) == "2026-03-02");
    const auto detect = [](std::vector<std::string_view> cells) { return detect_date_order(cells); };
    CHECK(detect({"02/03/2026", "13/03/2026"}) == DateOrder::day_month_year);
    CHECK(detect({"02/03/2026", "03/13/2026"}) == DateOrder::month_day_year);
    CHECK(detect({"02/03/2026", "04/05/2026"}) == DateOrder::day_month_year);
    CHECK(detect({"26-03-02", "26-12-31", "95-01-01"}) == DateOrder::year_month_day);
    CHECK(detect({}) == DateOrder::day_month_year);
}

} // namespace
} // namespace maerkbar::tables
