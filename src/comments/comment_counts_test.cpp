#include "comments/comment_counts.hpp"

#include <doctest/doctest.h>

#include "comments/stems.hpp"

using namespace maerkbar::comments;

TEST_CASE("words are runs of letters in lower case") {
    CHECK(words_of("ÆBLEGRØD til frokost, 40 min. 🙂") ==
          std::vector<std::string>{"æblegrød", "til", "frokost", "min"});
    CHECK(words_of("Жду час") == std::vector<std::string>{"Жду", "час"});
    CHECK(words_of("a\xFFzon") == std::vector<std::string>{"a", "zon"});
    CHECK(words_of("").empty());
}

TEST_CASE("a stem is shown by its commonest form") {
    const std::vector<std::string> comments{"Ventetiden er lang. Ventetiden!", "lange ventetider",
                                            "Kort ventetid"};
    const auto counts = count_stems(comments, Language::da, stop_words(Language::da));
    REQUIRE(counts.size() == 3);
    CHECK(counts[0].stem == "ventetid");
    CHECK(counts[0].shown == "ventetiden");
    CHECK(counts[0].occurrences == 4);
    CHECK(counts[0].comments == 3);
    CHECK(counts[1].shown == "lang"); // of two equally common forms the shorter
}

TEST_CASE("English too, with its own stop words") {
    const std::vector<std::string> comments{"They were helpful and they helped", "Helping is what I need"};
    const auto counts = count_stems(comments, Language::en, stop_words(Language::en));
    REQUIRE(counts.size() == 2);
    CHECK(counts[0].stem == "help");
    CHECK(counts[0].comments == 2);
    CHECK(counts[1].stem == "need");
}

TEST_CASE("stop words are lower case words of their language") {
    for (const auto language : {Language::da, Language::nb, Language::sv, Language::en}) {
        CHECK(stop_words(language).size() > 100);
        for (const auto& word : stop_words(language))
            CHECK(words_of(word) == std::vector<std::string>{word});
    }
    CHECK(stop_words(Language::nb).contains("ikkje"));
    CHECK(!stop_words(Language::da).contains("venlig"));
}

TEST_CASE("topics of staff count comments, not words") {
    const std::vector<std::string> comments{"Ventetiden, ventetiden!", "Venlige folk", "Brevet og ventetid"};
    const std::vector<Topic> topics{{"waiting", {"ventetider", "kø"}}, {"letters", {"breve"}}, {"none", {}}};
    CHECK(count_topics(comments, topics, Language::da) == std::vector<std::int64_t>{2, 1, 0});
}
