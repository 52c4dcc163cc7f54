#include "cases/case.hpp"

#include <doctest/doctest.h>

namespace maerkbar::cases {
namespace {

std::string fault_of(std::string_view text) {
    const auto parsed = parse_case(text);
    REQUIRE_FALSE(parsed.ok());
    return parsed.error().english();
}

TEST_CASE("a case of four lines") {
    const auto parsed =
        parse_case("as leader\nGET /units/{{team}}?period=2026-10\n=> 200\npage main h1: Team: ett\n");
    REQUIRE(parsed.ok());
    REQUIRE(parsed->steps.size() == 1);
    const auto& step = parsed->steps[0];
    CHECK(step.actor == "leader");
    CHECK(step.target == "/units/{{team}}?period=2026-10");
    CHECK(step.status == 200);
    CHECK(step.expectations == std::vector<Expectation>{{4, What::page, "main h1", "Team: ett"}});
    CHECK(parsed->only_reads());
}

TEST_CASE("days pass before the next request") {
    const auto parsed =
        parse_case("GET /\n=> 200\na day later\na day later\nGET /people\n=> 303\nGET /\n=> 200\n");
    REQUIRE(parsed.ok());
    CHECK(parsed->steps[0].days == 0);
    CHECK(parsed->steps[1].days == 2);
    CHECK(parsed->steps[2].days == 0);
    CHECK_FALSE(parsed->only_reads());
    CHECK(fault_of("GET /\na day later\n=> 200\n").find("has no answer") != std::string::npos);
}

TEST_CASE("headers, fields, files and a missing form token") {
    const auto parsed = parse_case(
        "POST /imports\n"
        "accept-language: nb\n"
        "note = a = b: c\n"
        "without form token\n"
        "file rows = a.csv\n| x;y\n|\n| 1;2\n"
        "file more = b.csv < tests/data/b.csv\n"
        "=> 403\nset-cookie: absent\nlacks: a: b\n");
    REQUIRE(parsed.ok());
    const auto& step = parsed->steps[0];
    CHECK(step.actor == "nobody");
    CHECK(step.headers == std::vector<Pair>{{"accept-language", "nb"}});
    CHECK(step.fields == std::vector<Pair>{{"note", "a = b: c"}});
    CHECK_FALSE(step.form_token);
    REQUIRE(step.files.size() == 2);
    CHECK(step.files[0].content == "x;y\n\n1;2\n");
    CHECK(step.files[1].source == "tests/data/b.csv");
    CHECK(step.expectations[1] == Expectation{12, What::lacks, "", "a: b"});
    CHECK_FALSE(parsed->only_reads());
}

TEST_CASE("the actor stays until another one comes; a body is kept line by line") {
    const auto parsed = parse_case(
        "# why\nas reader\nGET /\n=> 200\n\nPOST /api/v1/units\n| {\"a\":\n|   1}\n=> 403\n"
        "json errors.0.code: \"forbidden\"\ncapture id: json id\nas nobody\nGET {{id}}\n=> 404");
    REQUIRE(parsed.ok());
    CHECK(parsed->steps[1].actor == "reader");
    CHECK(parsed->steps[1].body == "{\"a\":\n  1}\n");
    CHECK(parsed->steps[1].expectations[0].subject == "errors.0.code");
    CHECK(parsed->steps[2].actor == "nobody");
    CHECK(parsed->steps[2].target == "{{id}}");
}

TEST_CASE("what is wrong is said with its line") {
    CHECK(fault_of("") == "Line 0: there is no request; write one as 'GET /path'");
    CHECK(fault_of("name = x\n").starts_with("Line 1: a request comes first"));
    CHECK(fault_of("GET /\nGET /a\n=> 200").starts_with("Line 2: the request before has no answer"));
    CHECK(fault_of("GET /\n=> 20x").starts_with("Line 2: a status has three digits"));
    CHECK(fault_of("GET /\n=> 200\ntitle page").starts_with("Line 3: an expectation has a colon"));
    CHECK(fault_of("GET /\n=> 200\nMain h1: x").starts_with("Line 3: 'Main h1' is no header"));
    CHECK(fault_of("GET /\n=> 200\npage h1: ").starts_with("Line 3: "));
    CHECK(fault_of("GET /\n=> 200\n| x").starts_with("Line 3: content belongs"));
    CHECK(fault_of("GET /\nno detail\n=> 200").starts_with("Line 2: neither"));
    CHECK(fault_of("GET units\n=> 200").starts_with("Line 1: a target"));
    CHECK(fault_of("GET /\n=> 200\n=> 200").starts_with("Line 3: there is no request"));
}

} // namespace
} // namespace maerkbar::cases
