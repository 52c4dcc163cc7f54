#include "tables/sav_writer.hpp"

#include <doctest/doctest.h>

extern "C" {
#include <readstat.h>
}

#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

using namespace maerkbar;
using namespace maerkbar::tables;

namespace {

namespace fs = std::filesystem;

SavFile sample_file() {
    SavFile file{"Træning", 1'700'000'000, {}, 3};
    file.variables = {
        {"satisfied",
         "Er du tilfreds? æøå",
         0,
         0,
         {{1, "Meget utilfreds"}, {5, "Meget tilfreds"}, {-8, "Ved ikke"}},
         std::pair(-9.0, -6.0)},
        {"wait-time.x", "Ventetid", 0, 1},
        {"unit", "Enhed", 12},
    };
    return file;
}

const auto fill_sample = [](std::size_t row, std::span<Cell> cells) {
    if (row == 0) cells[0] = 5.0, cells[1] = 2.5, cells[2] = std::string_view("Sødal");
    if (row == 1) cells[0] = -8.0, cells[2] = std::string_view("=1+1");
};

class Folder {
  public:
    Folder() : path(fs::temp_directory_path() / ("maerkbar-sav-" + std::to_string(getpid()))) {
        fs::create_directories(path);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path path;
};

// What a reader of the file sees.
struct Seen {
    int rows = 0;
    std::vector<std::string> names;
    std::vector<std::string> labels;
    std::map<double, std::string> value_labels;
    std::map<std::pair<int, int>, std::string> texts;
    std::map<std::pair<int, int>, double> numbers;
    int missing = 0;
    std::pair<double, double> range;
};

Seen seen(const fs::path& path) {
    Seen found;
    auto* parser = readstat_parser_init();
    readstat_set_metadata_handler(parser, [](readstat_metadata_t* metadata, void* out) {
        static_cast<Seen*>(out)->rows = readstat_get_row_count(metadata);
        return static_cast<int>(READSTAT_HANDLER_OK);
    });
    readstat_set_variable_handler(parser, [](int, readstat_variable_t* variable, const char*, void* out) {
        auto& all = *static_cast<Seen*>(out);
        all.names.emplace_back(readstat_variable_get_name(variable));
        all.labels.emplace_back(readstat_variable_get_label(variable));
        if (readstat_variable_get_missing_ranges_count(variable) > 0)
            all.range = {readstat_double_value(readstat_variable_get_missing_range_lo(variable, 0)),
                         readstat_double_value(readstat_variable_get_missing_range_hi(variable, 0))};
        return static_cast<int>(READSTAT_HANDLER_OK);
    });
    readstat_set_value_label_handler(
        parser, [](const char*, readstat_value_t value, const char* label, void* out) {
            static_cast<Seen*>(out)->value_labels[readstat_double_value(value)] = label;
            return static_cast<int>(READSTAT_HANDLER_OK);
        });
    readstat_set_value_handler(parser,
                               [](int row, readstat_variable_t* variable, readstat_value_t value, void* out) {
                                   auto& all = *static_cast<Seen*>(out);
                                   const std::pair place{row, readstat_variable_get_index(variable)};
                                   if (readstat_value_type(value) == READSTAT_TYPE_STRING)
                                       all.texts[place] = readstat_string_value(value);
                                   else if (readstat_value_is_system_missing(value))
                                       ++all.missing;
                                   else
                                       all.numbers[place] = readstat_double_value(value);
                                   return static_cast<int>(READSTAT_HANDLER_OK);
                               });
    CHECK(readstat_parse_sav(parser, path.c_str(), &found) == READSTAT_OK);
    readstat_parser_free(parser);
    return found;
}

} // namespace

TEST_CASE("an SPSS file keeps names, labels, reasons for no answer, letters and empty cells") {
    const Folder folder;
    const auto path = folder.path / "a.sav";
    REQUIRE(write_sav(write_to_file(path.string()).value(), sample_file(), fill_sample).ok());
    const auto read = seen(path);
    CHECK(read.rows == 3);
    CHECK(read.names == std::vector<std::string>{"satisfied", "wait_time.x", "unit"});
    CHECK(read.labels[0] == "Er du tilfreds? æøå");
    CHECK(read.value_labels.at(-8) == "Ved ikke");
    CHECK(read.value_labels.at(5) == "Meget tilfreds");
    CHECK(read.range == std::pair(-9.0, -6.0));
    CHECK(read.numbers.at({0, 0}) == 5);
    CHECK(read.numbers.at({0, 1}) == 2.5);
    CHECK(read.numbers.at({1, 0}) == -8);
    CHECK(read.texts.at({0, 2}) == "Sødal");
    CHECK(read.texts.at({1, 2}) == "=1+1");
    CHECK(read.missing == 3);
}

TEST_CASE("PSPP reads the same") {
    if (std::system("command -v pspp > /dev/null 2>&1") != 0) {
        MESSAGE("SKIPPED: pspp is not installed");
        return;
    }
    const Folder folder;
    const auto path = folder.path / "a.sav";
    REQUIRE(write_sav(write_to_file(path.string()).value(), sample_file(), fill_sample).ok());
    std::ofstream(folder.path / "a.sps") << "GET FILE='" << path.string() << "'.\n"
                                         << "FREQUENCIES /VARIABLES=satisfied.\nLIST.\n";
    const auto out = folder.path / "out.txt";
    REQUIRE(std::system(("cd " + folder.path.string() + " && LC_ALL=C.UTF-8 pspp -o " + out.string() +
                         " -O format=txt a.sps > /dev/null 2>&1")
                            .c_str()) == 0);
    std::ifstream file(out);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK(text.find("Er du tilfreds? æøå") != std::string::npos);
    CHECK(text.find("Meget tilfreds") != std::string::npos);
    CHECK(text.find("Sødal") != std::string::npos);
    CHECK(text.find("Missing") != std::string::npos); // -8 and the empty cell are not counted as answers
}

TEST_CASE("names become what SPSS takes, and stay apart") {
    const std::vector<std::string> wanted{
        "A", "a", "2nd", "with", "år-1", "end.", "", std::string(80, 'x'), std::string(80, 'x')};
    const auto names = sav_names(wanted);
    CHECK(names[0] == "A");
    CHECK(names[1] == "a_2");
    CHECK(names[2] == "v_2nd");
    CHECK(names[3] == "with_1");
    CHECK(names[4] == "v___r_1");
    CHECK(names[5] == "end");
    CHECK(names[6] == "v");
    CHECK(names[7].size() == 64);
    CHECK(names[8].size() == 64);
    CHECK(names[7] != names[8]);
}

TEST_CASE("a full disk is told, not swallowed") {
    const ByteSink full = [](std::string_view) -> Result<void> {
        return Error{ErrorKind::unavailable, "test.full", "full"};
    };
    const auto written = write_sav(full, sample_file(), fill_sample);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code == "test.full");
}
