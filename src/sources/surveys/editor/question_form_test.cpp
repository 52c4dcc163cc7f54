#include "sources/surveys/editor/question_form.hpp"

#include <doctest/doctest.h>

#include "sources/surveys/definition/sample.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace maerkbar::surveys::editor;

TEST_CASE("every question comes back from its form as it was") {
    const auto survey = surveys::testing::sample();
    for (const auto& page : survey.pages)
        for (const auto& question : page.questions) {
            CAPTURE(question.name);
            const auto again = read_question(fields_of(question, survey), question, survey);
            CHECK(again == question);
        }
}

TEST_CASE("a new question gets a name, and new choices get values") {
    const auto survey = surveys::testing::sample();
    const auto question = read_question({{"type", "single_choice"},
                                         {"title.da", " Hvor? "},
                                         {"choices.da", "Hjemme\n\nby | I byen\nUde\n"},
                                         {"choices.nb", "Heime\n–\nUte"},
                                         {"missing", "no_wish"},
                                         {"missing", "dont_know"},
                                         {"points", "5"}},
                                        {}, survey);
    CHECK(question.name == "q1");
    CHECK(question.title == Texts{{{"da", "Hvor?"}}});
    REQUIRE(question.choices.size() == 3);
    CHECK(question.choices[0] == Choice{"1", {{{"da", "Hjemme"}, {"nb", "Heime"}}}});
    CHECK(question.choices[1] == Choice{"by", {{{"da", "I byen"}}}});
    CHECK(question.choices[2].value == "3");
    CHECK(question.missing == std::vector{Missing::dont_know, Missing::no_wish});
    CHECK(question.points == 0);
}

TEST_CASE("what belongs to another kind of question is not kept") {
    const auto survey = surveys::testing::sample();
    auto fields = fields_of(*survey.question("visits"), survey);
    fields.set("type", "open_text");
    const auto question = read_question(fields, *survey.question("visits"), survey);
    CHECK_FALSE(question.least.has_value());
    CHECK_FALSE(question.whole);
}

TEST_CASE("a question is sensitive while its box is ticked, a text to read never") {
    const auto survey = surveys::testing::sample();
    auto fields = fields_of(*survey.question("visits"), survey);
    CHECK_FALSE(fields.has("sensitive"));
    fields.add("sensitive", "1");
    const auto ticked = read_question(fields, *survey.question("visits"), survey);
    CHECK(ticked.sensitive);
    CHECK(fields_of(ticked, survey).has("sensitive"));
    CHECK_FALSE(read_question(fields_of(*survey.question("visits"), survey), ticked, survey).sensitive);
    fields.set("type", "information");
    CHECK_FALSE(read_question(fields, {}, survey).sensitive);
}

TEST_CASE("a mistake is said beside the field that it belongs to") {
    const auto survey = surveys::testing::sample();
    CHECK(form_field("pages.0.questions.12.points", survey) == "points");
    CHECK(form_field("pages.0.questions.12.title", survey) == "title.da");
    CHECK(form_field("pages.0.shown_if", survey) == "shown_if.0.question");
}
