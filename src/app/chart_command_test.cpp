#include "app/chart_command.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/command_testing.hpp"
using namespace maerkbar::app;

namespace {

int exit_code(const std::vector<std::string>& words) {
    return testing::exit_code_of(chart_command(), words);
}

const char* const file = "tests/data/spc/input/cdi.csv";

} // namespace

TEST_CASE("chart ends with 0 when done, 1 on bad data, 2 on bad usage") {
    CHECK(exit_code({file, "--type", "up", "--x", "x", "--y", "y", "--n", "n", "--format", "summary"}) == 0);
    CHECK(exit_code({file, "--type", "run", "--x", "y", "--y", "x", "--format", "summary"}) ==
          1); // dates are no figures
    CHECK(exit_code({"tests/data/spc/edge/in_t_zero.csv", "--type", "t", "--x", "x", "--y", "y"}) == 1);
    CHECK(exit_code({file, "--type", "up", "--x", "x", "--y", "y"}) == 2); // a rate needs a denominator
    CHECK(exit_code({file, "--type", "pie", "--x", "x", "--y", "y"}) == 2);
    CHECK(exit_code({file, "--type", "run", "--x", "x"}) == 2);
    CHECK(exit_code({file, "--type", "run", "--x", "x", "--y", "antal"}) == 2);
    CHECK(exit_code({file, "--type", "i", "--x", "x", "--y", "y", "--part", "a"}) == 2);
}

TEST_CASE("chart takes lists with commas and repeated facets") {
    CHECK(exit_code({file, "--type", "i", "--x", "x", "--y", "y", "--part", "12,24", "--exclude", "3,4",
                     "--format", "summary"}) == 0);
    CHECK(exit_code({"tests/data/spc/input/waiting_times_dk.csv", "--type", "i", "--x", "x", "--y", "y",
                     "--facet", "f1", "--facet", "f2", "--no-screen", "--format", "summary"}) == 0);
}
