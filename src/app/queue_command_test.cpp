#include "app/queue_command.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/command_testing.hpp"
using namespace maerkbar::app;

namespace {

int exit_code(const std::vector<std::string>& words) {
    return testing::exit_code_of(queue_command(), words);
}

} // namespace

TEST_CASE("queue ends with 0 when done, 1 on bad data, 2 on bad usage") {
    CHECK(exit_code({"erlang-c", "--arrivals", "200", "--service", "3min", "--people", "11"}) == 0);
    CHECK(exit_code({"profile", "--arrivals", "30,60", "--service", "4min", "--people", "2,4"}) == 0);
    CHECK(exit_code({"simulate", "nowhere.json"}) == 1);
    CHECK(exit_code({"erlang-c", "--arrivals", "200", "--service", "3", "--people", "11"}) == 2);
    CHECK(exit_code({"erlang-c", "--arrivals", "200"}) == 2);
    CHECK(exit_code({"erlang-z"}) == 2);
    CHECK(exit_code({}) == 2);
}
