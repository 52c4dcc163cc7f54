// Every table of the reference results, cell by cell.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <vector>

#include "app/flow/tables.hpp"
#include "tables/table_file.hpp"

using namespace maerkbar;
using namespace maerkbar::app_flow;

namespace {

const std::string free_data = "tests/data/flow";
const std::string other_data = "../shared/data/flow";
const std::string other_oracles = "../shared/oracles/flow";

std::vector<std::vector<std::string>> rows_of(const std::string& path) {
    tables::ReadOptions options;
    options.separator = ',';
    options.header_line = 0;
    options.keep_totals = true;
    auto file = tables::TableFile::open(path, options);
    REQUIRE(file.ok());
    std::vector<std::vector<std::string>> rows;
    tables::Row row;
    while (*file->next(row))
        rows.emplace_back(row.cells().begin(), row.cells().end());
    return rows;
}

// Compares tables with those of a folder while they are written. Numbers with decimals must agree within half
// a unit of the last place that is given, before they are rounded; everything else exactly.
class ComparingSink : public ReportSink {
  public:
    explicit ComparingSink(std::string folder) : folder_(std::move(folder)) {}

    Result<void> begin(std::string_view name, std::initializer_list<std::string_view> columns) override {
        name_ = as_in_csv(name);
        const auto path = folder_ + "/" + name_ + ".csv";
        compared_ = std::filesystem::exists(path);
        expected_ = compared_ ? rows_of(path) : std::vector<std::vector<std::string>>();
        row_ = column_ = 0;
        if (compared_) compared.insert(name_);
        for (const auto column : columns)
            text(column);
        end_row();
        return {};
    }
    void text(std::string_view text) override {
        const auto found = as_in_csv(text);
        check(found == expected_cell(), found);
    }
    void number(std::string_view digits) override { text(digits); }
    void nothing() override { text(""); }
    void fixed(double value, int decimals) override {
        const auto expected = expected_cell();
        const double wanted = expected.empty() ? NAN : std::strtod(expected.c_str(), nullptr);
        const double half = 0.5 * std::pow(10, -decimals) + 1e-12 * std::fabs(wanted);
        check(std::fabs(value - wanted) <= half, std::to_string(value));
    }
    void end_row() override {
        if (row_ < expected_.size() && expected_[row_].size() != column_)
            fault("has another number of cells");
        column_ = 0;
        ++row_;
    }
    Result<void> end() override {
        if (compared_ && row_ < expected_.size()) fault("is missing");
        if (row_ > expected_.size()) longer.insert(name_);
        return {};
    }
    Result<void> finish() override { return {}; }

    std::set<std::string> compared;
    std::set<std::string> longer; // tables with more rows than expected
    std::vector<std::string> faults;

  private:
    // Attributes of a case are called case:channel in XES, and case_channel in the tables.
    static std::string as_in_csv(std::string_view name) {
        std::string out(name);
        if (const auto place = out.find("case:"); place != out.npos) out[place + 4] = '_';
        return out;
    }
    std::string expected_cell() const {
        if (row_ >= expected_.size() || column_ >= expected_[row_].size()) return {};
        return expected_[row_][column_];
    }
    void check(bool right, const std::string& found) {
        if (row_ < expected_.size() && !right)
            fault("column " + std::to_string(column_) + " is " + found + ", not " + expected_cell());
        ++column_;
    }
    void fault(const std::string& what) {
        if (compared_ && faults.size() < 20)
            faults.push_back(name_ + ".csv, row " + std::to_string(row_) + ": " + what);
    }

    std::string folder_;
    std::string name_;
    bool compared_ = false;
    std::vector<std::vector<std::string>> expected_;
    std::size_t row_ = 0;
    std::size_t column_ = 0;
};

std::set<std::string> tables_in(const std::string& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().stem().string());
    return names;
}

ComparingSink compare(const Arguments& arguments, const std::string& folder) {
    ComparingSink sink(folder);
    const auto request = understand(arguments);
    REQUIRE(request.ok());
    auto analysis = Analysis::of(*request);
    REQUIRE(analysis.ok());
    REQUIRE(write_tables(*analysis, sink).ok());
    return sink;
}

void check_all(const ComparingSink& sink, const std::set<std::string>& wanted,
               const std::set<std::string>& longer = {}) {
    for (const auto& fault : sink.faults)
        FAIL_CHECK(fault);
    CHECK(sink.compared == wanted);
    for (const auto& name : sink.longer)
        CHECK_MESSAGE((longer.count(name) == 1 || wanted.count(name) == 0), name,
                      " has more rows than expected");
}

bool absent(const std::string& log) {
    if (std::filesystem::exists(other_data + "/" + log)) return false;
    MESSAGE("SKIPPED: ", log, " may not be released and is not here");
    return true;
}

Arguments arguments_for(const std::string& file, const std::string& zone) {
    Arguments arguments;
    arguments.file = file;
    arguments.zone = zone;
    return arguments;
}

const std::set<std::string> worktime_tables{"worktime_cases", "worktime_summary"};

std::set<std::string> without(std::set<std::string> names, const std::set<std::string>& others) {
    for (const auto& name : others)
        names.erase(name);
    return names;
}

} // namespace

TEST_CASE("reference results: emergency ward, start and complete") {
    const auto folder = free_data + "/emergency_artificial";
    check_all(compare(arguments_for(folder + ".csv", "UTC"), folder), tables_in(folder));
}

TEST_CASE("reference results: environmental permits") {
    if (absent("permit_receipt_nl.csv")) return;
    const auto folder = other_oracles + "/permit_receipt_nl";
    auto arguments = arguments_for(other_data + "/permit_receipt_nl.csv", "Europe/Amsterdam");
    arguments.by = {"case_channel", "case_department", "case_responsible"};
    check_all(compare(arguments, folder), without(tables_in(folder), worktime_tables));
    // Working time is counted in the process map too, so its tables are a run of their own.
    arguments.worktime = "mon-fri:08-16";
    arguments.holidays = other_oracles + "/holidays.csv";
    arguments.reports = {"worktime"};
    check_all(compare(arguments, folder), worktime_tables);
}

TEST_CASE("reference results: environmental permits from XES") {
    if (absent("permit_receipt_nl.xes")) return;
    const auto folder = other_oracles + "/permit_receipt_nl";
    auto arguments = arguments_for(other_data + "/permit_receipt_nl.xes", "Europe/Amsterdam");
    arguments.by = {"case:channel", "case:department", "case:responsible"};
    check_all(compare(arguments, folder), without(tables_in(folder), worktime_tables));
}

TEST_CASE("reference results: building permits, with ties and rows out of order") {
    if (absent("building_permits_nl.csv")) return;
    const auto folder = other_oracles + "/building_permits_nl";
    const auto arguments = arguments_for(other_data + "/building_permits_nl.csv", "Europe/Amsterdam");
    // Its variants.csv holds the first thousand alone.
    check_all(compare(arguments, folder), tables_in(folder), {"variants"});
}

TEST_CASE("reference results: traffic fines, dates without times") {
    if (absent("traffic_fines_it.csv")) return;
    const auto folder = other_oracles + "/traffic_fines_it";
    auto arguments = arguments_for(other_data + "/traffic_fines_it.csv", "UTC");
    arguments.by = {"vehicle_class"};
    check_all(compare(arguments, folder), tables_in(folder));
}
