#include "sources/surveys/formats/expression.hpp"

#include <doctest/doctest.h>

#include "sources/surveys/formats/plain_text.hpp"

using namespace maerkbar::surveys;

namespace {

// Read in one dialect and written in SurveyJS's; "?" where it is not understood.
std::string read(std::string_view text, Dialect dialect) {
    const auto condition = read_expression(text, dialect);
    return condition ? write_expression(*condition, Dialect::surveyjs, {}) : "?";
}

std::string surveyjs(std::string_view text) {
    return read(text, Dialect::surveyjs);
}
std::string xlsform(std::string_view text) {
    return read(text, Dialect::xlsform);
}
std::string limesurvey(std::string_view text) {
    return read(text, Dialect::limesurvey);
}

} // namespace

TEST_CASE("conditions of SurveyJS") {
    CHECK(surveyjs("{a} =< 2") == "{a} <= 2");
    CHECK(surveyjs("{a-b} >= 4 and ({c} = 'x' or {d} notempty)") ==
          "{a-b} >= 4 and ({c} = 'x' or {d} notempty)");
    CHECK(surveyjs("2 < {a}") == "{a} > 2");
    CHECK(surveyjs("{a} anyof ['x', 'y']") == "{a} contains 'x' or {a} contains 'y'");
    CHECK(surveyjs("not ({a} empty)") == "{a} notempty");
    CHECK(surveyjs("!({a} = 1)") == "!({a} = 1)");
    CHECK(surveyjs("{a} + 1 > 2") == "?");
    CHECK(surveyjs("age({a}) > 2") == "?");
    CHECK(surveyjs("{a} > {b}") == "?");
    CHECK(surveyjs("{a} = 'x") == "?");
    CHECK(surveyjs("") == "?");
}

TEST_CASE("conditions of XLSForm") {
    CHECK(xlsform("selected(${a}, 'x') and ${b} != ''") == "{a} contains 'x' and {b} notempty");
    CHECK(xlsform("not(selected(${a}, \"x\"))") == "!({a} contains 'x')");
    CHECK(xlsform(". >= 0 and . <= 120") == "{.} >= 0 and {.} <= 120");
    CHECK(xlsform("${a}='1' or ${a} = ''") == "{a} = 1 or {a} empty");
    CHECK(xlsform("string-length(${a}) > 3") == "?");
    CHECK(xlsform("regex(., '[0-9]+')") == "?");
}

TEST_CASE("conditions of LimeSurvey") {
    CHECK(limesurvey("1").empty());
    CHECK(limesurvey("((G01Q02.NAOK >= \"3\"))") == "{G01Q02} >= 3");
    CHECK(limesurvey("!is_empty(a) && b.NAOK eq 'Y'") == "{a} notempty and {b} = 'Y'");
    CHECK(limesurvey("a.NAOK == \"\"") == "{a} empty");
    CHECK(limesurvey("sum(a,b) > 3") == "?");
}

TEST_CASE("brackets without end are not understood") {
    CHECK(surveyjs(std::string(5000, '(')) == "?");
}

TEST_CASE("HTML becomes plain text") {
    CHECK(plain_text("<p>Hvordan <b>har</b> du det?</p><p>Godt&nbsp;&amp; vel</p>") ==
          "Hvordan har du det?\nGodt & vel");
    CHECK(plain_text("3 < 5 & 7 > 2") == "3 < 5 & 7 > 2");
    CHECK(plain_text("<script>alert(1)</script>&#229;&#xE6;&#xD800;&unknown;") ==
          "alert(1)åæ&#xD800;&unknown;");
    CHECK(plain_text("  a \n b<br/>c ") == "a b\nc");
}
