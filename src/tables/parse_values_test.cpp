#include "tables/parse_values.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace maerkbar::tables {
namespace {

constexpr auto comma = DecimalMark::comma;
constexpr auto point = DecimalMark::point;

TEST_CASE("numbers with a decimal comma") {
    CHECK(parse_number("1234,5", comma) == 1234.5);
    CHECK(parse_number("1.234,5", comma) == 1234.5);
    CHECK(parse_number("1 234 567", comma) == 1234567);
    CHECK(parse_number("1\u00A0234,5", comma) == 1234.5);
    CHECK(parse_number("12\u202F345", comma) == 12345);
    CHECK(parse_number("1'234,5", comma) == 1234.5);
    CHECK(parse_number("0,1", comma) == 0.1);
    CHECK(parse_number(",5", comma) == 0.5);
    CHECK(parse_number("007", comma) == 7);
    CHECK(parse_number("1,5E3", comma) == 1500);
    CHECK(parse_number("1.234.567", comma) == 1234567);
}

TEST_CASE("numbers with a decimal point") {
    CHECK(parse_number("1,234.5", point) == 1234.5);
    CHECK(parse_number("1234.5", point) == 1234.5);
    CHECK(parse_number("1e-3", point) == 0.001);
    CHECK(parse_number("1,234,567", point) == 1234567);
}

TEST_CASE("signs, percent and currency") {
    for (const auto* text : {"-5", "5-", "(5)", "\u22125", "\u20135", "- 5", "-5 kr.", "kr -5"}) {
        CAPTURE(text);
        CHECK(parse_number(text, comma).has_value() == (std::string_view(text) != "kr -5"));
        if (parse_number(text, comma)) CHECK(parse_number(text, comma) == -5);
    }
    CHECK(parse_number("+5", comma) == 5);
    CHECK(parse_number("45 %", comma) == 0.45);
    CHECK(parse_number("45%", comma) == 0.45);
    CHECK(parse_number("-12,5\u00A0%", comma) == -0.125);
    CHECK(parse_number("1.250,75 kr", comma) == 1250.75);
}

TEST_CASE("what is no number is none") {
    for (const auto* text :
         {"",      " ",     "-",         "x",          "12.5",  "1.23,4", "1.2345", "1..234",    "1,2,3",
          "12 34", "0.234", "1 234.567", "e5",         "1e",    "5,",     "--5",    "(-5)",      "nan",
          "inf",   "0x10",  "1e999",     "22-11-2026", "13:05", "%",      "kr",     "1.234 567", "1234.567"})
        CHECK_MESSAGE(!parse_number(text, comma).has_value(), text);
}

TEST_CASE("the decimal mark is found from the cells that tell") {
    const auto detect = [](std::vector<std::string_view> cells, DecimalMark fallback) {
        return detect_decimal_mark(cells, fallback);
    };
    CHECK(detect({"1,5", "2", "abc"}, point) == comma);
    CHECK(detect({"1.5", "2"}, comma) == point);
    CHECK(detect({"1.234", "2.345"}, comma) == comma);
    CHECK(detect({"1,234", "2,345"}, point) == point);
    CHECK(detect({"0,234"}, point) == comma);
    CHECK(detect({"1.234,5"}, point) == comma);
    CHECK(detect({"22.11.2026", "13.05", "14.10"}, comma) == comma);
}

TEST_CASE("times of day") {
    CHECK(parse_time_of_day("13:05") == 47100);
    CHECK(parse_time_of_day("13.05.09") == 47109);
    CHECK(parse_time_of_day("kl. 13.05") == 47100);
    CHECK(parse_time_of_day("Kl 9:05") == 32700);
    CHECK(parse_time_of_day("1:05 PM") == 47100);
    CHECK(parse_time_of_day("12:00 am") == 0);
    CHECK(parse_time_of_day("00:00:00.999") == 0);
    for (const auto* text :
         {"", "24:00", "12:60", "13:5", "13", "13:05.09", "13:00 PM", "0:30 am", "13:05 x", "-1:00"})
        CHECK_MESSAGE(!parse_time_of_day(text).has_value(), text);
}

TEST_CASE("durations in seconds") {
    CHECK(parse_duration("00:01:30", comma) == 90);
    CHECK(parse_duration("1:30", comma) == 90);
    CHECK(parse_duration("36:30:00", comma) == 131400);
    CHECK(parse_duration("1.02:03:04", comma) == 93784);
    CHECK(parse_duration("1 02:03:04.5", comma) == 93784);
    CHECK(parse_duration("90", comma) == 90);
    CHECK(parse_duration("1,5", comma, 60) == 90);
    CHECK(parse_duration("90 sek", comma) == 90);
    CHECK(parse_duration("90 sek.", comma) == 90);
    CHECK(parse_duration("1,5 min", comma) == 90);
    CHECK(parse_duration("1 t 30 min", comma) == 5400);
    CHECK(parse_duration("1t30m", comma) == 5400);
    CHECK(parse_duration("2 timer og 5 minutter", comma) == 7500);
    CHECK(parse_duration("3 døgn", comma) == 259200);
    CHECK(parse_duration("PT1M30S", comma) == 90);
    CHECK(parse_duration("P1DT0.5H", comma) == 88200);
    for (const auto* text :
         {"", "-5", "1:60", "x", "5 x", "30 min 1 t", "P", "PT", "P1M2X", "1:30:", "5 %", "1:2:3", "1 t og"})
        CHECK_MESSAGE(!parse_duration(text, comma).has_value(), text);
}

TEST_CASE("yes and no in three languages") {
    for (const auto* text : {"ja", "Ja", "JA", "yes", "x", "1", "sand", "SANN", " true "})
        CHECK_MESSAGE(parse_yes_no(text) == true, text);
    for (const auto* text : {"nej", "Nei", "no", "0", "falsk", "usann", "FALSE"})
        CHECK_MESSAGE(parse_yes_no(text) == false, text);
    for (const auto* text : {"", "måske", "2", "jaja"})
        CHECK_MESSAGE(!parse_yes_no(text).has_value(), text);
}

} // namespace
} // namespace maerkbar::tables
