#include "sources/surveys/results/release.hpp"

#include <doctest/doctest.h>

#include "sources/surveys/results/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys::results;
using disclosure::Showing;
using disclosure::ShownCount;
using surveys::results::testing::Town;

namespace {

constexpr std::string_view happy = R"({"satisfied":5})";
constexpr std::string_view sad = R"({"satisfied":1})";

// A month at both institutions: thirty answers in the north, three in the south.
void answer_january(Town& town) {
    const auto north = town.link(town.north);
    const auto south = town.link(town.south);
    town.answer(north, "2026-01-07", 20, happy);
    town.answer(north, "2026-01-14", 10, sad);
    town.answer(south, "2026-01-14", 2, happy);
    town.answer(south, "2026-01-21", 1, sad);
}

} // namespace

TEST_CASE("a closed month is released, and a small unit hidden with what would give it away") {
    storage::testing::for_each_database([](storage::Database& database) {
        Town town(database);
        answer_january(town);
        town.release("2026-02-01");
        CHECK_FALSE(town.figures(town.root, "2026-01").shown()); // its last week has not ended
        town.release("2026-02-02");
        const auto all = town.figures(town.root, "2026-01");
        CHECK(all.showing == Showing::distribution);
        CHECK(all.count == ShownCount{33, std::nullopt});
        CHECK(all.distribution->values == std::vector<std::int64_t>{11, 0, 0, 0, 22});
        CHECK(all.favourable == 22);
        // Three in the south are too few; and the north less the whole would give them away.
        CHECK(town.figures(town.south, "2026-01").count == ShownCount{std::nullopt, 5});
        CHECK_FALSE(town.figures(town.south, "2026-01").shown());
        CHECK_FALSE(town.figures(town.north, "2026-01").shown());
    });
}

TEST_CASE("a sensitive question is released from twenty answers on, and its words too") {
    storage::testing::for_each_database([](storage::Database& database) {
        Town town(database);
        town.publish_as_sensitive({"satisfied", "why"});
        const auto north = town.link(town.north);
        for (const int times : {19, 20}) {
            const auto week = times == 19 ? "2026-01-07" : "2026-02-04";
            town.answer(north, week, times - 10, R"({"satisfied":1,"why":"Larm","topics":["staff"]})");
            town.answer(north, week, 10, R"({"satisfied":5,"why":"Støj","topics":["place"]})");
        }
        town.release("2026-03-03");
        for (const auto* question : {"satisfied", "why"}) {
            CAPTURE(question);
            CHECK(town.figures(town.north, "2026-01", question).count == ShownCount{std::nullopt, 20});
            CHECK(town.figures(town.north, "2026-02", question).answers == 20);
        }
        CHECK(town.figures(town.north, "2026-01", "topics").answers == 19);
    });
}

TEST_CASE("what is stored of few answers is no more than what is shown") {
    storage::testing::for_each_database([](storage::Database& database) {
        Town town(database);
        const auto north = town.link(town.north);
        town.answer(north, "2026-01-07", 4, happy);
        town.answer(north, "2026-01-07", 2, sad);
        town.release("2026-02-02");
        const auto figures = town.figures(town.north, "2026-01");
        CHECK(figures.showing == Showing::mean);
        CHECK(figures.sum == 22);
        CHECK(figures.favourable == 4);
        CHECK_FALSE(figures.distribution);
    });
}

TEST_CASE("when all answer alike, nothing is shown") {
    storage::testing::for_each_database([](storage::Database& database) {
        Town town(database);
        town.answer(town.link(town.north), "2026-01-07", 12, sad);
        town.release("2026-02-02");
        const auto figures = town.figures(town.north, "2026-01");
        CHECK_FALSE(figures.shown());
        CHECK(figures.count == ShownCount{});
        CHECK(town.figures(town.north, "2026-01", std::string(whole_survey)).answers == 12);
    });
}

TEST_CASE("what was released stays, and late answers count in the next week") {
    storage::testing::for_each_database([](storage::Database& database) {
        Town town(database);
        const auto north = town.link(town.north);
        town.answer(north, "2026-01-07", 20, happy);
        town.answer(north, "2026-01-07", 10, sad);
        town.release("2026-02-02");
        town.answer(north, "2026-01-14", 4, sad); // from a kiosk that was offline
        town.answer(north, "2026-02-04", 20, happy);
        town.release("2026-03-02");
        CHECK(town.figures(town.north, "2026-01").answers == 30);
        CHECK(town.figures(town.north, "2026-02").answers == 24);
        town.release("2026-03-02"); // once more changes nothing
        town.release("2026-04-06");
        CHECK(town.figures(town.north, "2026-Q1").answers == 54);
    });
}

TEST_CASE("a contact point is told apart by quarter only where that gives nobody away") {
    storage::testing::for_each_database([](storage::Database& database) {
        Town town(database);
        const auto desk = town.link(town.north, town.desk);
        const auto elsewhere = town.link(town.north);
        for (const auto* week : {"2026-01-07", "2026-02-04", "2026-03-04"}) {
            town.answer(desk, week, 9, happy);
            town.answer(desk, week, 9, sad);
            town.answer(elsewhere, week, 1, sad);
        }
        town.release("2026-04-06");
        const auto of_desk = town.read([&](storage::Connection& c) {
                                     ReleaseQuestion asked{town.survey, town.north, "satisfied", town.desk};
                                     asked.kind = GroupKind::quarter;
                                     return read_releases(c, town.actor.tenant, asked);
                                 })
                                 .value();
        REQUIRE(of_desk.size() == 1);
        // All less the desk would be three people, too few for a part by contact point.
        CHECK_FALSE(of_desk.front().figures.shown());
        CHECK(town.figures(town.north, "2026-Q1").answers == 57);
    });
}

TEST_CASE("a survey that nobody has answered yet can still take over earlier answers") {
    storage::testing::for_each_database([](storage::Database& database) {
        Town town(database);
        const auto north = town.link(town.north);
        town.release("2026-02-02");
        town.answer(north, "2025-01-08", 20, happy);
        town.answer(north, "2025-01-08", 10, sad);
        town.release("2026-02-02");
        CHECK(town.figures(town.north, "2025-01").answers == 30);
    });
}
