#include "app/queue_command.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

using namespace maerkbar::app;

namespace {

int exit_code(std::initializer_list<const char*> words) {
    std::vector<const char*> arguments{"maerkbar", "queue"};
    arguments.insert(arguments.end(), words);
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(queue_command());
    return run_command_line(static_cast<int>(arguments.size()), arguments.data(), commands);
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
