// Two real files as they were published, dirt and all. Whatever is expected is counted here, by a plain
// reading of the same file.
#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/flow/run.hpp"

using namespace maerkbar;
using namespace maerkbar::app_flow;

namespace {

const std::string requests = "tests/data/flow/service_requests_nyc.csv";
const std::string permits = "tests/data/flow/building_permits_calgary.csv";

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

// No cell of these files holds a line break.
std::vector<Row> rows_of(const std::string& text) {
    std::istringstream file(text);
    std::string line;
    std::getline(file, line);
    const auto names = cells_of(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        const auto cells = cells_of(line);
        REQUIRE(cells.size() == names.size());
        rows.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i)
            rows.back()[names[i]] = cells[i];
    }
    return rows;
}

std::vector<Row> rows_in(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return rows_of(text.str());
}

// "02/17/2020 12:19:00 PM" as 20200217121900: local time in its order.
long long moment(const std::string& text) {
    int month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0;
    char half = 0;
    REQUIRE(std::sscanf(text.c_str(), "%d/%d/%d %d:%d:%d %c", &month, &day, &year, &hour, &minute, &second,
                        &half) == 7);
    hour = hour % 12 + (half == 'P' ? 12 : 0);
    return ((((year * 100LL + month) * 100 + day) * 100 + hour) * 100 + minute) * 100 + second;
}

struct Counts {
    std::size_t dates = 0;
    std::size_t open = 0;
    std::size_t reversed = 0;     // closed before it was opened
    std::size_t same_moment = 0;  // closed in the second it was opened
    std::size_t implausible = 0;  // dates before 1970
    std::size_t other_status = 0; // closing date, but a status that hardly any closed case has
    std::size_t twice = 0;        // in the hour that the clocks showed twice
};

// New York set its clocks back at 2 on the first Sunday of November.
bool shown_twice(long long time) {
    static const std::set<long long> days{20101107, 20111106, 20121104, 20131103, 20141102,
                                          20151101, 20161106, 20171105, 20181104, 20191103,
                                          20201101, 20211107, 20221106, 20231105, 20241103};
    return days.count(time / 1'000'000) > 0 && time / 10'000 % 100 == 1;
}

Counts count_requests(const std::vector<Row>& rows) {
    Counts counts;
    for (const auto& row : rows) {
        const auto opened = moment(row.at("created"));
        counts.dates += 1;
        counts.twice += shown_twice(opened);
        counts.implausible += opened < 19700101000000;
        if (row.at("closed").empty()) {
            ++counts.open;
            continue;
        }
        const auto closed = moment(row.at("closed"));
        counts.dates += 1;
        counts.twice += shown_twice(closed);
        counts.implausible += closed < 19700101000000;
        counts.reversed += closed < opened;
        counts.same_moment += closed == opened;
        counts.other_status += row.at("status") != "Closed";
    }
    return counts;
}

std::string report(Arguments arguments, const std::string& name) {
    arguments.format = "csv";
    arguments.reports = {name};
    arguments.language = "en";
    std::string results;
    std::string complaints;
    const auto outcome = run(arguments, {[&](std::string_view text) { results += text; },
                                         [&](std::string_view text) { complaints += text; }, nullptr});
    REQUIRE_MESSAGE(outcome == Outcome::done, complaints);
    return results;
}

// How often each oddity is reported.
std::map<std::string, std::size_t> oddities(const Arguments& arguments) {
    std::map<std::string, std::size_t> found;
    for (const auto& row : rows_of(report(arguments, "oddities")))
        found[row.at("oddity")] = std::stoul(row.at("count"));
    return found;
}

std::string summary_value(const Arguments& arguments, const std::string& measure) {
    for (const auto& row : rows_of(report(arguments, "summary")))
        if (row.at("measure") == measure) return row.at("value");
    return "none";
}

// How many cases the last month leaves open.
std::size_t open_at_the_end(const Arguments& arguments) {
    return std::stoul(rows_of(report(arguments, "months")).back().at("open_after"));
}

Arguments requests_as_cases() {
    Arguments arguments;
    arguments.file = requests;
    arguments.opened = "created";
    arguments.closed = "closed";
    arguments.zone = "America/New_York";
    return arguments;
}

Arguments permits_as_cases() {
    Arguments arguments;
    arguments.file = permits;
    arguments.opened = "applied";
    arguments.steps = {"issued"};
    arguments.closed = "completed";
    return arguments;
}

} // namespace

TEST_CASE("service requests of New York as they are: every oddity is reported, none left out, none made up") {
    const auto rows = rows_in(requests);
    const auto counts = count_requests(rows);
    // What their publisher's notes say, so that a wrong count here is seen.
    REQUIRE(rows.size() == 5895);
    REQUIRE(counts.open == 3431);
    REQUIRE(counts.same_moment == 1729);
    REQUIRE(counts.reversed == 2);
    REQUIRE(counts.other_status == 2);
    const auto arguments = requests_as_cases();
    std::map<std::string, std::size_t> expected{{"no_offset", counts.dates},
                                                {"implausible_time", counts.implausible},
                                                {"steps_disordered", counts.reversed},
                                                {"status_disagrees", counts.other_status}};
    if (counts.twice > 0) expected["time_twice"] = counts.twice;
    CHECK(oddities(arguments) == expected);
    CHECK(summary_value(arguments, "cases") == std::to_string(rows.size()));
    CHECK(summary_value(arguments, "events") == std::to_string(counts.dates));
    CHECK(summary_value(arguments, "zero_duration_cases") == std::to_string(counts.same_moment));
    CHECK(summary_value(arguments, "tied_consecutive_events") == std::to_string(counts.same_moment));
    CHECK(summary_value(arguments, "rows_out_of_time_order_within_case") == std::to_string(counts.reversed));
    CHECK(summary_value(arguments, "open_cases") == std::to_string(counts.open));
    CHECK(open_at_the_end(arguments) == counts.open);
}

TEST_CASE("building permits of Calgary as they are: dates alone, open cases, steps left out") {
    const auto rows = rows_in(permits);
    std::size_t dates = 0;
    std::size_t open = 0;
    std::size_t ties = 0;
    std::set<std::string> names;
    for (const auto& row : rows) {
        std::string before;
        for (const auto* const step : {"applied", "issued", "completed"}) {
            if (row.at(step).empty()) continue;
            ++dates;
            ties += row.at(step) == before;
            before = row.at(step);
        }
        open += row.at("completed").empty();
        names.insert(row.at("case_id"));
    }
    REQUIRE(names.size() == 5000);
    const auto arguments = permits_as_cases();
    CHECK(oddities(arguments) == std::map<std::string, std::size_t>{{"date_only", dates}});
    CHECK(summary_value(arguments, "tied_consecutive_events") == std::to_string(ties));
    CHECK(summary_value(arguments, "cases") == "5000");
    CHECK(summary_value(arguments, "events") == std::to_string(dates));
    CHECK(open_at_the_end(arguments) == open);
}
