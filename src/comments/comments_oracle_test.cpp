// Open text against Snowball and hand-made expectations (tests/data/survey/README.md).
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "comments/comment_counts.hpp"
#include "comments/masking.hpp"
#include "comments/stems.hpp"

using namespace maerkbar::comments;

namespace {

using Rows = std::vector<std::vector<std::string>>;

// Every field of these files stands in quotation marks, and none holds one.
std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    for (auto open = line.find('"'); open != std::string::npos;) {
        const auto close = line.find('"', open + 1);
        fields.push_back(line.substr(open + 1, close - open - 1));
        open = line.find('"', close + 1);
    }
    return fields;
}

Rows rows_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string line;
    Rows rows;
    for (std::getline(file, line); std::getline(file, line);)
        rows.push_back(fields_of(line));
    return rows;
}

const std::filesystem::path data = "tests/data/survey";
const std::map<std::string, Language> languages{
    {"da", Language::da}, {"no", Language::nb}, {"sv", Language::sv}};

} // namespace

TEST_CASE("stems are Snowball's") {
    std::map<std::string, std::size_t> checked;
    for (const auto& row : rows_of(data / "stems.csv")) {
        CAPTURE(row[1]);
        CHECK(Stemmer(languages.at(row[0])).stem(row[1]) == row[2]);
        ++checked[row[0]];
    }
    CHECK(checked["da"] == 72);
    CHECK(checked["no"] == 72);
    CHECK(checked["sv"] == 36);
}

TEST_CASE("counts of stems in comments") {
    const std::filesystem::path list = "../shared/oracles/survey/stopwords.csv";
    if (!std::filesystem::exists(list)) {
        std::cout << "SKIPPED: Snowball's stop words are not here\n";
        return;
    }
    std::map<std::string, StopWords> left_out;
    for (const auto& row : rows_of(list))
        left_out[row[0]].insert(row[1]);
    std::map<std::string, std::vector<std::string>> texts;
    for (const auto& row : rows_of(data / "comments.csv"))
        texts[row[1]].push_back(row[2]);
    std::map<std::string, std::map<std::string, StemCount>> got;
    for (const auto& [language, comments] : texts)
        for (const auto& count : count_stems(comments, languages.at(language), left_out[language]))
            got[language][count.stem] = count;
    const auto expected = rows_of(data / "stem_counts.csv");
    CHECK(got["da"].size() + got["no"].size() == expected.size());
    for (const auto& row : expected) {
        CAPTURE(row[1]);
        CHECK(std::to_string(got[row[0]][row[1]].occurrences) == row[2]);
        CHECK(std::to_string(got[row[0]][row[1]].comments) == row[3]);
    }
}

TEST_CASE("personal data in comments are masked, and nothing else") {
    const auto rows = rows_of(data / "deidentify_cases.csv");
    REQUIRE(rows.size() == 14);
    for (const auto& row : rows) {
        CAPTURE(row[2]);
        CHECK(mask_personal_data(row[0]).text == row[1]);
    }
}
