#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/flow/arguments.hpp"
#include "base/result.hpp"
#include "event_log/filter.hpp"
#include "event_log/readers/log_request.hpp"
#include "event_log/work_calendar.hpp"

namespace maerkbar::app_flow {

enum class Format { text, csv, json, svg };

// Days off: none, those of a country, or those of a file.
struct DaysOff {
    std::string country; // "dk", "no" or empty
    std::string file;    // a CSV file with a date in the first column, or empty
    [[nodiscard]] bool any() const { return !country.empty() || !file.empty(); }
};

// What of the log the process map shows.
struct MapChoice {
    enum class By { count, time };
    double detail = 0.9;   // the share of all steps, or of all waiting, that is drawn at least
    std::size_t least = 1; // steps taken less often are left out
    By by = By::count;     // which steps come first and whose lines are thick
};

// The command line, understood and consistent.
struct Request {
    std::string file;
    event_log::LogRequest log;
    std::vector<std::string> by;
    std::vector<event_log::Filter> filters; // all must let a case pass
    std::vector<std::string> reports;       // as named by report_names(); never empty
    std::vector<Date> snapshots;            // for ageing; empty: the usual ones
    std::optional<event_log::OfficeHours> hours;
    DaysOff days_off;
    MapChoice map;
    std::string out; // folder, or empty
    Format format = Format::text;

    [[nodiscard]] bool asks_for(std::string_view report) const;
    [[nodiscard]] bool asks_for_all() const;
};

// invalid: bad usage; says which option and what to write instead.
[[nodiscard]] Result<Request> understand(const Arguments& arguments);

// Every report there is, in the order they are written.
[[nodiscard]] const std::vector<std::string>& report_names();

} // namespace maerkbar::app_flow
