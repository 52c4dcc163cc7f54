#include "app/survival_command.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/command_testing.hpp"
using namespace maerkbar::app;

namespace {

int exit_code(const std::vector<std::string>& words) {
    return testing::exit_code_of(survival_command(), words);
}

const char* const file = "examples/building_permits.csv";

} // namespace

TEST_CASE("survival ends with 0 when done, 1 on bad data, 2 on bad usage") {
    CHECK(exit_code({file, "--opened", "applied", "--closed", "issued", "--period", "year", "--compare",
                     "2023,2024", "--format", "json"}) == 0);
    CHECK(exit_code({file, "--opened", "applied", "--closed", "permit_type"}) == 1);
    CHECK(exit_code({"no_such_file.csv", "--time", "t", "--event", "e"}) == 1);
    CHECK(exit_code({file, "--opened", "applied"}) == 2);
    CHECK(exit_code({file, "--opened", "applied", "--closed", "finished"}) == 2);
    CHECK(exit_code({file, "--time", "t", "--event", "e", "--format", "pie"}) == 2);
    CHECK(exit_code({}) == 2);
}
