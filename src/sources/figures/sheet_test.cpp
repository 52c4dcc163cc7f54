#include "sources/figures/sheet.hpp"

#include <doctest/doctest.h>

namespace maerkbar::sources {
namespace {

constexpr auto comma = tables::DecimalMark::comma;

SheetChoice two_months(SheetShape shape = SheetShape::share) {
    return {UnitId{7}, "Fravær \"kort\"", shape, *Period::parse("2025-12"), *Period::parse("2026-01")};
}

TEST_CASE("a choice survives its own address") {
    const web::Fields query{{"unit", "7"},       {"series", "Fravær"},   {"shape", "value"},
                            {"kind", "quarter"}, {"from", "2025-05-09"}, {"to", "2026-01-31"}};
    web::Form form(query);
    const auto choice = read_choice(form);
    REQUIRE(form.ok());
    CHECK(choice.first.code() == "2025-Q2");
    CHECK(choice.last.code() == "2026-Q1");
    CHECK(periods_of(choice).size() == 4);
    CHECK(address_of(choice) ==
          "/figures/sheet?unit=7&series=Frav%C3%A6r&shape=value&kind=quarter&from=2025-04-01&to=2026-01-01");
}

TEST_CASE("numbers are read as the language writes them") {
    const web::Fields sent{{"numerator-2025-12", "1.204"}, {"denominator-2025-12", "1 400,5"}};
    web::Form form(sent);
    const auto numbers = read_numbers(form, two_months(), comma);
    REQUIRE(form.ok());
    CHECK(numbers == Numbers{{"numerator-2025-12", 1204}, {"denominator-2025-12", 1400.5}});
}

TEST_CASE("every mistake is told at its cell") {
    const web::Fields sent{
        {"numerator-2025-12", "12,x"}, {"denominator-2025-12", "-3"}, {"denominator-2026-01", "9"}};
    web::Form form(sent);
    CHECK(read_numbers(form, two_months(), comma).size() == 2);
    REQUIRE(form.errors().size() == 3);
    CHECK(form.error_at("numerator-2025-12")->code == "figures.no_number");
    CHECK(form.error_at("denominator-2025-12")->code == "figures.negative");
    CHECK(form.error_at("numerator-2026-01")->code == "figures.half");
}

TEST_CASE("only what differs from the published figures is sent") {
    const auto choice = two_months(SheetShape::value);
    const Numbers published{{"value-2025-12", 5}, {"value-2026-01", 6}};
    CHECK(changed_periods(choice, published, published).empty());
    CHECK(changed_periods(choice, {{"value-2025-12", 5}, {"value-2026-01", 6.5}}, published).size() == 1);
    CHECK(changed_periods(choice, {{"value-2026-01", 6}}, published) ==
          std::vector{*Period::parse("2025-12")}); // emptied
}

TEST_CASE("the file keeps quotes in names and leaves unknown numbers empty") {
    const auto choice = two_months(SheetShape::value);
    CHECK(csv_of(choice, {{"value-2025-12", 12.5}}, {periods_of(choice), "BS", "1"}) ==
          "when,unit,series,row_id,moment,value\n"
          "2025-12-01,\"BS\",\"Fravær \"\"kort\"\"\",\"typed/7/Fravær \"\"kort\"\"/2025-12\",1,12.5000\n"
          "2026-01-01,\"BS\",\"Fravær \"\"kort\"\"\",\"typed/7/Fravær \"\"kort\"\"/2026-01\",1,\n");
}

} // namespace
} // namespace maerkbar::sources
