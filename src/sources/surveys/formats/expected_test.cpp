#include <doctest/doctest.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <fstream>
#include <iterator>

#include "measurement/json_reading.hpp"
#include "sources/surveys/definition/flow.hpp"
#include "sources/surveys/formats/formats.hpp"

// Real files against what is known to be in them: tests/data/surveys/expected.json.
using namespace maerkbar;
using namespace maerkbar::surveys;
namespace json = boost::json;

namespace {

std::string file(const std::string& name) {
    std::ifstream stream("tests/data/surveys/" + name, std::ios::binary);
    REQUIRE(stream.good());
    return {std::istreambuf_iterator<char>(stream), {}};
}

json::object expected(const std::string& name) {
    return measurement::parse_object(file("expected.json")).value().at(name).as_object();
}

Converted imported(const std::string& name) {
    auto read = import_survey(file(name));
    REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : read.error().english()));
    return std::move(read).value();
}

bool told(const Converted& converted, std::string_view place) {
    return std::ranges::any_of(converted.remarks, [&](const Error& remark) { return remark.field == place; });
}

// Every name is a question, a page, or is said to be left out.
bool accounted_for(const Converted& converted, std::string_view name) {
    const auto& survey = converted.definition;
    return survey.question(name) != nullptr || told(converted, name) ||
           std::ranges::any_of(survey.pages, [&](const Page& page) { return page.name == name; }) ||
           std::ranges::any_of(survey.sections, [&](const Section& section) { return section.name == name; });
}

std::vector<std::string> names(const json::value& list) {
    std::vector<std::string> names;
    for (const auto& name : list.as_array())
        names.emplace_back(name.as_string());
    return names;
}

} // namespace

TEST_CASE("SurveyJS: questions, texts and conditions of a real file") {
    const std::string name = "agreement_scale_conditional.surveyjs.json";
    const auto converted = imported(name);
    const auto wanted = expected(name);
    const auto& survey = converted.definition;
    CHECK(survey.pages.size() == wanted.at("pages").to_number<std::size_t>());
    CHECK(survey.languages == names(wanted.at("locales")));
    for (const auto& one : wanted.at("questions").as_array()) {
        const auto& question = one.as_object();
        const auto* found = survey.question(std::string_view(question.at("name").as_string()));
        REQUIRE(found != nullptr);
        CHECK(survey.say(found->title, "en") == std::string_view(question.at("title").as_string()));
        CHECK(found->required == question.at("required").as_bool());
    }
    CHECK(survey.question("vegetables-score")->choices.size() == 5);
    CHECK(survey.question("vegetables-eat")->type == QuestionType::nps);
    CHECK(told(converted, "survey")); // completeText and questionTitleLocation
}

TEST_CASE("SurveyJS: the same questions are visible as in survey-core") {
    const std::string name = "agreement_scale_conditional.surveyjs.json";
    const auto survey = imported(name).definition;
    const auto wanted = expected(name);
    for (const auto& scenario : wanted.at("scenarios").as_array()) {
        Answers answers;
        for (const auto& answer : scenario.as_object().at("answers").as_object())
            answers[std::string(answer.key())] = {{std::to_string(answer.value().to_number<int>())},
                                                  Missing::none};
        std::vector<std::string> questions, pages;
        for (const auto* question : shown_questions(survey, answers))
            questions.push_back(question->name);
        for (const auto* page : shown_pages(survey, answers))
            pages.push_back(page->name);
        CHECK(questions == names(scenario.as_object().at("visible_questions")));
        CHECK(pages == names(scenario.as_object().at("visible_pages")));
    }
}

TEST_CASE("XLSForm: every row of a real file is taken over or said to be left out") {
    const std::string name = "all_question_types.xlsx";
    const auto converted = imported(name);
    const auto wanted = expected(name);
    for (const auto& row : names(wanted.at("names")))
        CHECK_MESSAGE(accounted_for(converted, row), row);
    const auto& survey = converted.definition;
    CHECK(survey.question("q_rank")->type == QuestionType::ranking);
    CHECK(survey.question("q_select_multi")->type == QuestionType::multiple_choice);
    CHECK(survey.question("q_select_one")->type == QuestionType::yes_no); // of a list with just yes and no
    CHECK(survey.question("q_integer")->whole);
    CHECK(survey.question("q_note")->type == QuestionType::information);
    CHECK(survey.question("q_selm_other")->other);
    CHECK(survey.question("q_mandatory")->required);
    CHECK_FALSE(survey.question("q_hint")->hint.empty());
    CHECK_FALSE(survey.question("q_relevant")->shown_if.always());
    const auto& constrained = *survey.question("q_constraint");
    CHECK((constrained.least || constrained.most || told(converted, "q_constraint")));
    CHECK(survey.question("calc1") == nullptr);
}

TEST_CASE("LimeSurvey: every question of a real file is taken over or said to be left out") {
    const std::string name = "two_groups_four_questions.lss";
    const auto converted = imported(name);
    const auto wanted = expected(name);
    const auto& survey = converted.definition;
    CHECK(survey.pages.size() == wanted.at("groups").to_number<std::size_t>());
    CHECK(survey.say(survey.title, "en") == "Test Survey");
    CHECK(survey.languages == names(wanted.at("languages")));
    for (const auto& one : wanted.at("question_list").as_array()) {
        const auto& question = one.as_object();
        const std::string_view code = question.at("code").as_string();
        CHECK_MESSAGE(accounted_for(converted, code), code);
        if (const auto* found = survey.question(code))
            CHECK(found->required == (question.at("mandatory").as_string() == "Y"));
    }
    CHECK(survey.question("G02Q03") == nullptr); // a file to send in
    CHECK(told(converted, "G02Q03"));
    CHECK(survey.question("G01Q02")->type == QuestionType::likert);
    CHECK(survey.question("G02Q04")->type == QuestionType::yes_no);
    CHECK(survey.say(survey.question("G01Q01")->title, "en") == "Text for first question");
}

TEST_CASE("LimeSurvey: the old dialect, with texts in rows and Danish HTML") {
    const auto converted = imported("old_dialect.lss");
    const auto& survey = converted.definition;
    CHECK(survey.languages == std::vector<std::string>{"da", "en"});
    CHECK(survey.say(survey.title, "en") == "Your contact with us");
    CHECK(survey.say(survey.intro, "da") == "Tak, fordi du vil svare.");
    REQUIRE(survey.pages.size() == 2);
    CHECK(survey.say(survey.pages[0].title, "en") == "About you");
    const auto& channel = *survey.question("Kanal");
    CHECK(survey.say(channel.title, "da") == "Hvordan kontaktede du os?");
    CHECK(channel.other);
    REQUIRE(channel.choices.size() == 2);
    CHECK(survey.say(channel.choices[0].text, "da") == "Personligt fremmøde");
    CHECK(survey.say(survey.question("Emner")->hint, "da") == "Sæt gerne flere krydser");
    CHECK(survey.question("Emner")->choices[1].value == "bolig");
    CHECK(survey.question("Ros")->type == QuestionType::matrix);
    CHECK(survey.question("Navne_b") != nullptr);
    CHECK(told(converted, "Navne"));
    CHECK(told(converted, "Skema"));
    CHECK(told(converted, "Fem"));
    CHECK(told(converted, "group1")); // its description
}

TEST_CASE("LimeSurvey: conditions on ticked choices and rows mean the same") {
    const auto survey = imported("old_dialect.lss").definition;
    const auto shown = [&](std::string_view answers) {
        std::string text;
        for (const auto* question : shown_questions(survey, read_answers(answers).value()))
            text += question->name + ' ';
        return text;
    };
    CHECK(shown("{}") == "Kanal Emner ");
    CHECK(shown(R"({"Kanal":"A2","Emner":["bolig"]})") == "Kanal Emner Ros Navne_a Navne_b Fem ");
    CHECK(shown(R"({"Kanal":"A2","Emner":["bolig"],"Ros.tid":"2"})") ==
          "Kanal Emner Ros Tekst Navne_a Navne_b Fem ");
}

TEST_CASE("files that are no surveys are refused in words") {
    const auto code = [](std::string bytes) { return import_survey(std::move(bytes)).error().code; };
    CHECK(code("") == "formats.unknown");
    CHECK(code("Navn;Antal\n") == "formats.unknown");
    CHECK(code("{}") == "formats.empty");
    CHECK(code("{") == "json.not_an_object");
    CHECK(code("<a>") == "formats.broken_xml");
    CHECK(code("<document/>") == "formats.no_survey");
    CHECK(code("<!DOCTYPE a [<!ENTITY b \"c\">]><document/>") == "formats.broken_xml");
    CHECK(code("PK\x03\x04 broken") == "formats.no_sheet");
}
