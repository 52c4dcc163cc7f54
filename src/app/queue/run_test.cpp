// The command end to end.
#include "app/queue/run.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace maerkbar;
using app_chart::Outcome;
using app_queue::Arguments;

namespace {

struct Ran {
    Outcome outcome = Outcome::done;
    std::string output;
    std::string complaints;
    [[nodiscard]] bool says(std::string_view text) const { return output.find(text) != std::string::npos; }
};

Ran run_with(const Arguments& arguments) {
    Ran ran;
    ran.outcome = app_queue::run(arguments, {[&](std::string_view text) { ran.output += text; },
                                             [&](std::string_view text) { ran.complaints += text; }});
    return ran;
}

Arguments calls(const char* model, std::vector<std::string> people) {
    Arguments arguments;
    arguments.model = model;
    arguments.arrivals = {"200"};
    arguments.service = "3min";
    arguments.people = std::move(people);
    arguments.within = "20s";
    arguments.language = "en";
    return arguments;
}

Arguments scenario(const char* file) {
    Arguments arguments;
    arguments.model = "simulate";
    arguments.file = file;
    arguments.replications = 3;
    arguments.language = "en";
    return arguments;
}

} // namespace

TEST_CASE("Erlang C as a page, as CSV and as JSON") {
    auto arguments = calls("erlang-c", {"11"});
    CHECK(run_with(arguments).says("Erlang C: 200 arrivals an hour, 3 min each, staff 11, load 10"));
    CHECK(run_with(arguments).says("served within 20 s"));
    arguments.format = "csv";
    CHECK(run_with(arguments).says(",p_wait,0.68211"));
    arguments.format = "json";
    CHECK(run_with(arguments).says(R"({"group":"","key":"p_wait","value":0.68211)"));
}

TEST_CASE("overload is said in every format, and no figure is printed") {
    auto arguments = calls("erlang-c", {"9"});
    auto ran = run_with(arguments);
    CHECK(ran.outcome == Outcome::done);
    CHECK(ran.says("The queue grows without end: there is work for 10 people and there are 9."));
    CHECK(!ran.says("-"));
    arguments.format = "csv";
    CHECK(run_with(arguments).output == "group,key,value,half_width\n,overload,1,\n");
    arguments.format = "json";
    CHECK(run_with(arguments).says(R"("overload":true,"figures":[])"));
    arguments.format.clear();
    arguments.language = "da";
    CHECK(run_with(arguments).says("Køen vokser uden ende"));
    CHECK(run_with(calls("mg1", {})).says("The queue grows without end"));
}

TEST_CASE("every model answers") {
    auto impatient = calls("erlang-a", {"11"});
    impatient.patience = "3min";
    CHECK(run_with(impatient).says("answered within 20 s, of all but those gone by then   73.2%"));
    CHECK(run_with(calls("erlang-b", {"11"})).says("turned away because all are busy"));
    CHECK(run_with(calls("mmc", {"11"})).says("M/M/c: "));
    auto limited = calls("mmck", {"11"});
    limited.places = 20;
    CHECK(run_with(limited).says("turned away because it is full"));
    auto priority = calls("priority", {"12"});
    priority.arrivals = {"50", "150"};
    CHECK(run_with(priority).says("priority 2"));
    auto needed = calls("staff", {});
    needed.shrinkage = 0.3;
    CHECK(run_with(needed).says("people on the roster               20"));
    auto day = calls("profile", {"2", "4"});
    day.arrivals = {"30", "60"};
    day.service = "4min";
    CHECK(run_with(day).says("part 2"));
    day.people = {"1", "4"};
    CHECK(run_with(day).says("In part 1 more comes in than can be done"));
}

TEST_CASE("usage that makes no sense is refused with a sentence") {
    const auto refused = [](Arguments arguments, const char* sentence) {
        const auto ran = run_with(arguments);
        CHECK(ran.outcome == Outcome::bad_usage);
        CHECK(ran.output.empty());
        CHECK(ran.complaints.find(sentence) != std::string::npos);
    };
    auto arguments = calls("erlang-c", {"11"});
    arguments.service = "3";
    refused(arguments, "--service takes a length of time with its unit");
    arguments = calls("erlang-c", {"11.5"});
    refused(arguments, "--people takes one whole number");
    arguments = calls("erlang-c", {"0"});
    refused(arguments, "The number of people must be from 1");
    arguments = calls("erlang-c", {"11"});
    arguments.arrivals = {"many"};
    refused(arguments, "--arrivals takes numbers");
    arguments = calls("profile", {"1"});
    arguments.arrivals = {"1", "2"};
    refused(arguments, "--arrivals and --people need as many numbers");
    arguments = calls("staff", {});
    arguments.shrinkage = 1;
    refused(arguments, "--shrinkage takes");
}

TEST_CASE("a scenario is played, and two are compared") {
    auto arguments = scenario("examples/citizen_service.json");
    CHECK(run_with(arguments).says("Borgerservice: 364 d simulated 3 times"));
    CHECK(run_with(arguments).says("case type Telefon"));
    CHECK(run_with(arguments).output == run_with(arguments).output);
    arguments.compare = arguments.file;
    arguments.format = "csv";
    const auto ran = run_with(arguments);
    CHECK(
        ran.says("step Samtale,mean_wait,0,0\n")); // the same scenario, the same cases: no difference at all
}

TEST_CASE("measured times come from a file beside the scenario") {
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / "maerkbar-queue-test";
    fs::create_directories(folder);
    std::ofstream(folder / "times.csv") << "case,minutes\na,10\nb,20\nc,\n";
    const auto write = [&](const char* column) {
        std::ofstream(folder / "scenario.json")
            << R"({"length":"4 w","teams":[{"name":"t","people":1}],"types":[{"name":"a","arrivals":{"per_hour":1},)"
            << R"("route":[{"step":"s","team":"t","work":{"file":"times.csv","unit":"min","column":")"
            << column << R"("}}]}]})";
    };
    write("minutes");
    const auto file = (folder / "scenario.json").string();
    CHECK(run_with(scenario(file.c_str())).outcome == Outcome::done);
    write("seconds");
    auto ran = run_with(scenario(file.c_str()));
    CHECK(ran.outcome == Outcome::bad_data);
    CHECK(ran.complaints == "The file times.csv has no column called seconds.\n");
    write("case");
    ran = run_with(scenario(file.c_str()));
    CHECK(ran.complaints == "times.csv, line 2: \"a\" is not a number.\n");
    fs::remove_all(folder);
    CHECK(run_with(scenario("nowhere.json")).outcome == Outcome::bad_data);
}

TEST_CASE("a scenario in a real year with little room says who was turned away, and which zone is unknown") {
    const auto path = std::filesystem::temp_directory_path() / "maerkbar-scenario-in-a-year.json";
    const auto write = [&path](const std::string& zone) {
        std::ofstream(path)
            << R"({"name":"Jul","length":"4 w","starts":"2026-12-07","holidays":"dk","zone":")" << zone
            << R"(","teams":[{"name":"t","waiting_places":0,"shifts":[{"from":"08:00","to":"16:00","people":1}]}],
            "types":[{"name":"a","arrivals":{"hours":[{"from":"08:00","to":"16:00","per_hour":20}]},
            "route":[{"step":"s","team":"t","work":{"mean":"3 min"}}]}]})";
    };
    write("Europe/Copenhagen");
    auto arguments = scenario(path.c_str());
    arguments.replications = 30;
    arguments.format = "csv";
    const auto ran = run_with(arguments);
    // One server and no place: half are turned away at one erlang.
    CHECK(ran.says("turned_share,0.5") != ran.says("turned_share,0.49"));
    // 20 weekdays less 25 December and New Year: 18 days of 8 hours.
    const auto at = ran.output.find(",arrived,");
    REQUIRE(at != std::string::npos);
    CHECK(std::stod(ran.output.substr(at + 9)) == doctest::Approx(18 * 8 * 20).epsilon(0.02));
    write("Europe/Atlantis");
    CHECK(run_with(arguments).complaints.find("Europe/Atlantis") != std::string::npos);
    std::filesystem::remove(path);
}
