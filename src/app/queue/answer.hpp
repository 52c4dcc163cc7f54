#pragma once

#include <string>
#include <vector>

#include "statistics/numbers.hpp"
#include "web/language.hpp"

namespace maerkbar::app_queue {

// How a figure is written for people. In CSV and JSON shares are from 0 to 1 and times in hours.
enum class Kind { number, whole, share, time };

struct Line {
    std::string group; // what the figure is of; empty where there is one thing only
    std::string key;   // stable name for programs: "mean_wait"
    std::string label; // for people
    Kind kind = Kind::number;
    double value = statistics::missing;
    double half_width = statistics::missing; // of the 95 % interval, where there is one
};

struct Answer {
    std::string title;
    std::vector<Line> lines;
    std::vector<std::string> sentences;
    bool overload = false; // there are no figures, and the first sentence says why
};

[[nodiscard]] std::string text_of(const Answer& answer, const web::Language& language);
// group,key,value,half_width
[[nodiscard]] std::string csv_of(const Answer& answer);
[[nodiscard]] std::string json_of(const Answer& answer);

// A figure as people read it: 12.3, 81%, 2.4 min.
[[nodiscard]] std::string value_text(Kind kind, double value, const web::Language& language);

} // namespace maerkbar::app_queue
