#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "app/command_testing.hpp"
#include "app/data_commands.hpp"

using namespace maerkbar::app;

namespace {

int exit_code(const std::vector<std::string>& words) {
    return testing::exit_code_of(survey_command(), words);
}

} // namespace

TEST_CASE("survey convert turns one format into another and back") {
    const auto folder = std::filesystem::temp_directory_path() / "maerkbar-survey-command";
    std::filesystem::create_directories(folder);
    const auto file = [&](const char* name) { return (folder / name).string(); };
    CHECK(exit_code({"convert", "tests/data/surveys/old_dialect.lss", file("a.json")}) == 0);
    CHECK(exit_code({"convert", file("a.json"), file("a.xlsx")}) == 0);
    CHECK(exit_code({"convert", file("a.xlsx"), file("a.surveyjs.json")}) == 0);
    CHECK(exit_code({"convert", file("a.surveyjs.json"), file("b"), "--to", "maerkbar"}) == 0);
    CHECK(std::filesystem::file_size(folder / "b") > 500);
    CHECK(exit_code({"convert", file("a.json"), file("a.lss")}) == 1);
    CHECK(exit_code({"convert", file("a.json"), file("b")}) == 2);
    CHECK(exit_code({"convert", file("missing.json"), file("b.json")}) == 1);
    CHECK(exit_code({"turn", file("a.json"), file("b.json")}) == 2);
    std::filesystem::remove_all(folder);
}

TEST_CASE("survey analyse ends with 0 when done, 1 on bad data, 2 on bad usage") {
    const std::string data = "tests/data/survey/key_driver_data.csv";
    const std::string survey = "models/surveys/service_phone.json";
    CHECK(exit_code({"analyse", data, "--definition", survey}) == 2); // none of its questions
    CHECK(exit_code({"analyse", data}) == 2);
    CHECK(exit_code({"analyse", "no_such_file.csv", "--definition", survey}) == 1);
    CHECK(exit_code({"analyse", data, "--definition", "no_such_file.json"}) == 1);
    CHECK(exit_code({}) == 2);
}
