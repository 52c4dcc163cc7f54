#include <doctest/doctest.h>

#include "sources/surveys/definition/definition_json.hpp"
#include "sources/surveys/formats/formats.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;

namespace {

// What both formats can say in full.
constexpr std::string_view shared_json = R"({
 "format": "maerkbar.survey/1", "languages": ["da", "nb"],
 "title": {"da": "Træning", "nb": "Trening"},
 "pages": [
  {"name": "one", "title": {"da": "Om træningen", "nb": "Om treningen"}, "questions": [
   {"name": "visits", "type": "number", "title": {"da": "Antal gange?", "nb": "Antall ganger?"},
    "least": 0, "most": 50, "whole": true, "sensitive": true, "required": true},
   {"name": "topics", "type": "multiple_choice", "title": {"da": "Hvad var godt?", "nb": "Hva var bra?"},
    "hint": {"da": "Vælg gerne flere", "nb": "Velg gjerne flere"}, "other": true,
    "choices": [{"value": "staff", "text": {"da": "Personalet", "nb": "De ansatte"}},
                {"value": "place", "text": {"da": "Stedet", "nb": "Stedet"}}]},
   {"name": "order", "type": "ranking", "title": {"da": "Hvad er vigtigst?", "nb": "Hva er viktigst?"},
    "choices": [{"value": "a", "text": {"da": "Tid", "nb": "Tid"}}, {"value": "b", "text": {"da": "Ro", "nb": "Ro"}}]}]},
  {"name": "two", "shown_if": {"any": [{"question": "topics", "is": "contains", "value": "staff"},
      {"all": [{"question": "visits", "is": "at_least", "value": "3"},
               {"none": [{"question": "order", "is": "contains", "value": "a"}]}]}]},
   "questions": [
   {"name": "again", "type": "single_choice", "title": {"da": "Kommer du igen?", "nb": "Kommer du igjen?"},
    "choices": [{"value": "sure", "text": {"da": "Helt sikkert", "nb": "Helt sikkert"}},
                {"value": "maybe", "text": {"da": "Måske", "nb": "Kanskje"}}], "missing": ["dont_know", "no_wish"], "sensitive": true},
   {"name": "day", "type": "date", "title": {"da": "Hvornår?", "nb": "Når?"},
    "shown_if": {"question": "again", "is": "equal", "value": "sure"}},
   {"name": "read", "type": "information", "title": {"da": "Tak \"så\" langt", "nb": "Takk så langt"}},
   {"name": "why", "type": "open_text", "title": {"da": "Du svarede {again}. Hvorfor?", "nb": "Du svarte {again}. Hvorfor?"}}]}]})";

// The kinds that only one of them, or only with its own words, can say.
constexpr std::string_view scales_json = R"({
 "format": "maerkbar.survey/1", "languages": ["da"], "title": "Skalaer", "pages": [{"name": "p", "questions": [
   {"name": "face", "type": "smiley", "points": 4, "title": "Glad?"},
   {"name": "steps", "type": "likert", "points": 6, "title": "Enig?",
    "choices": [{"value": "1", "text": "Nej"}, {"value": "6", "text": "Ja"}]},
   {"name": "score", "type": "nps", "title": "Anbefale?"},
   {"name": "yes", "type": "yes_no", "title": "Igen?"},
   {"name": "rows", "type": "matrix", "title": "Rummene", "rows": [{"value": "hall", "text": "Salen"}],
    "choices": [{"value": "1", "text": "Dårligt"}, {"value": "2", "text": "Godt"}]},
   {"name": "wait", "type": "expectation", "points": 5, "title": "Ventetiden", "expectation": "Ventet?",
    "experience": "Oplevet?", "choices": [{"value": "1", "text": "Lang"}, {"value": "5", "text": "Kort"}]},
   {"name": "last", "type": "open_text", "title": "Hvorfor?", "shown_if": {"question": "yes", "is": "equal", "value": "no"}}]}]})";

void check_round_trip(std::string_view json, SurveyFormat format) {
    const auto survey = read_survey(json).value();
    const auto exported = export_survey(survey, format);
    REQUIRE(exported.ok());
    CHECK(exported->remarks.size() ==
          (format == SurveyFormat::xlsform ? 1 : 0)); // the title's second language
    const auto again = import_survey(exported->bytes);
    CHECK((again.ok() ? std::string() : again.error().english()).empty());
    REQUIRE(again.ok());
    CHECK(again->remarks.empty());
    auto read = again->definition;
    if (format == SurveyFormat::xlsform) read.title = survey.title;
    CHECK(write_survey(read) == write_survey(survey));
}

} // namespace

TEST_CASE("a survey comes back from SurveyJS and XLSForm as it went") {
    check_round_trip(shared_json, SurveyFormat::surveyjs);
    check_round_trip(shared_json, SurveyFormat::xlsform);
    check_round_trip(shared_json, SurveyFormat::maerkbar);
}

TEST_CASE("scales come back from SurveyJS as they went") {
    check_round_trip(scales_json, SurveyFormat::surveyjs);
}

TEST_CASE("XLSForm splits what it cannot hold, and says so") {
    const auto survey = read_survey(scales_json).value();
    const auto exported = write_xlsform(survey);
    REQUIRE(exported.ok());
    REQUIRE(exported->remarks.size() == 2);
    CHECK(exported->remarks[0].field == "rows");
    CHECK(exported->remarks[1].field == "wait");
    const auto again = read_xlsform(exported->bytes).value();
    CHECK(again.definition.question("face")->type == QuestionType::smiley);
    CHECK(again.definition.question("steps")->type == QuestionType::likert);
    CHECK(again.definition.question("score")->type == QuestionType::nps);
    CHECK(again.definition.question("yes")->type == QuestionType::yes_no);
    CHECK(again.definition.question("wait_experience")->type == QuestionType::likert);
    CHECK(again.definition.question("rows_hall") != nullptr);
}

TEST_CASE("what a format cannot say is told when writing") {
    auto survey = read_survey(scales_json).value();
    survey.pages[0].questions[0].missing = {Missing::not_relevant};
    survey.sections = {{"s", {{{"da", "Afsnit"}}}}};
    survey.pages[0].section = "s";
    survey.intro = {{{"da", "Goddag"}}};
    const auto surveyjs = write_surveyjs(survey);
    REQUIRE(surveyjs.remarks.size() == 2);
    CHECK(surveyjs.remarks[0].field == "face");
    CHECK(surveyjs.remarks[1].field == "s");
    const auto xlsform = write_xlsform(survey).value();
    CHECK(xlsform.remarks.back().field == "intro");
    const auto again = read_xlsform(xlsform.bytes).value().definition;
    CHECK(again.pages[0].section == "s");
    CHECK(again.sections[0].title == survey.sections[0].title);
    CHECK(again.question("face")->missing == std::vector{Missing::not_relevant});
    CHECK(export_survey(survey, SurveyFormat::limesurvey).error().code == "formats.not_written");
}
