#include "web/form.hpp"

#include <doctest/doctest.h>

#include <array>

#include "base/strong_id.hpp"
#include "web/json_fields.hpp"
#include "web/pagination.hpp"

namespace maerkbar::web {
namespace {

std::string code_at(const Form& form, std::string_view field) {
    const auto* error = form.error_at(field);
    return error ? error->code : "";
}

TEST_CASE("fields are read into their types, in the ways people type") {
    const Fields fields = {{"name", "  Borgerservice \n"},
                           {"n", "42"},
                           {"share", "12,5"},
                           {"point", "-0.25"},
                           {"iso", "2026-11-22"},
                           {"dk", "2.1.2026"},
                           {"on", "on"},
                           {"off", "false"},
                           {"unit", "7"},
                           {"tag", "a"},
                           {"tag", " "},
                           {"tag", "b"}};
    Form form(fields);
    CHECK(form.required_text("name") == "Borgerservice");
    CHECK(form.integer("n", 0, 100) == 42);
    CHECK(form.number("share") == 12.5);
    CHECK(form.required_number("point") == -0.25);
    CHECK(form.date("iso")->iso() == "2026-11-22");
    CHECK(form.required_date("dk").iso() == "2026-01-02");
    CHECK(form.checked("on"));
    CHECK_FALSE(form.checked("off"));
    CHECK_FALSE(form.checked("absent"));
    CHECK(form.id<UnitId>("unit") == UnitId{7});
    CHECK(form.all("tag") == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(form.integer("absent").has_value());
    CHECK(form.text("absent").empty());
    CHECK(form.ok());
}

TEST_CASE("every mistake is collected with its field") {
    const Fields fields = {
        {"long", "æøå"}, {"n", "4x"},        {"small", "-1"}, {"big", "99999999999999999999"},
        {"over", "101"}, {"share", "1.2.3"}, {"inf", "inf"},  {"date", "31.02.2026"},
        {"choice", "z"}, {"blank", "  "}};
    Form form(fields);
    static_cast<void>(form.text("long", 2));
    form.integer("n");
    form.integer("small", 0);
    form.integer("big");
    form.integer("over", 0, 100);
    form.number("share");
    form.number("inf");
    form.date("date");
    const std::array<std::string_view, 2> choices = {"x", "y"};
    CHECK(form.choice("choice", choices) == "x");
    CHECK(form.required_text("blank").empty());
    CHECK(form.required_date("absent") == Date{});
    CHECK(form.errors().size() == 11);
    CHECK(code_at(form, "long") == "form.too_long");
    CHECK(code_at(form, "n") == "form.not_whole");
    CHECK(code_at(form, "small") == "form.too_small");
    CHECK(code_at(form, "big") == "form.not_whole");
    CHECK(code_at(form, "over") == "form.too_big");
    CHECK(code_at(form, "inf") == "form.not_number");
    CHECK(code_at(form, "date") == "form.not_date");
    CHECK(code_at(form, "choice") == "form.no_choice");
    CHECK(code_at(form, "blank") == "form.missing");
    CHECK(form.typed("n") == "4x");
}

TEST_CASE("text of exactly the longest length is taken, counted in letters") {
    const Fields fields = {{"a", "æøå"}};
    Form form(fields);
    CHECK(form.text("a", 3) == "æøå");
    CHECK(form.ok());
}

TEST_CASE("a form that shows an older version is refused") {
    const Fields fields = {{"version", "3"}};
    CHECK(Form(fields).expect_version(3).ok());
    CHECK(Form(fields).expect_version(4).error().kind == ErrorKind::conflict);
    const Fields without;
    CHECK_FALSE(Form(without).expect_version(0).ok());
}

TEST_CASE("JSON becomes the same fields") {
    const auto fields = fields_of_json(
        R"({"name":"Bro","n":3,"share":0.5,"on":true,"none":null,"tags":["a","b"],"target":{"low":1},"rows":[{"v":1},{"v":2}]})");
    REQUIRE(fields.ok());
    CHECK(*fields == Fields{{"name", "Bro"},
                            {"n", "3"},
                            {"share", "0.5"},
                            {"on", "true"},
                            {"tags", "a"},
                            {"tags", "b"},
                            {"target.low", "1"},
                            {"rows.0.v", "1"},
                            {"rows.1.v", "2"}});
    Form form(*fields);
    CHECK(form.number("share") == 0.5);
    CHECK(form.checked("on"));
    for (const auto* bad : {"", "{", "[1]", "7", R"({"a":1}x)"})
        CHECK_FALSE(fields_of_json(bad).ok());
    CHECK(fields_of_json("{\"a\":[" + std::string(60, '[') + std::string(60, ']') + "]}").ok() == false);
}

TEST_CASE("pages of a list") {
    CHECK(Pagination::from({})->size == 50);
    const auto third = Pagination::from({{"page", "3"}, {"size", "20"}});
    CHECK(third->offset() == 40);
    CHECK(third->pages(41) == 3);
    CHECK(third->pages(0) == 1);
    for (const auto* bad : {"0", "-1", "x", "1.5", "99999999999999999999"})
        CHECK_FALSE(Pagination::from({{"page", bad}}).ok());
    CHECK(Pagination::from({{"size", "501"}}).error().field == "size");
}

} // namespace
} // namespace maerkbar::web
