#include "sources/surveys/definition/flow.hpp"

#include <doctest/doctest.h>

#include "sources/surveys/definition/answer_check.hpp"
#include "sources/surveys/definition/piping.hpp"
#include "sources/surveys/definition/sample.hpp"
#include "sources/surveys/definition/scale_words.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;

namespace {

std::string shown(std::string_view answers) {
    std::string names;
    const auto survey = testing::sample();
    for (const auto* question : shown_questions(survey, read_answers(answers).value()))
        names += (names.empty() ? "" : " ") + question->name;
    return names;
}

std::string accepted(std::string_view answers) {
    const auto result = accept_answers(testing::sample(), read_answers(answers).value());
    return result.ok() ? write_answers(*result) : result.error().code + " " + result.error().field;
}

bool compared(Comparison comparison, std::string_view answers, std::string value) {
    const Condition condition{Condition::Kind::compare, {}, "q", comparison, std::move(value)};
    return holds(condition, read_answers(answers).value());
}

} // namespace

TEST_CASE("questions follow from earlier answers") {
    CHECK(shown("{}") == "satisfied topics wait visits rooms day");
    CHECK(shown(R"({"satisfied":5})") == "satisfied topics");
    CHECK(shown(R"({"satisfied":2})") == "satisfied why topics");
    CHECK(shown(R"({"satisfied":5,"topics":["place","staff"]})") == "satisfied topics wait visits rooms day");
    CHECK(shown(R"({"satisfied":{"missing":"no_wish"}})") == "satisfied topics wait visits rooms day");
}

TEST_CASE("the way forward and back") {
    const auto survey = testing::sample();
    const auto answers = read_answers(R"({"satisfied":2})").value();
    const auto all = shown_questions(survey, answers);
    CHECK(next_of(all, "satisfied")->name == "why");
    CHECK(previous_of(all, "topics")->name == "why");
    CHECK(next_of(all, "topics") == nullptr);
    CHECK(previous_of(all, "satisfied") == nullptr);
    CHECK(next_of(all, "wait") == nullptr);
    CHECK(shown_pages(survey, answers).size() == 1);
    CHECK(leads_on(survey, *survey.question("topics")));
    CHECK_FALSE(leads_on(survey, *survey.question("visits")));
}

TEST_CASE("comparisons") {
    CHECK(compared(Comparison::equal, R"({"q":4})", "4.0"));
    CHECK_FALSE(compared(Comparison::equal, R"({"q":["4","5"]})", "4"));
    CHECK(compared(Comparison::contains, R"({"q":["4","5"]})", "4"));
    CHECK(compared(Comparison::not_equal, "{}", "4"));
    CHECK_FALSE(compared(Comparison::at_most, "{}", "4"));
    CHECK(compared(Comparison::less, R"({"q":"9"})", "10"));
    CHECK(compared(Comparison::more, R"({"q":"2026-02-01"})", "2026-01-31"));
    CHECK(compared(Comparison::not_answered, R"({"q":{"missing":"dont_know"}})", ""));
    CHECK_FALSE(compared(Comparison::answered, R"({"q":{"missing":"skipped"}})", ""));
}

TEST_CASE("answers are brought to one form, and what was passed over is said") {
    CHECK(accepted(R"({"satisfied":"5","topics":["staff","other","staff"],"topics.other":" Kaffen ",
                      "wait.expectation":4,"visits":" 12,0 ","rooms.pool":{"missing":"not_relevant"},"day":"1.2.2026"})") ==
          R"({"day":"2026-02-01","rooms.hall":{"missing":"skipped"},"rooms.pool":{"missing":"not_relevant"},)"
          R"("satisfied":"5","topics":["staff","other"],"topics.other":"Kaffen","visits":"12",)"
          R"("wait.expectation":"4","wait.experience":{"missing":"skipped"}})");
}

TEST_CASE("answers to hidden questions are left out") {
    CHECK(accepted(R"({"satisfied":5,"why":"for sent","day":"2026-01-01"})") ==
          R"({"satisfied":"5","topics":{"missing":"skipped"}})");
}

TEST_CASE("answers that cannot be stored are refused with the question's name") {
    CHECK(accepted(R"({"satisfied":6})") == "answers.no_choice satisfied");
    CHECK(accepted(R"({"satisfied":2.5})") == "answers.no_choice satisfied");
    CHECK(accepted(R"({"satisfied":[1,2]})") == "answers.too_many satisfied");
    CHECK(accepted(R"({"nothing":1})") == "answers.unknown_question nothing");
    CHECK(accepted(R"({"rooms":1})") == "answers.unknown_question rooms");
    CHECK(accepted(R"({"topics":"sea"})") == "answers.no_choice topics");
    CHECK(accepted(R"({"visits":"mange"})") == "answers.no_number visits");
    CHECK(accepted(R"({"visits":"1.5"})") == "answers.no_number visits");
    CHECK(accepted(R"({"visits":51})") == "answers.range visits");
    CHECK(accepted(R"({"day":"31.2.2026"})") == "answers.no_date day");
    CHECK(accepted(R"({"why":")" + std::string(5000, 'a') + "\"}") == "answers.too_long why");
    CHECK(read_answers(R"({"a":{"missing":"lost"}})").error().field == "a");
    CHECK(read_answers(R"({"a":[[1]]})").error().field == "a");
    CHECK(read_answers(R"({"a":null})")->empty());
}

TEST_CASE("earlier answers in later texts") {
    const auto survey = testing::sample();
    const auto answers = read_answers(R"({"satisfied":2,"topics":["staff","other"]})").value();
    CHECK(piped("Du svarede {satisfied}.", survey, answers, "da") == "Du svarede Utilfreds.");
    CHECK(piped("{topics}, {day} {ikke et navn} {", survey, answers, "nb") ==
          "Personalet, Annet, … {ikke et navn} {");
    CHECK(piped_names("{a} {b.c} { d } {}") == std::vector<std::string>{"a", "b.c"});
}

TEST_CASE("words of steps come from the survey or from us") {
    const auto survey = testing::sample();
    const auto& faces = *survey.question("satisfied");
    CHECK(step_words(survey, faces, 1, "nn") == "Svært misnøgd");
    CHECK(step_words(survey, faces, 5, "da-easy") == "Meget tilfreds");
    CHECK(step_words(survey, faces, 3, "so") == "Neither");
    CHECK(step_words(survey, faces, 6, "da").empty());
    CHECK(value_words(survey, *survey.question("topics"), "other", "nb") == "Annet");
    CHECK(missing_words(Missing::dont_know, "nb") == "Vet ikke");
    CHECK(missing_words(Missing::none, "nb").empty());
}
