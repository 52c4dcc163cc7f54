#include "sources/surveys/kiosk/kiosk.hpp"

#include <doctest/doctest.h>

#include "sources/surveys/definition/sample.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace std::chrono_literals;

namespace {

SurveyLink anonymous_link() {
    return {LinkId{1}, "skranke", SurveyId{1}, UnitId{1}};
}

Instant at(int year, int month, int day) {
    return Instant(std::chrono::days(Date::from(year, month, day)->days) + 12h);
}

} // namespace

TEST_CASE("a kiosk asks what is answered by one press, and of everybody") {
    const auto survey = surveys::testing::sample();
    const auto questions = kiosk::kiosk_questions(survey);
    REQUIRE_FALSE(questions.empty());
    CHECK(questions.size() <= kiosk::most_questions);
    for (const auto* question : questions) {
        CHECK(question->shown_if.always());
        CHECK(question->type != QuestionType::open_text);
        CHECK(question->type != QuestionType::matrix);
    }
    CHECK(kiosk::check_kiosk(anonymous_link(), survey).ok());
}

TEST_CASE("a kiosk cannot ask for codes or names, nor a survey that has nothing to press") {
    const auto survey = surveys::testing::sample();
    auto link = anonymous_link();
    link.by_code = true;
    CHECK(kiosk::check_kiosk(link, survey).error().code == "kiosk.not_here");
    link = anonymous_link();
    link.mode = Mode::linked;
    CHECK(kiosk::check_kiosk(link, survey).error().code == "kiosk.not_here");
    auto words = survey;
    for (auto& page : words.pages)
        for (auto& question : page.questions)
            question.type = QuestionType::open_text;
    CHECK(kiosk::check_kiosk(anonymous_link(), words).error().code == "kiosk.not_here");
}

TEST_CASE("bursts and held buttons are told apart from a row of people") {
    CHECK(kiosk::oddity_of({1, 120ms}) == Oddity::none);
    CHECK(kiosk::oddity_of({3, 120ms}) == Oddity::none);
    CHECK(kiosk::oddity_of({4, 120ms}) == Oddity::burst);
    CHECK(kiosk::oddity_of({1, 3s}) == Oddity::held);
    CHECK(kiosk::oddity_of({9, 3s}) == Oddity::held);
}

TEST_CASE("presses are read strictly, and impossible ages are none") {
    const auto presses = kiosk::read_presses(
        R"({"presses":[{"id":"0123456789abcdef","version":2,"language":"da","age":604800,"run":5,"held":80,
            "answers":{"satisfied":"4","calls":{"missing":"skipped"}}},
            {"id":"fedcba9876543210","version":1,"language":"nb","age":40000000,"answers":{}},
            {"id":"fedcba9876543211","version":1,"language":"nb","age":-5,"answers":{}}]})");
    REQUIRE(presses.ok());
    REQUIRE(presses->size() == 3);
    const auto& first = presses->front();
    CHECK(first.version == 2);
    CHECK(first.age == std::chrono::days(7));
    CHECK(first.pressing.run == 5);
    CHECK(first.answers.at("calls").missing == Missing::skipped);
    CHECK(presses->at(1).age == 0s); // more than a year: the clock was set in between
    CHECK(presses->at(2).age == 0s);
    for (const auto* wrong :
         {"{}", "[]", R"({"presses":1})", R"({"presses":[1]})", R"({"presses":[{"id":"x","other":1}]})",
          R"({"presses":[{"id":"x","version":1,"language":"da","age":0}]})"})
        CHECK_FALSE(kiosk::read_presses(wrong).ok());
    std::string many = R"({"presses":[0)";
    for (std::size_t i = 0; i < kiosk::most_presses; ++i)
        many += ",0";
    CHECK(kiosk::read_presses(many + "]}").error().code == "kiosk.presses");
}

TEST_CASE("what was pressed while the survey was open counts also when it arrives later") {
    auto link = anonymous_link();
    CHECK(kiosk::was_open(link, at(2026, 2, 25)));
    link.opens = Date::from(2026, 2, 1);
    link.closes = Date::from(2026, 2, 28);
    CHECK_FALSE(kiosk::was_open(link, at(2026, 1, 31)));
    CHECK(kiosk::was_open(link, at(2026, 2, 28)));
    CHECK_FALSE(kiosk::was_open(link, at(2026, 3, 1)));
    link.ended = true;
    CHECK_FALSE(kiosk::was_open(link, at(2026, 2, 20))); // ended before the moment of ending was kept
    link.ended_at = at(2026, 2, 21);
    CHECK(kiosk::was_open(link, at(2026, 2, 20)));
    CHECK_FALSE(kiosk::was_open(link, at(2026, 2, 22)));
}
