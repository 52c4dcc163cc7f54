// The command end to end.
#include "app/survival/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

using namespace maerkbar;
using app_chart::Outcome;
using app_survival::Arguments;

namespace {

namespace fs = std::filesystem;

struct Ran {
    Outcome outcome = Outcome::done;
    std::string output;
    std::string complaints;
    [[nodiscard]] bool says(std::string_view text) const { return output.find(text) != std::string::npos; }
};

Ran run_with(const Arguments& arguments) {
    Ran ran;
    ran.outcome = app_survival::run(arguments, {[&](std::string_view text) { ran.output += text; },
                                                [&](std::string_view text) { ran.complaints += text; }});
    return ran;
}

// A file that goes away with the test.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& content)
        : path_(fs::temp_directory_path() / "maerkbar-survival-test.csv") {
        std::ofstream(path_) << content;
    }
    ~TemporaryFile() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] Arguments dates() const {
        Arguments arguments;
        arguments.file = path_.string();
        arguments.opened = "opened";
        arguments.closed = "closed";
        arguments.language = "en";
        return arguments;
    }
    [[nodiscard]] Arguments durations() const {
        Arguments arguments;
        arguments.file = path_.string();
        arguments.time = "time";
        arguments.event = "event";
        arguments.language = "en";
        return arguments;
    }

  private:
    fs::path path_;
};

Arguments calgary() {
    Arguments arguments;
    arguments.file = "examples/building_permits.csv";
    arguments.opened = "applied";
    arguments.closed = "issued";
    arguments.as_of = "2024-07-01";
    arguments.from = "2023-01-01";
    arguments.change = "2024-01-01";
    arguments.language = "en";
    return arguments;
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("Calgary in summer 2024, from the dates of the cases") {
    const auto ran = run_with(calgary());
    CHECK(ran.outcome == Outcome::done);
    CHECK(ran.says("before 01/01/2024  1,657    17   22 (21–23)     51 (49–56)   113 (103–127)"));
    CHECK(ran.says("from 01/01/2024      592   164   21 (20–23)     40 (35–44)     84 (67–134)"));
    CHECK(ran.says("It is not certain that anything has changed."));
    CHECK(ran.says("average 43.9 days → 21.7 days (-51%), median 21 days"));
    CHECK(ran.says("17 of 1,657 (before 01/01/2024) and 164 of 592"));
    CHECK(ran.says("That claim does not hold: do not quote it."));
    CHECK(ran.says("698 cases were opened before --from and are left out."));
}

TEST_CASE("every language says it") {
    for (const auto& [language, text] : {std::pair{"da", "Det er ikke sikkert, at noget har ændret sig."},
                                         std::pair{"nb", "Det er ikke sikkert at noe har endret seg."}}) {
        auto arguments = calgary();
        arguments.language = language;
        CHECK(run_with(arguments).says(text));
    }
}

TEST_CASE("the curves as CSV have the columns and the rows of the reference results") {
    auto arguments = calgary();
    arguments.format = "csv";
    const auto ran = run_with(arguments);
    const auto expected = content_of("tests/data/survival/calgary_as_of_2024-07-01/km_curve.csv");
    CHECK(ran.output.substr(0, ran.output.find('\n')) == expected.substr(0, expected.find('\n')));
    CHECK(ran.says("all,all,0,2249,10,0,0.9955535793"));
    CHECK(ran.complaints.find("not yet opened") != std::string::npos);
}

TEST_CASE("durations with an event, by group, in JSON") {
    Arguments arguments;
    arguments.file = "tests/data/survival/calgary_time_to_issue/input.csv";
    arguments.time = "time";
    arguments.event = "event";
    arguments.by = "year";
    arguments.format = "json";
    arguments.language = "en";
    const auto ran = run_with(arguments);
    CHECK(ran.outcome == Outcome::done);
    CHECK(ran.says(R"("name":"2023","cases":1657,"ended":1657,"open":0)"));
    CHECK(ran.says(R"("change":"none")"));
    CHECK(ran.says(R"("log_rank":{"chi_squared":0.8519)"));
    CHECK(ran.says("1,272 cases belong to no group"));
    CHECK(ran.says(R"("as_of":null)"));
}

TEST_CASE("the picture is an SVG file with the statement in it") {
    auto arguments = calgary();
    arguments.format = "svg";
    const auto ran = run_with(arguments);
    CHECK(ran.output.starts_with("<svg"));
    CHECK(ran.output.ends_with("</svg>\n"));
    CHECK(ran.says("It is not certain"));
    CHECK(ran.output.find("nan") == std::string::npos);
}

TEST_CASE("competing endings add up") {
    const TemporaryFile file(
        "opened,closed,how\n2026-01-01,2026-01-05,decided\n2026-01-01,2026-01-03,withdrawn\n"
        "2026-01-01,,\n2026-01-01,2026-01-09,decided\n2026-01-01,2026-01-10,\n");
    auto arguments = file.dates();
    arguments.ending = "how";
    arguments.as_of = "2026-02-01";
    const auto ran = run_with(arguments);
    CHECK(ran.outcome == Outcome::done);
    CHECK(
        ran.says("all            1    3    7   14   30\n"
                 "decided       0%   0%  20%  40%  40%\n"
                 "withdrawn     0%  20%  20%  20%  20%\n"
                 "?             0%   0%   0%  20%  20%\n"
                 "still open  100%  80%  60%  20%  20%\n"));
}

TEST_CASE("what is left out is said, with its lines") {
    const TemporaryFile file("opened,closed\n2026-01-05,2026-01-01\n,2026-01-03\n2026-01-01,2026-01-02\n");
    const auto ran = run_with(file.dates());
    CHECK(ran.outcome == Outcome::done);
    CHECK(ran.says("1 case ends before it begins and is left out (line 2)."));
    CHECK(ran.says("1 row has no beginning or duration and is left out (line 3)."));
}

TEST_CASE("one day is told in the singular, where no other unit is asked for") {
    const TemporaryFile file("time,event\n1,1\n1,1\n1,1\n");
    auto arguments = file.durations();
    CHECK(run_with(arguments).says(" 1 day\n"));
    arguments.unit = "weeks";
    CHECK(run_with(arguments).says(" 1 weeks\n")); // a unit stands as it was given
}

TEST_CASE("a closing on the day asked about, or later, is open then") {
    const TemporaryFile file("opened,closed\n2026-01-01,2026-01-10\n2026-01-01,2026-01-09\n");
    auto arguments = file.dates();
    arguments.as_of = "2026-01-10";
    arguments.format = "csv";
    CHECK(run_with(arguments).output.find("all,all,9,1,0,1,") != std::string::npos);
}

TEST_CASE("cells that cannot be read stop the command and are named") {
    const TemporaryFile dates("opened,closed\n2026-01-01,soon\n");
    auto ran = run_with(dates.dates());
    CHECK(ran.outcome == Outcome::bad_data);
    CHECK(ran.complaints ==
          "Line 2, column closed: \"soon\" is not a date. Correct it, or leave the cell empty.\n");
    const TemporaryFile durations("time,event\n3,1\n4,perhaps\nlong,0\n");
    ran = run_with(durations.durations());
    CHECK(ran.outcome == Outcome::bad_data);
    CHECK(std::count(ran.complaints.begin(), ran.complaints.end(), '\n') == 2);
}

TEST_CASE("usage that makes no sense is refused") {
    const TemporaryFile file("time,event,id\n3,1,a\n4,0,b\n");
    const auto refused = [&](auto change) {
        auto arguments = file.durations();
        change(arguments);
        const auto ran = run_with(arguments);
        CHECK(!ran.complaints.empty());
        return ran.outcome == Outcome::bad_usage;
    };
    CHECK(refused([](Arguments& a) { a.time.clear(), a.event.clear(); }));
    CHECK(refused([](Arguments& a) { a.opened = "opened"; }));
    CHECK(refused([](Arguments& a) { a.event.clear(); }));
    CHECK(refused([](Arguments& a) { a.as_of = "2026-01-01"; }));
    CHECK(refused([](Arguments& a) { a.by = "who"; }));
    CHECK(refused([](Arguments& a) { a.by = "id", a.compare = {"a", "c"}; }));
    CHECK(refused([](Arguments& a) { a.compare = {"a", "b"}; }));
    CHECK(refused([](Arguments& a) {
        a.time.clear(), a.event.clear();
        a.opened = "x", a.closed = "y", a.as_of = "tomorrow";
    }));
    std::string many = "time,event,id\n";
    for (int i = 0; i < 100; ++i)
        many += "1,1,case" + std::to_string(i) + "\n";
    const TemporaryFile crowd(many);
    CHECK(refused([](Arguments& a) { a.by = "id"; }));
}

TEST_CASE("too few endings, and a file of open cases alone, say so") {
    const TemporaryFile file("time,event,g\n3,1,a\n4,0,b\n5,0,b\n");
    auto arguments = file.durations();
    arguments.by = "g";
    auto ran = run_with(arguments);
    CHECK(ran.says("Too few cases have ended to compare: each side needs 10."));
    const TemporaryFile open("time,event\n3,0\n4,0\n");
    ran = run_with(open.durations());
    CHECK(ran.outcome == Outcome::done);
    CHECK(ran.says("not reached"));
}
