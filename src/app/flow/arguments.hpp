#pragma once

#include <optional>
#include <string>
#include <vector>

namespace maerkbar::app_flow {

// What was said on the command line, not yet understood.
struct Arguments {
    std::string file;
    std::string case_id;
    std::string activity;
    std::string time;
    std::string zone;
    std::string resource;
    std::string lifecycle;
    std::string instance;
    std::string opened;
    std::vector<std::string> steps;
    std::string closed;
    std::string status;
    std::vector<std::string> closing;
    std::vector<std::string> by;
    std::vector<std::string> reports;
    std::vector<std::string> filters;
    std::vector<std::string> snapshots;
    std::string worktime;
    std::string holidays;
    std::optional<long> map_detail; // per cent
    std::optional<long> map_least;
    std::string map_by = "count";
    std::string out;
    std::string format = "text";
    std::string language;
    std::optional<long> threads;
};

} // namespace maerkbar::app_flow
