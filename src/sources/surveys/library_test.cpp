#include "sources/surveys/library.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "sources/surveys/definition/readability.hpp"

using namespace maerkbar::surveys;

TEST_CASE("every ready survey is sound, and every text is there in every language") {
    const auto all = ready_surveys();
    REQUIRE(all.ok());
    CHECK(all->size() == 12);
    for (const auto& ready : *all) {
        CAPTURE(ready.code);
        const auto& survey = ready.definition;
        for (const auto* language : {"da", "nb", "en"})
            CHECK(std::ranges::find(survey.languages, language) != survey.languages.end());
        for (const auto& missing : missing_texts(survey))
            CHECK_MESSAGE(false, missing.field << " is missing in " << missing.language);
    }
    CHECK(ready_survey("service_phone").ok());
    CHECK(ready_survey("nothing").error().code == "library.unknown_survey");
}

TEST_CASE("easy-read texts are easy to read, and no sentence of any question is long") {
    constexpr std::size_t most_words = 16;
    const auto all = ready_surveys();
    for (const auto& ready : *all)
        for_each_text(ready.definition, [&](const std::string& field, const Texts& text) {
            for (const auto& [language, words] : text.by_language) {
                CAPTURE(ready.code + " " + field + " " + language + ": " + words);
                const auto measured = readability(words);
                if (measured.sentences > 0) CHECK(measured.words <= most_words * measured.sentences);
                if (is_easy(language)) CHECK(measured.words <= 12 * measured.sentences);
            }
        });
}

TEST_CASE("the easy-read variant of a whole survey stays within its LIX") {
    const auto all = ready_surveys();
    for (const auto& ready : *all)
        for (const auto& language : ready.definition.languages) {
            if (!is_easy(language)) continue;
            std::string whole;
            for_each_text(ready.definition, [&](const std::string&, const Texts& text) {
                if (text.has(language)) whole += text.in(language, "") + "\n";
            });
            CAPTURE(ready.code + " " + language);
            CHECK(readability(whole).lix() <= easy_lix);
        }
}
