#include "app/flow/run.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace maerkbar;
using namespace maerkbar::app_flow;

namespace {

const std::string emergency = "tests/data/flow/emergency_artificial.csv";

struct Ran {
    Outcome outcome = Outcome::done;
    std::string results;
    std::string complaints;
};

Ran run_with(Arguments arguments) {
    Ran ran;
    arguments.language = "en";
    ran.outcome = run(arguments, {[&ran](std::string_view text) { ran.results += text; },
                                  [&ran](std::string_view text) { ran.complaints += text; }, nullptr});
    return ran;
}

Arguments asking(const std::string& format, std::vector<std::string> reports = {}) {
    Arguments arguments;
    arguments.file = emergency;
    arguments.format = format;
    arguments.reports = std::move(reports);
    return arguments;
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

class Folder {
  public:
    Folder()
        : path_(std::filesystem::temp_directory_path() / ("maerkbar-flow-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    std::filesystem::path operator/(const char* name) const { return path_ / name; }
    std::string write(const char* name, std::string_view text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_ / name;
    }
    std::string text() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace

TEST_CASE("one table is written as CSV, several need a folder") {
    const auto ran = run_with(asking("csv", {"littles_law"}));
    CHECK(ran.outcome == Outcome::done);
    CHECK(ran.results.starts_with("window,from,to,arrivals,arrivals_per_day,"));
    CHECK(ran.results.find("\n2017,2017-01-01T00:00:00.000Z,2018-01-01T00:00:00.000Z,384,1.052054795,") !=
          ran.results.npos);
    CHECK(run_with(asking("csv")).outcome == Outcome::bad_usage);
    const Folder folder;
    auto arguments = asking("csv");
    arguments.out = folder.text();
    CHECK(run_with(arguments).outcome == Outcome::done);
    // Sums, counts and moments have but one spelling: the file is the reference, byte for byte.
    for (const auto* const name :
         {"cases.csv", "handover.csv", "ageing.csv", "daily_flow.csv", "lifecycle_cases.csv"})
        CHECK_MESSAGE(content_of(folder / name) ==
                          content_of("tests/data/flow/emergency_artificial/" + std::string(name)),
                      name);
}

TEST_CASE("cells are quoted where they must be, in CSV and JSON") {
    const Folder folder;
    auto arguments = asking("csv", {"activities"});
    arguments.file =
        folder.write("log.csv", "case,activity,time\n1,\"a, \"\"b\"\"\nc\",2026-01-01\n1,=x,2026-01-02\n");
    CHECK(run_with(arguments).results.find("\"a, \"\"b\"\"\nc\",1,1,1,0,") != std::string::npos);
    CHECK(run_with(arguments).results.find("\n=x,1,1,0,1,0,0,1,86400.000,") != std::string::npos);
    arguments.format = "json";
    const auto json = run_with(arguments).results;
    CHECK(json.starts_with("{\n\"activities\": ["));
    CHECK(json.find("{\"activity\":\"a, \\\"b\\\"\\nc\",\"events\":1,") != json.npos);
    CHECK(json.find("\"wait_total_s\":null") != json.npos);
    CHECK(json.ends_with("]\n}\n"));
}

TEST_CASE("the page says what was read, what was odd and where cases wait") {
    const Folder folder;
    auto arguments = asking("text");
    arguments.file =
        folder.write("log.csv", "case,activity,time\n1,A,2026-01-01 10:00\n1,B,2026-01-03 10:00\n2,A,soon\n");
    arguments.zone = "Europe/Copenhagen";
    const auto page = run_with(arguments).results;
    for (const auto* const text :
         {"2 events in 1 case, from 01/01/2026 to 03/01/2026.", "times that cannot be read; left out",
          "first in line 4: “soon”", "times without a zone, read as Europe/Copenhagen", "→ B", "100%",
          "January 2026", "1 way through\n"})
        CHECK_MESSAGE(page.find(text) != page.npos, text);
    arguments.worktime = "mon-fri:08-16";
    arguments.holidays = "dk";
    CHECK(run_with(arguments).results.find("in office hours") != std::string::npos);
}

TEST_CASE("one of a kind is told in the singular, several in the plural") {
    const Folder folder;
    auto arguments = asking("text");
    arguments.file = folder.write("one.csv", "case,activity,time\n1,A,2026-01-01 10:00\n");
    CHECK(run_with(arguments).results.find("1 event in 1 case, from") != std::string::npos);
    arguments.file = folder.write("two.csv",
                                  "case,activity,time\n1,A,2026-01-01 10:00\n1,B,2026-01-02 10:00\n"
                                  "2,B,2026-01-01 10:00\n");
    arguments.filters = {"activity=A"};
    CHECK(run_with(arguments).results.find("The filters let 1 of 2 cases pass.") != std::string::npos);
    arguments.filters.clear();
    const auto page = run_with(arguments).results;
    CHECK(page.find("3 events in 2 cases, from") != page.npos);
    CHECK(page.find("2 different ways through; 2 of them cover 80 % of the cases") != page.npos);
    arguments.format = "svg";
    CHECK(run_with(arguments).results.find("Process map: 2 cases") != std::string::npos);
}

TEST_CASE("open cases are told, and finished ones are not passed off as all") {
    const Folder folder;
    auto arguments = asking("text");
    const auto* const cases = "id,opened,done\n1,2026-01-01,2026-01-05\n2,2026-01-02,\n3,2026-01-02,\n";
    arguments.file = folder.write("cases.csv", cases);
    arguments.opened = "opened";
    arguments.closed = "done";
    CHECK(run_with(arguments).results.find("2 of 3 cases are still open") != std::string::npos);
    arguments.file = folder.write("one_open.csv", "id,opened,done\n1,2026-01-01,2026-01-05\n2,2026-01-02,\n");
    CHECK(run_with(arguments).results.find("1 of 2 cases is still open") != std::string::npos);
    arguments.file = folder.write("cases.csv", cases);
    arguments.format = "csv";
    arguments.reports = {"months"};
    // A median that two open cases of three leave unreached is empty.
    CHECK(run_with(arguments).results.find(",0,3,1,2,2.065,") != std::string::npos);
    CHECK(run_with(arguments).results.find(",345600.000,345600.000,345600.000,,,") != std::string::npos);
}

TEST_CASE("what is wrong is said, and how to mend it") {
    auto arguments = asking("text", {"sumary"});
    CHECK(run_with(arguments).outcome == Outcome::bad_usage);
    CHECK(run_with(arguments).complaints.find("There is no report called sumary") == 0);
    arguments.reports.clear();
    arguments.zone = "Europe/Atlantis";
    CHECK(run_with(arguments).outcome == Outcome::bad_usage);
    arguments.zone.clear();
    arguments.holidays = "dk";
    CHECK(run_with(arguments).outcome == Outcome::bad_usage);
    arguments.holidays.clear();
    arguments.snapshots = {"yesterday"};
    CHECK(run_with(arguments).outcome == Outcome::bad_usage);
    arguments.snapshots.clear();
    arguments.filters = {"activity=Nothing"};
    CHECK(run_with(arguments).outcome == Outcome::bad_data);
    arguments.filters = {"arrived=1999-01-01..1999-12-31"};
    CHECK(run_with(arguments).complaints == "Not one case passes the filters. Try with fewer of them.\n");
    arguments.filters.clear();
    arguments.file = "tests/data/flow/missing.csv";
    CHECK(run_with(arguments).outcome == Outcome::bad_data);
}
