#include <doctest/doctest.h>

#include <algorithm>

#include "sources/surveys/open_text/comment_store.hpp"
#include "sources/surveys/open_text/tally.hpp"
#include "sources/surveys/results/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace maerkbar::surveys::results;
using open_text::Comment;
using open_text::State;
using results::testing::Town;
using storage::Database;
using storage::Transaction;

namespace {

constexpr std::string_view slow = R"({"satisfied":1,"why":"Ventetiden var lang, ring på 20 30 40 50"})";
constexpr std::string_view silent = R"({"satisfied":1})";

std::vector<Comment> comments_of(Town& town) {
    return town
        .read([&](storage::Connection& c) {
            return open_text::list_comments(c, town.actor.tenant, {.survey = town.survey});
        })
        .value();
}

Result<void> decide(Town& town, const Comment& comment, const open_text::Decision& decision) {
    return town.write([&](Transaction& t) { return open_text::decide_comment(t, comment, decision); });
}

} // namespace

TEST_CASE("what ten wrote may be listed, masked, once the month is over") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto north = town.link(town.north);
        town.answer(north, "2026-01-07", 12, slow);
        town.answer(north, "2026-01-14", 20, silent);
        town.release("2026-02-02");
        const auto figures = town.figures(town.north, "2026-01", "why");
        CHECK(figures.shown());
        CHECK(figures.count.exactly == 12);
        const auto comments = comments_of(town);
        REQUIRE(comments.size() == 12);
        CHECK(comments.front().text == "Ventetiden var lang, ring på [PHONE]");
        CHECK(comments.front().state == State::waiting);
        CHECK(std::ranges::is_sorted(comments, {}, &Comment::id));
    });
}

TEST_CASE("what fewer than ten wrote is not listed, and not told apart from a wider list either") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        town.answer(town.link(town.north), "2026-01-07", 14, slow);
        town.answer(town.link(town.south), "2026-01-07", 9, slow);
        town.release("2026-02-02");
        CHECK(town.figures(town.root, "2026-01", "why").count.exactly == 23);
        CHECK(town.figures(town.south, "2026-01", "why").count.below == 10);
        // The list of the whole less the list of the north would be those nine.
        CHECK_FALSE(town.figures(town.north, "2026-01", "why").shown());
    });
}

TEST_CASE("what came late is counted and listed in the week in which it came") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto north = town.link(town.north);
        town.answer(north, "2026-01-07", 12, slow);
        town.release("2026-02-02");
        town.answer(north, "2026-01-07", 1, slow);
        town.release("2026-02-09");
        const auto comments = comments_of(town);
        CHECK(comments.size() == 13);
        CHECK(std::ranges::count(comments, *Date::from(2026, 2, 2), &Comment::week) == 1);
    });
}

TEST_CASE("a decision is recorded, may mask, and needs a reason where it hides") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        town.answer(town.link(town.north), "2026-01-07", 12, slow);
        town.release("2026-02-02");
        const auto comment = comments_of(town).front();
        CHECK(decide(town, comment, {State::shown, "Ventetiden var kort"}).error().code ==
              "comment.not_masked");
        CHECK(decide(town, comment, {State::hidden, comment.text}).error().code == "comment.reason");
        CHECK(decide(town, comment, {State::shown, "Ventetiden var lang"}).ok());
        CHECK(decide(town, comments_of(town).back(),
                     {State::hidden, comment.text, open_text::Reason::recognisable})
                  .ok());
        CHECK(comments_of(town).front().text == "Ventetiden var lang");
        CHECK(town.number("select count(*) from audit_entry where action like 'survey_comment.%'") == 2);
        CHECK(town.number("select count(*) from audit_entry where details like '%Ventetid%'") == 0);
    });
}

TEST_CASE("a comment goes with its answer; what was counted and shown stays (ADR 0015)") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto north = town.link(town.north);
        town.answer(north, "2026-01-07", 12, slow);
        town.answer(north, "2026-01-07", 3, R"({"satisfied":5})");
        town.release("2026-02-02");
        const auto shown = town.figures(town.north, "2026-01");
        CHECK(shown.answers == 15);
        (void)town
            .write([](Transaction& t) -> Result<std::int64_t> {
                t.without_audit("a test");
                return t.connection().execute("delete from survey_answer");
            })
            .value();
        CHECK(comments_of(town).empty());
        town.release("2026-03-03");
        CHECK(town.figures(town.north, "2026-01") == shown);
        CHECK(town.figures(town.north, "2026-01", "why").count.exactly == 12);
    });
}

TEST_CASE("comments are counted by stem and topic in the language each was answered in") {
    std::vector<Comment> comments(3);
    comments[0].language = "da-easy";
    comments[0].text = "Ventetiden var lang [NAME]";
    comments[1].language = "nb";
    comments[1].text = "Lang ventetid, hyggelig betjening";
    comments[2].language = "da";
    comments[2].text = "Lange ventetider";
    const auto counts = open_text::count_words(comments, 5);
    REQUIRE(counts.size() == 2); // of the two Danish ones; what one comment has is left out
    CHECK(counts.front().comments == 2);
    const std::vector<maerkbar::comments::Topic> topics{{"Venten", {"ventetid", "vente"}},
                                                        {"Tone", {"hyggelig"}}};
    CHECK(open_text::count_topics(comments, topics) == std::vector<std::int64_t>{3, 1});
}
