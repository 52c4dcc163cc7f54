#include "sources/surveys/asking/form_items.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "sources/surveys/asking/qr_code.hpp"
#include "sources/surveys/definition/answer_check.hpp"
#include "sources/surveys/library.hpp"

using namespace maerkbar::surveys;
using namespace maerkbar::surveys::asking;

TEST_CASE("every box of every ready survey can be typed by its number, and is accepted") {
    const auto surveys = ready_surveys();
    for (const auto& ready : *surveys)
        for (const auto& item : form_items(ready.definition, "da")) {
            CAPTURE(ready.code + " " + item.name);
            CHECK_FALSE(item.text.empty());
            for (const auto& choice : item.choices) {
                CHECK(std::ranges::count(item.choices, choice.number, &FormChoice::number) == 1);
                const auto answer = typed_answer(item, " " + choice.number + " ");
                REQUIRE(answer.ok());
                CHECK(accept_answers(ready.definition, {{item.name, *answer}}).ok());
            }
        }
}

TEST_CASE("what is typed beside no box is refused, and nothing is nothing") {
    const FormItem item{
        "topics", "?", {{"1", "staff", ""}, {"2", "wait", ""}, {"3", "missing.dont_know", ""}}, true};
    CHECK(typed_answer(item, "")->values.empty());
    CHECK(typed_answer(item, "1, 2")->values == std::vector<std::string>{"staff", "wait"});
    CHECK(typed_answer(item, "2 1")->values == std::vector<std::string>{"wait", "staff"});
    CHECK(typed_answer(item, "3")->missing == Missing::dont_know);
    CHECK(typed_answer(item, "4").error().code == "entry.number");
    CHECK(typed_answer(item, "x").error().field == "topics");
    CHECK(typed_answer({"why", "?"}, " Fordi ")->values.front() == "Fordi");
}

TEST_CASE("a QR code is square, quiet around, and empty for what fits into none") {
    const auto html = qr_code("https://fjordby.example/s/skranke", "Kode").str();
    CHECK(html.find("viewBox=\"0 0 41 41\"") !=
          std::string::npos); // version 4: 33 modules, 4 quiet on each side
    CHECK(html.find("aria-label=\"Kode\"") != std::string::npos);
    CHECK(html.find("M4 4h7v1h-7z") != std::string::npos); // the first finder pattern
    CHECK(qr_code(std::string(5000, 'x'), "Kode").empty());
}
