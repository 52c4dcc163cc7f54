#include "sources/surveys/editor/condition_form.hpp"

#include <doctest/doctest.h>

#include "sources/surveys/definition/sample.hpp"

using namespace maerkbar::surveys;
using namespace maerkbar::surveys::editor;

namespace {

Condition compare(std::string question, Comparison comparison, std::string value = {}) {
    return {Condition::Kind::compare, {}, std::move(question), comparison, std::move(value)};
}

Condition again(const Condition& condition) {
    maerkbar::web::Fields fields;
    put_condition(fields, condition);
    return read_condition(fields, {});
}

} // namespace

TEST_CASE("conditions come back from the form as they were") {
    const auto sad = compare("satisfied", Comparison::at_most, "2");
    const auto told = compare("why", Comparison::answered);
    for (const auto& one :
         {Condition{}, sad, told, Condition{Condition::Kind::all, {sad, told}},
          Condition{Condition::Kind::any, {sad, told, sad}}, Condition{Condition::Kind::none, {sad}}})
        CHECK(again(one) == one);
}

TEST_CASE("one comparison alone is no list, and rows left empty are passed over") {
    const auto read = read_condition({{"shown_if.how", "any"},
                                      {"shown_if.0.question", ""},
                                      {"shown_if.1.question", "satisfied"},
                                      {"shown_if.1.is", "answered"},
                                      {"shown_if.1.value", " 3 "}},
                                     {});
    CHECK(read == compare("satisfied", Comparison::answered));
}

TEST_CASE("conditions of conditions are kept as they are") {
    const Condition nested{
        Condition::Kind::any,
        {compare("a", Comparison::answered), {Condition::Kind::all, {compare("b", Comparison::answered)}}}};
    CHECK_FALSE(fits_the_form(nested));
    maerkbar::web::Fields fields;
    put_condition(fields, nested);
    CHECK(fields.size() == 1);
    CHECK(read_condition(fields, nested) == nested);
}

TEST_CASE("a form has a row to spare") {
    CHECK(condition_rows({}) == 2);
    CHECK(condition_rows({{"shown_if.2.question", "a"}}) == 4);
}

TEST_CASE("only what was asked before can be asked for") {
    const auto survey = maerkbar::surveys::testing::sample();
    CHECK(answers_before_question(survey, survey.pages[0].questions[0].name).empty());
    const auto earlier = answers_before_question(survey, survey.pages[0].questions[1].name);
    REQUIRE(earlier.size() == 1);
    CHECK(earlier[0].name == "satisfied");
    CHECK(answers_before_page(survey, survey.pages[0].name).empty());
    CHECK(answers_before_page(survey, "new").size() >
          answers_before_page(survey, survey.pages[1].name).size());
}
