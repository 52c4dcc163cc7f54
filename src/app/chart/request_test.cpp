#include "app/chart/request.hpp"

#include <doctest/doctest.h>

using namespace maerkbar;
using namespace maerkbar::app_chart;

namespace {

Arguments of_type(const char* type) {
    Arguments arguments;
    arguments.type = type;
    arguments.n = "n";
    return arguments;
}

std::string refusal(const Arguments& arguments) {
    const auto request = understand(arguments);
    return request.ok() ? "" : request.error().code;
}

} // namespace

TEST_CASE("options that do not belong together are refused") {
    auto arguments = of_type("pp");
    CHECK(refusal(arguments).empty());
    arguments.n = "";
    CHECK(refusal(arguments) == "chart.no_denominator");
    arguments = of_type("i");
    arguments.aggregate = "sum";
    CHECK(refusal(arguments) == "chart.aggregate_with_n");
    arguments = of_type("p");
    arguments.sd = 2;
    CHECK(refusal(arguments) == "chart.no_sd");
    arguments = of_type("p");
    arguments.rebase = {"2026-01-01"};
    CHECK(refusal(arguments) == "chart.only_for_mdc");
    arguments = of_type("mdc");
    arguments.freeze = 12;
    CHECK(refusal(arguments) == "chart.not_for_mdc");
}

TEST_CASE("numbers must make sense") {
    auto arguments = of_type("i");
    arguments.parts = {"12", "x"};
    CHECK(refusal(arguments) == "chart.bad_point_number");
    arguments = of_type("i");
    arguments.exclude = {"-3"};
    CHECK(refusal(arguments) == "chart.bad_point_number");
    arguments = of_type("i");
    arguments.freeze = 0;
    CHECK(refusal(arguments) == "chart.bad_freeze");
    arguments = of_type("i");
    arguments.sd = 0;
    CHECK(refusal(arguments) == "chart.bad_sd");
    arguments = of_type("mdc");
    arguments.fix_after = 11;
    CHECK(refusal(arguments) == "mdc.fix_after_too_few");
}

TEST_CASE("a target is a floor, a ceiling or only a line") {
    auto arguments = of_type("pp");
    arguments.target = 0.8;
    CHECK(understand(arguments)->target_range().floor == 0.8);
    arguments.direction = "down";
    CHECK(understand(arguments)->target_range().ceiling == 0.8);
    arguments.direction = "neutral";
    CHECK(statistics::is_missing(understand(arguments)->target_range().floor));
}

TEST_CASE("the language follows the option, then the locale, and is Danish otherwise") {
    CHECK(language_code("en", "nb_NO.UTF-8") == "en");
    CHECK(language_code("", "nb_NO.UTF-8") == "nb");
    CHECK(language_code("", "no_NO") == "nb");
    CHECK(language_code("", "en_GB.UTF-8") == "en");
    CHECK(language_code("", "da_DK") == "da");
    CHECK(language_code("", "C.UTF-8") == "da");
    CHECK(language_code("", "") == "da");
}
