#include "app/survival_command.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

using namespace maerkbar::app;

namespace {

int exit_code(std::initializer_list<const char*> words) {
    std::vector<const char*> arguments{"maerkbar", "survival"};
    arguments.insert(arguments.end(), words);
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(survival_command());
    return run_command_line(static_cast<int>(arguments.size()), arguments.data(), commands);
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
