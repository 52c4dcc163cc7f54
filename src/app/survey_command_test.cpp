#include <doctest/doctest.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

#include "app/data_commands.hpp"

using namespace maerkbar::app;

namespace {

int exit_code(std::initializer_list<std::string> words) {
    std::vector<const char*> arguments{"maerkbar", "survey"};
    for (const auto& word : words)
        arguments.push_back(word.c_str());
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(survey_command());
    return run_command_line(static_cast<int>(arguments.size()), arguments.data(), commands);
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
