#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/survival/request.hpp"
#include "statistics/endings.hpp"
#include "statistics/survival.hpp"

namespace maerkbar::app_survival {

// One row of the file as a case.
struct Case {
    double time = 0;
    bool ended = false;
    std::size_t ending = statistics::CaseEnding::still_open; // number of its name in CaseFile::endings
    std::size_t group = no_group;
    static constexpr std::size_t no_group = static_cast<std::size_t>(-1);
};

// Rows that could not be counted, and why; never left out without a word.
struct LeftOut {
    std::size_t count = 0;
    std::vector<std::size_t> lines; // the first ten
    void add(std::size_t line);
};

struct CaseFile {
    std::vector<Case> cases;
    std::vector<std::string> groups;  // in the order they are shown
    std::vector<std::string> endings; // by name; empty without --ending
    std::optional<Date> as_of;        // where durations come from dates
    LeftOut without_time;             // no duration or opening date
    LeftOut closed_first;             // closed before they were opened
    LeftOut not_yet_opened;           // opened on the day asked about, or later
    LeftOut opened_earlier;           // before --from
    LeftOut without_group;            // counted among all, in no group
};

struct ReadFailure {
    std::vector<Error> errors; // the first ten
    bool bad_usage = false;    // a column or group that is not there
};

[[nodiscard]] std::variant<CaseFile, ReadFailure> read_cases(const Request& request);

} // namespace maerkbar::app_survival
