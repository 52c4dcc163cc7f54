#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "simulation/erlang.hpp"

namespace maerkbar::app_queue {

// What stands on the command line, as text. Which of them a model uses is said by the command.
struct Arguments {
    std::string model;
    std::vector<std::string> arrivals; // several: classes or parts of a day
    std::string per = "hour";
    std::string service;
    std::vector<std::string> people;
    std::string patience;
    std::string within;
    std::string each = "1 h";
    std::string mean_wait;
    std::optional<double> share;
    std::optional<double> shrinkage;
    std::optional<double> variation;
    std::optional<long> places;
    std::optional<long> waiting;
    std::string file;
    std::string compare;
    std::optional<long> replications;
    std::optional<long> seed;
    std::string format;
    std::string language;
};

// Numbers of an option, all above or equal to zero. Errors (invalid) name the option.
[[nodiscard]] Result<std::vector<double>> numbers_of(const char* option,
                                                     const std::vector<std::string>& texts);
// A length of time in hours. Error where it is empty or has no unit.
[[nodiscard]] Result<double> time_of(const char* option, const std::string& text);
[[nodiscard]] Result<std::optional<double>> optional_time_of(const char* option, const std::string& text);
// Arrivals an hour, one number an element.
[[nodiscard]] Result<std::vector<double>> rates_of(const Arguments& arguments);
// The one load of models that have one.
[[nodiscard]] Result<simulation::Load> load_of(const Arguments& arguments);
[[nodiscard]] Result<int> people_of(const Arguments& arguments);

} // namespace maerkbar::app_queue
