#include <doctest/doctest.h>

#include <algorithm>

#include "sources/surveys/definition/definition_check.hpp"
#include "sources/surveys/definition/sample.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

// The code and place of the mistake after changing one thing in the sample.
std::string mistake_after(std::string_view from, std::string_view to) {
    const auto read = read_survey(replaced(std::string(testing::sample_json), from, to));
    return read.ok() ? "" : read.error().code + " " + read.error().field;
}

} // namespace

TEST_CASE("a survey is read, and read again from what is written") {
    const auto survey = testing::sample();
    CHECK(survey.languages == std::vector<std::string>{"da", "nb", "da-easy"});
    CHECK(survey.pages.size() == 2);
    CHECK(survey.question("wait")->type == QuestionType::expectation);
    CHECK(survey.question("nothing") == nullptr);
    const auto again = read_survey(write_survey(survey));
    REQUIRE(again.ok());
    CHECK(*again == survey);
}

TEST_CASE("a text stands in for one that is missing in a language") {
    const auto survey = testing::sample();
    const auto& title = survey.question("satisfied")->title;
    CHECK(survey.say(title, "nb") == "Er du fornøyd?");
    CHECK(survey.say(title, "nn") == "Er du fornøyd?");
    CHECK(survey.say(title, "da-easy") == "Er du tilfreds?");
    CHECK(survey.say(title, "so") == "Er du tilfreds?");
    const auto missing = missing_texts(survey);
    CHECK(std::find(missing.begin(), missing.end(), MissingText{"pages.0.questions.0.title", "da-easy"}) !=
          missing.end());
    CHECK(std::find(missing.begin(), missing.end(), MissingText{"title", "nb"}) == missing.end());
}

TEST_CASE("languages have codes and names") {
    CHECK(is_language("da"));
    CHECK(is_language("sma"));
    CHECK(is_language("nb-easy"));
    CHECK_FALSE(is_language("da-DK"));
    CHECK_FALSE(is_language("d"));
    CHECK(language_name("da-easy") == "Dansk, let at læse");
    CHECK(language_name("so-easy") == "Soomaali, easy to read");
    CHECK(language_name("zz") == "zz");
    CHECK(base_language("nn-easy") == "nn");
}

TEST_CASE("what is wrong with a survey is said with its place") {
    CHECK(mistake_after("maerkbar.survey/1", "maerkbar.survey/9") == "survey.format format");
    CHECK(mistake_after(R"(["da", "nb", "da-easy"])", R"(["da", "da"])") == "survey.language languages");
    CHECK(mistake_after(R"(["da", "nb", "da-easy"])", R"(["nb", "da", "da-easy"])") ==
          "survey.no_main_text sections.0.title");
    CHECK(mistake_after(R"("points": 5, "title": {"da")", R"("points": 7, "title": {"da")") ==
          "survey.points pages.0.questions.0.points");
    CHECK(mistake_after(R"("name": "why")", R"("name": "satisfied")") ==
          "survey.question_name pages.0.questions.1.name");
    CHECK(mistake_after(R"("name": "why")", R"("name": "so why")") ==
          "survey.question_name pages.0.questions.1.name");
    CHECK(mistake_after(R"("question": "satisfied", "is": "at_most")",
                        R"("question": "day", "is": "at_most")") ==
          "survey.condition_ahead pages.0.questions.1.shown_if");
    CHECK(mistake_after("Du svarede {satisfied}", "Du svarede {day}") ==
          "survey.pipe_ahead pages.0.questions.1.title");
    CHECK(mistake_after(R"("is": "at_most")", R"("is": "about")") ==
          "json.unknown_word pages.0.questions.1.shown_if.is");
    CHECK(mistake_after(R"("section": "a")", R"("section": "b")") ==
          "survey.unknown_section pages.0.section");
    CHECK(mistake_after(R"("whole": true)", R"("hole": true)") ==
          "json.unknown_member pages.1.questions.1.hole");
    CHECK(mistake_after(R"("least": 0)", R"("least": 60)") == "survey.range pages.1.questions.1.least");
    CHECK(mistake_after(R"("expectation": "Hvad ventede du?", )", "") ==
          "survey.sides pages.1.questions.0.expectation");
    CHECK(mistake_after(R"("missing": ["dont_know")", R"("missing": ["skipped")") ==
          "survey.missing pages.0.questions.0.missing");
    CHECK(mistake_after(R"({"value": "2", "text": "Godt"})", R"({"value": "1", "text": "Godt"})") ==
          "survey.choice pages.1.questions.2.choices");
    CHECK(mistake_after(R"("nb": "Trening")", R"("sv": "Träning")") == "survey.unknown_language title");
    CHECK(mistake_after(R"("type": "date", )", "") == "survey.no_type pages.1.questions.3.type");
    CHECK(mistake_after(R"("rows": [{"value": "hall", "text": "Salen"},)",
                        R"("rows": [{"value": "", "text": "Salen"},)") ==
          "survey.choice pages.1.questions.2.rows");
}

TEST_CASE("a draft need not be sound, but must be a survey") {
    CHECK(read_draft(R"({"format":"maerkbar.survey/1","languages":["da"],"title":"x"})").ok());
    CHECK_FALSE(read_survey(R"({"format":"maerkbar.survey/1","languages":["da"],"title":"x"})").ok());
    CHECK_FALSE(read_draft("[]").ok());
}

TEST_CASE("conditions cannot lie in each other without end") {
    std::string condition = R"({"question":"satisfied","is":"answered"})";
    for (int i = 0; i < 12; ++i)
        condition = R"({"all":[)" + condition + "]}";
    CHECK(mistake_after(R"({"question": "satisfied", "is": "at_most", "value": 2})", condition)
              .starts_with("survey.no_condition"));
}
