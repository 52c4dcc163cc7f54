#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/period.hpp"
#include "base/result.hpp"

namespace maerkbar::app_survival {

enum class Format { text, json, csv, svg };

// What stands on the command line, as text.
struct Arguments {
    std::string file;
    std::string time;
    std::string event;
    std::string opened;
    std::string closed;
    std::string ending;
    std::string as_of;
    std::string from;
    std::string by;
    std::string period;
    std::string change;
    std::vector<std::string> compare;
    std::string unit;
    std::string format;
    std::string language;
};

// The same, understood and consistent.
struct Request {
    std::filesystem::path file;
    std::string time; // empty where durations come from dates
    std::string event;
    std::string opened;
    std::string closed;
    std::string ending;
    std::optional<Date> as_of; // not given: the last day in the file
    std::optional<Date> from;  // cases opened earlier are left out
    std::string by;
    std::optional<PeriodKind> period;
    std::optional<Date> change;
    std::vector<std::string> compare; // empty or two names of groups
    std::string unit;                 // empty: days
    Format format = Format::text;

    [[nodiscard]] bool from_dates() const { return !opened.empty(); }
};

// Errors (invalid) name the option in `field`; all of them are bad usage.
[[nodiscard]] Result<Request> understand(const Arguments& arguments);

} // namespace maerkbar::app_survival
