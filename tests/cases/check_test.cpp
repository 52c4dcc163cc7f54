#include "cases/check.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

#include "cases/json.hpp"

namespace maerkbar::cases {
namespace {

Answer page(std::string body) {
    return {200,
            {{"Content-Type", "text/html; charset=utf-8"}, {"Content-Security-Policy", "default-src 'self'"}},
            std::move(body)};
}

// How many faults a single expectation finds.
std::size_t faults(const Answer& answer, What what, std::string subject, std::string wanted) {
    Step step{.status = 200, .expectations = {{1, what, std::move(subject), std::move(wanted)}}};
    Variables variables{{"unit", "7"}};
    return check(step, answer, variables).size();
}

TEST_CASE("variables are filled in, unknown ones refused") {
    const Variables variables{{"unit", "7"}};
    CHECK(*filled("/units/{{unit}}/{{unit}}?a={", variables) == "/units/7/7?a={");
    CHECK(filled("{{other}}", variables).error().english() == "nothing is called {{other}}");
}

TEST_CASE("regions of a page") {
    const auto answer =
        page("<main><h1>Team 7</h1><p class=\"a\">x</p><p>y</p><a href=\"/units/7\">Op</a></main>");
    CHECK(faults(answer, What::page, "main h1", "Team {{unit}}") == 0);
    CHECK(faults(answer, What::page, "main h1", "Team") == 1);
    CHECK(faults(answer, What::page, "main h1", "T***") == 0);
    CHECK(faults(answer, What::page, "p", "y") == 0);
    CHECK(faults(answer, What::page, "p", "2 times") == 0);
    CHECK(faults(answer, What::page, "p", "3 times") == 1);
    CHECK(faults(answer, What::page, "p.a", "absent") == 1);
    CHECK(faults(answer, What::page, "h2", "absent") == 0);
    CHECK(faults(answer, What::page, "h2", "***") == 1);
    CHECK(faults(answer, What::page, "a @href", "/units/{{unit}}") == 0);
    CHECK(faults(answer, What::page, "a @title", "absent") == 0);
}

TEST_CASE("status, headers and the body as text") {
    const auto answer = page("<p>abc</p>");
    CHECK(faults(answer, What::header, "content-type", "text/html***") == 0);
    CHECK(faults(answer, What::header, "content-type", "absent") == 1);
    CHECK(faults(answer, What::header, "set-cookie", "absent") == 0);
    CHECK(faults(answer, What::header, "location", "/") == 1);
    CHECK(faults(answer, What::contains, "", "abc") == 0);
    CHECK(faults(answer, What::contains, "", "abd") == 1);
    CHECK(faults(answer, What::lacks, "", "abc") == 1);
    Variables variables;
    CHECK(check({.line = 4, .status = 404}, answer, variables) ==
          std::vector<std::string>{"line 4: wanted status 404, got 200"});
}

TEST_CASE("what holds for every page") {
    const auto always = [](const Answer& answer) { return faults(answer, What::header, "x", "absent"); };
    CHECK(always(page("<p>a</p>")) == 0);
    CHECK(always(page("<p>a")) == 1);
    CHECK(always(page("<p style=\"color:red\">a</p>")) == 1);
    CHECK(always(page("<style>p{}</style>")) == 1);
    CHECK(always(page("<script>a()</script>")) == 1);
    CHECK(always(page("<script src=\"/a.js\"></script>")) == 0);
    CHECK(always({200, {{"content-type", "text/html"}}, "<p>a</p>"}) == 1);
    CHECK(always({200, {{"content-type", "text/csv"}}, "a<b"}) == 0);
}

TEST_CASE("JSON at a path") {
    const std::string body = R"({"items":[{"name":"Æ","n":1,"on":true}],"next":null})";
    const auto wrong = [&](std::string_view path, std::string_view wanted) {
        return !check_json(body, path, wanted);
    };
    for (const auto& [path, wanted] : std::initializer_list<std::pair<const char*, const char*>>{
             {"items.0.name", "\"Æ\""},
             {"items.0.name", "Æ"},
             {"items.0.n", "1.0"},
             {"items.length", "1"},
             {"items.0", R"({"on":true,"n":1,"name":"Æ"})"},
             {"next", "null"},
             {"items.1", "absent"},
             {"items.0", "***Æ***"}})
        CHECK_FALSE(wrong(path, wanted));
    for (const auto& [path, wanted] :
         std::initializer_list<std::pair<const char*, const char*>>{{"items.0.name", "O"},
                                                                    {"items.0.n", "2"},
                                                                    {"items.length", "2"},
                                                                    {"items.x", "1"},
                                                                    {"next", "absent"}})
        CHECK(wrong(path, wanted));
    CHECK_FALSE(check_json("{", "a", "1").ok());
}

TEST_CASE("captures come from headers, pages and JSON") {
    Variables variables;
    const auto capture = [&](const Answer& answer, std::string where) {
        Step step{.status = answer.status, .expectations = {{1, What::capture, "it", std::move(where)}}};
        const auto wrong = check(step, answer, variables);
        return wrong.empty() ? variables["it"] : wrong.front();
    };
    const Answer moved{303, {{"Location", "/units/12?saved"}}, ""};
    CHECK(capture(moved, "location /units/{}?***") == "12");
    CHECK(capture(moved, "location") == "/units/12?saved");
    CHECK(capture(moved, "location /people/{}") ==
          "line 1: it: wanted '/people/{}', but it is '/units/12?saved'");
    CHECK(variables["location"] == "/units/12?saved");
    CHECK(capture({200, {}, R"({"id":5})"}, "json id") == "5");
    CHECK(capture(page("<a href=\"/x\">Videre</a>"), "page a @href") == "/x");
    CHECK(capture(page("<a href=\"/x\">Videre</a>"), "page a") == "Videre");
}

} // namespace
} // namespace maerkbar::cases
