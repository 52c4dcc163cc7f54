#pragma once

#include <string>

#include "simulation/scenario_json.hpp"

// For tests and benchmarks: scenarios by hand.
namespace maerkbar::simulation::test {

inline Result<std::vector<double>> no_files(const std::string& file, const std::string&) {
    return Error{ErrorKind::not_found, "test.no_file", "There is no file {file}.", {{"file", file}}, ""};
}

inline Scenario scenario_of(const std::string& json) {
    return read_scenario(json, no_files).value();
}

// M/M/c(+M) in hours: λ an hour, mean service and patience in minutes (0: nobody gives up).
inline Scenario simple_queue(double rate, int minutes, int people, double patience = 0,
                             const std::string& length = "6 w") {
    const auto number = [](double value) { return std::to_string(value); };
    return scenario_of(
        R"({"length":")" + length + R"(","warm_up":"1 w","target":"20 s","teams":[{"name":"team","people":)" +
        std::to_string(people) + R"(}],"types":[{"name":"all","arrivals":{"per_hour":)" + number(rate) +
        R"(},"route":[{"step":"step","team":"team","work":{"mean":")" + std::to_string(minutes) +
        R"( min"})" + (patience > 0 ? R"(,"patience":{"mean":")" + number(patience) + R"( min"})" : "") +
        "}]}]}");
}

} // namespace maerkbar::simulation::test
