// The command end to end: reads the reference series and writes tables equal to the reference results.
#include "app/chart/run.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "statistics/oracle_table.hpp"

using namespace maerkbar;
using app_chart::Arguments;
using app_chart::Outcome;
using statistics::oracle::close;
using statistics::oracle::Table;

namespace {

namespace fs = std::filesystem;
const fs::path data = statistics::oracle::free_data;

struct Ran {
    Outcome outcome = Outcome::done;
    std::string output;
    std::string complaints;
};

Ran run_with(const Arguments& arguments, unsigned threads = 2) {
    Ran ran;
    ran.outcome = app_chart::run(arguments, threads,
                                 {[&](std::string_view text) { ran.output += text; },
                                  [&](std::string_view text) { ran.complaints += text; }});
    return ran;
}

// A file that goes away with the test.
class TemporaryFile {
  public:
    TemporaryFile(const std::string& name, const std::string& content)
        : path_(fs::temp_directory_path() / ("maerkbar-chart-test-" + name)) {
        std::ofstream(path_) << content;
    }
    ~TemporaryFile() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    fs::path path_;
};

Arguments arguments_for(const std::string& file, const std::string& type, const std::string& format) {
    Arguments arguments;
    arguments.file = file;
    arguments.type = type;
    arguments.x = "x";
    arguments.y = "y";
    arguments.format = format;
    arguments.language = "en";
    return arguments;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end == text.npos ? text.size() : end + 1;
    }
    return lines;
}

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == ',')
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

bool same_field(const std::string& got, const std::string& expected) {
    if (got == expected) return true;
    char* end = nullptr;
    const double a = std::strtod(got.c_str(), &end);
    if (got.empty() || *end != 0) return false;
    const double b = std::strtod(expected.c_str(), &end);
    return !expected.empty() && *end == 0 && close(a, b);
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Header equal, numbers to 1e-9, everything else equal.
void compare_tables(const std::string& got, const std::vector<std::string>& expected) {
    const auto lines = lines_of(got);
    REQUIRE(lines.size() == expected.size());
    CHECK(lines[0] == expected[0]);
    for (std::size_t row = 1; row < lines.size(); ++row) {
        const auto fields = fields_of(lines[row]);
        const auto wanted = fields_of(expected[row]);
        REQUIRE(fields.size() == wanted.size());
        for (std::size_t i = 0; i < fields.size(); ++i) {
            CAPTURE(lines[row]);
            CAPTURE(expected[row]);
            CHECK(same_field(fields[i], wanted[i]));
        }
    }
}

// Points of several series stand in another order there: sorted by the facets, first to last.
std::vector<std::string> in_our_order(std::vector<std::string> lines) {
    if (!lines[0].starts_with("facet1,facet2")) return lines;
    const auto facets = [](const std::string& line) {
        return line.substr(0, line.find(',', line.find(',') + 1));
    };
    std::stable_sort(lines.begin() + 1, lines.end(),
                     [&](const std::string& a, const std::string& b) { return facets(a) < facets(b); });
    return lines;
}

// The lines of a summary that belong to one case, whose name is the first column.
std::vector<std::string> summary_lines(const std::vector<std::string>& all, const std::string& id,
                                       const std::string& shown_id) {
    std::vector<std::string> lines{all[0]};
    for (const auto& line : all)
        if (line.starts_with(id + ",")) lines.push_back(shown_id + line.substr(id.size()));
    return lines;
}

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> list;
    for (const char c : " " + text) {
        if (c == ' ')
            list.emplace_back();
        else
            list.back() += c;
    }
    std::erase(list, "");
    return list;
}

Arguments chart_arguments(const Table& manifest, std::size_t row) {
    auto arguments =
        arguments_for((data / manifest.text(row, "input")).string(), manifest.text(row, "chart"), "csv");
    const Table input(arguments.file);
    if (manifest.text(row, "uses_n") == "1") arguments.n = "n";
    for (const char* facet : {"f1", "f2"})
        if (input.has(facet)) arguments.facets.emplace_back(facet);
    arguments.no_screen = manifest.text(row, "screened") == "0";
    arguments.parts = words(manifest.text(row, "part"));
    arguments.exclude = words(manifest.text(row, "exclude"));
    arguments.multiply = manifest.number(row, "multiply");
    if (const auto freeze = manifest.text(row, "freeze"); !freeze.empty())
        arguments.freeze = std::stol(freeze);
    if (const auto centre = manifest.text(row, "known_cl"); !centre.empty())
        arguments.centre = std::stod(centre);
    if (manifest.text(row, "agg") != "mean") arguments.aggregate = manifest.text(row, "agg");
    return arguments;
}

void compare_chart_case(const Table& manifest, std::size_t row, const std::vector<std::string>& summaries) {
    const auto id = manifest.text(row, "case_id");
    CAPTURE(id);
    auto arguments = chart_arguments(manifest, row);
    const auto points = run_with(arguments);
    CHECK(points.outcome == Outcome::done);
    CHECK(points.complaints.empty());
    compare_tables(points.output, in_our_order(lines_of(read_file(data / manifest.text(row, "points")))));
    arguments.format = "summary";
    compare_tables(run_with(arguments).output,
                   summary_lines(summaries, id, fs::path(arguments.file).stem().string()));
}

Arguments mdc_arguments(const Table& manifest, std::size_t row, const std::string& file) {
    auto arguments = arguments_for(file, "mdc", "csv");
    const auto direction = manifest.text(row, "improvement_direction");
    arguments.direction = direction == "increase" ? "up" : direction == "decrease" ? "down" : "neutral";
    if (const auto target = manifest.text(row, "target"); !target.empty())
        arguments.target = std::stod(target);
    if (const auto fix = manifest.text(row, "fix_after_n_points"); !fix.empty())
        arguments.fix_after = std::stol(fix);
    arguments.rebase = words(manifest.text(row, "rebase"));
    arguments.no_screen = manifest.text(row, "screen_outliers") == "0";
    return arguments;
}

void compare_mdc_case(const Table& manifest, std::size_t row, Arguments arguments,
                      const std::vector<std::string>& summaries) {
    const auto id = manifest.text(row, "case_id");
    CAPTURE(id);
    compare_tables(run_with(arguments).output, lines_of(read_file(data / manifest.text(row, "points"))));
    arguments.format = "summary";
    compare_tables(run_with(arguments).output,
                   summary_lines(summaries, id, fs::path(arguments.file).stem().string()));
}

// Departments of type 1 that reported in all 36 months, with the share that was seen in time.
std::string complete_departments() {
    const Table input("examples/ae_attendances.csv");
    std::map<std::string, std::vector<std::size_t>> rows;
    for (const auto row : input.rows_where("type", "1"))
        rows[input.text(row, "org_code")].push_back(row);
    std::string csv = "f,x,seen,breaches,attendances\n";
    for (const auto& [code, own] : rows)
        for (const auto row : own) {
            if (own.size() != 36) continue;
            const auto attendances = input.text(row, "attendances");
            const auto breaches = input.text(row, "breaches");
            csv += code + "," + input.text(row, "period") + "," +
                   std::to_string(std::stol(attendances) - std::stol(breaches)) + "," + breaches + "," +
                   attendances + "\n";
        }
    return csv;
}

} // namespace

TEST_CASE("chart --format csv and summary equal the reference tables") {
    const Table manifest(data / "manifest_qic.csv");
    const auto summaries = lines_of(read_file(data / "summary_qic.csv"));
    int compared = 0;
    for (std::size_t row = 0; row < manifest.size(); ++row) {
        // In waiting_times_dk, y is already divided by n.
        const bool divided = manifest.text(row, "note").starts_with("numerator");
        if (manifest.text(row, "normative") != "1" || divided) continue;
        compare_chart_case(manifest, row, summaries);
        ++compared;
    }
    CHECK(compared == 362);
}

TEST_CASE("chart --type mdc equals the reference tables") {
    const Table manifest(data / "manifest_mdc.csv");
    const auto summaries = lines_of(read_file(data / "summary_mdc.csv"));
    const TemporaryFile departments("ae.csv", complete_departments());
    int compared = 0;
    for (std::size_t row = 0; row < manifest.size(); ++row) {
        const auto id = manifest.text(row, "case_id");
        if (manifest.text(row, "status") != "ok" || id.starts_with("edge_constant")) continue;
        const bool bulk = id.starts_with("ae_all");
        auto arguments = mdc_arguments(
            manifest, row, bulk ? departments.path() : (data / manifest.text(row, "input")).string());
        if (bulk) {
            arguments.facets = {"f"};
            arguments.y = id.ends_with("breaches") ? "breaches"
                          : id.ends_with("perf")   ? "seen"
                                                   : "attendances";
        }
        if (arguments.y == "seen") {
            arguments.n = "attendances";
            arguments.multiply = 100;
        }
        compare_mdc_case(manifest, row, arguments, summaries);
        ++compared;
    }
    CHECK(compared == 77);
}

TEST_CASE("one thread and several give the same output in the same order") {
    auto arguments = arguments_for((data / "input/bacteremia_mortality_all.csv").string(), "pp", "csv");
    arguments.n = "n";
    arguments.facets = {"f1"};
    CHECK(run_with(arguments, 1).output == run_with(arguments, 5).output);
}

TEST_CASE("a bad cell is told by line and column, and nothing is written") {
    const TemporaryFile file("bad.csv", "x,y,n\n2026-01-01,3,10\n2026-02-01,four,10\n2026-03-01,5,ten\n");
    auto arguments = arguments_for(file.path(), "pp", "csv");
    arguments.n = "n";
    const auto ran = run_with(arguments);
    CHECK(ran.outcome == Outcome::bad_data);
    CHECK(ran.output.empty());
    CHECK(ran.complaints ==
          "Line 3, column y: \"four\" is not a number. Correct it, or leave the cell empty.\n"
          "Line 4, column n: \"ten\" is not a number. Correct it, or leave the cell empty.\n");
}

TEST_CASE("one bad series is told, and the others are written all the same") {
    const TemporaryFile file("series.csv", "unit,x,y,n\nA,1,3,10\nB,1,12,10\nC,1,5,10\n");
    auto arguments = arguments_for(file.path(), "p", "csv");
    arguments.n = "n";
    arguments.facets = {"unit"};
    const auto ran = run_with(arguments);
    CHECK(ran.outcome == Outcome::bad_data);
    CHECK(ran.complaints.starts_with("B: Line 3: Point 1 is no share"));
    CHECK(lines_of(ran.output).size() == 3);
}

TEST_CASE("a file or column that is not there") {
    CHECK(run_with(arguments_for("no-such-file.csv", "run", "csv")).outcome == Outcome::bad_data);
    auto arguments = arguments_for((data / "input/cdi.csv").string(), "run", "csv");
    arguments.y = "antal";
    const auto ran = run_with(arguments);
    CHECK(ran.outcome == Outcome::bad_usage);
    CHECK(ran.complaints == "The file has no column called antal. Its columns are: x, y, n.\n");
}

TEST_CASE(
    "several rows with the same x are an error of Making Data Count unless they may be taken together") {
    const TemporaryFile file("twice.csv", "x,y\n2026-01-01,3\n2026-02-01,4\n2026-01-01,5\n");
    auto arguments = arguments_for(file.path(), "mdc", "csv");
    const auto ran = run_with(arguments);
    CHECK(ran.outcome == Outcome::bad_data);
    CHECK(ran.complaints.starts_with("Line 4: there is another row for 2026-01-01"));
    arguments.aggregate = "sum";
    CHECK(lines_of(run_with(arguments).output)[1].starts_with("no facet,0,2026-01-01,8,"));
}

TEST_CASE("Danish files are read as they come") {
    const TemporaryFile file("dansk.csv", "Måned;Værdi\n01-02-2026;2,5\n01-01-2026;1,5\n01-03-2026;3,25\n");
    auto arguments = arguments_for(file.path(), "run", "csv");
    arguments.x = "måned";
    arguments.y = "Værdi";
    const auto lines = lines_of(run_with(arguments).output);
    REQUIRE(lines.size() == 4);
    CHECK(lines[1].starts_with("1,1,01-01-2026,1.5,"));
    CHECK(lines[3].starts_with("1,3,01-03-2026,3.25,"));
}
