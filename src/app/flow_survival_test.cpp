// From a log to waiting times with open cases counted: `maerkbar flow --report survival` writes what
// `maerkbar survival` reads.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "app/flow/run.hpp"
#include "app/survival/run.hpp"

using namespace maerkbar;

namespace {

const std::string permits = "tests/data/flow/building_permits_calgary.csv";
const std::string requests = "tests/data/flow/service_requests_nyc.csv";

app_flow::Arguments cases_of(const std::string& file, const std::string& opened, const std::string& closed) {
    app_flow::Arguments arguments;
    arguments.file = file;
    arguments.opened = opened;
    arguments.closed = closed;
    arguments.reports = {"survival"};
    arguments.format = "csv";
    arguments.language = "en";
    return arguments;
}

struct Ran {
    bool done = false;
    std::string output;
    std::string complaints;
};

Ran flow(const app_flow::Arguments& arguments) {
    Ran ran;
    ran.done = app_flow::run(arguments, {[&](std::string_view text) { ran.output += text; },
                                         [&](std::string_view text) { ran.complaints += text; }, nullptr}) ==
               app_flow::Outcome::done;
    return ran;
}

std::string survival(app_survival::Arguments arguments) {
    std::string curves;
    std::string complaints; // name lines of the file, which are others in the table
    arguments.format = "csv";
    arguments.language = "en";
    const auto outcome = app_survival::run(arguments, {[&](std::string_view text) { curves += text; },
                                                       [&](std::string_view text) { complaints += text; }});
    REQUIRE_MESSAGE(outcome == app_chart::Outcome::done, complaints);
    return curves;
}

class Written {
  public:
    explicit Written(const std::string& text)
        : path_(std::filesystem::temp_directory_path() / "maerkbar-flow-survival.csv") {
        std::ofstream(path_, std::ios::binary) << text;
    }
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;
    ~Written() { std::filesystem::remove(path_); }
    [[nodiscard]] std::string path() const { return path_; }

  private:
    std::filesystem::path path_;
};

app_survival::Arguments dates_of(const std::string& file, const std::string& opened,
                                 const std::string& closed) {
    app_survival::Arguments arguments;
    arguments.file = file;
    arguments.opened = opened;
    arguments.closed = closed;
    return arguments;
}

} // namespace

TEST_CASE("the table of a log gives the curve that its own dates give, open and reversed cases too") {
    const auto direct = survival(dates_of(permits, "applied", "completed"));
    const Written table(flow(cases_of(permits, "applied", "completed")).output);
    CHECK(survival(dates_of(table.path(), "opened", "closed")) == direct);
    const auto dirty = survival(dates_of(requests, "created", "closed"));
    const Written dirty_table(flow(cases_of(requests, "created", "closed")).output);
    CHECK(survival(dates_of(dirty_table.path(), "opened", "closed")) == dirty);
}

TEST_CASE("cases by event: what closes them is their ending, the first value of --by their group") {
    const Written log(
        "case,activity,time,channel\n1,Applied,2026-01-01,Post\n1,Granted,2026-01-04,Post\n"
        "2,Applied,2026-01-02,Web\n2,Withdrawn,2026-01-03,Web\n3,Applied,2026-01-05,Web\n");
    app_flow::Arguments arguments;
    arguments.file = log.path();
    arguments.reports = {"survival"};
    arguments.format = "csv";
    arguments.by = {"channel"};
    arguments.closing = {"Granted", "Withdrawn"};
    CHECK(flow(arguments).output ==
          "case_id,opened,closed,days,ended,ending,group\n"
          "1,2026-01-01T00:00:00.000Z,2026-01-04T00:00:00.000Z,3.000000,1,Granted,Post\n"
          "2,2026-01-02T00:00:00.000Z,2026-01-03T00:00:00.000Z,1.000000,1,Withdrawn,Web\n"
          "3,2026-01-05T00:00:00.000Z,,0.000000,0,,Web\n");
    arguments.closing.clear();
    const auto refused = flow(arguments);
    CHECK_FALSE(refused.done);
    CHECK(refused.complaints.find("--closing") != std::string::npos);
    arguments.reports.clear(); // all that there is to tell, without this one
    arguments.format = "json";
    CHECK(flow(arguments).done);
}
