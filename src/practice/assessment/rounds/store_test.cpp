#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "organisation/testing.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/rounds/carried_store.hpp"
#include "practice/assessment/rounds/consensus_store.hpp"
#include "practice/assessment/rounds/finding_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/participant_store.hpp"
#include "practice/assessment/rounds/release.hpp"
#include "practice/assessment/rounds/round_store.hpp"
#include "practice/assessment/rounds/standing.hpp"

namespace maerkbar::assessment {
namespace {

using organisation::testing::Site;
using storage::Connection;
using storage::Transaction;

void on_each(FunctionRef<void(Site&)> test) {
    for (const auto dialect : storage::testing::dialects()) {
        Site site(dialect);
        test(site);
    }
}

template <typename F>
auto write(Site& site, F work) {
    return site.database().write(site.actor(), [&](Transaction& tx) { return work(tx); });
}

template <typename F>
auto read(Site& site, F work) {
    return site.database().read(
        [&](Connection& connection) { return work(connection, site.actor().tenant); });
}

// A round on the short model with six participants by code: two leaders, four employees.
struct Group {
    RoundId round;
    std::vector<Participant> people;
    std::vector<std::string> codes;
};

RoundId make_round(Site& site, Scope scope = Scope::all, std::vector<std::string> areas = {}) {
    return write(site,
                 [&](Transaction& tx) -> Result<RoundId> {
                     NewRound wanted;
                     wanted.unit = site.library;
                     wanted.fields.name = "KVIK 2026";
                     wanted.fields.facilitator = site.installed.administrator;
                     wanted.model = TRY(newest_model(tx.connection(), tx.actor().tenant, "kompakt9"));
                     wanted.scope = scope;
                     wanted.areas = areas;
                     return add_round(tx, wanted);
                 })
        .value();
}

Group make_group(Site& site, RoundId round) {
    Group group{round, {}, {}};
    for (int i = 0; i < 6; ++i) {
        const auto side = i < 2 ? Side::leadership : Side::staff;
        group.codes.push_back(
            write(site,
                  [&](Transaction& tx) {
                      return add_participant(tx, round, {{}, "Deltager " + std::to_string(i + 1), side});
                  })
                .value()
                .code);
    }
    group.people =
        read(site, [&](Connection& c, TenantId t) { return participants_of(c, t, round); }).value();
    return group;
}

Result<void> score(Site& site, const Participant& who, std::string_view item, double value) {
    return write(site, [&](Transaction& tx) {
        return save_answer(tx, who, item,
                           {.scores = {{"", value}}, .improvements = "Mere tid\r\n\r\n Færre møder "});
    });
}

Standing standing_of(Site& site, RoundId round) {
    return read(site, [&](Connection& c, TenantId t) { return read_standing(c, t, round); }).value();
}

TEST_CASE("nobody's score is read before its item is closed") {
    on_each([](Site& site) {
        const auto group = make_group(site, make_round(site));
        CHECK(score(site, group.people[0], "K1.1", 4).error().code == "assessment.not_scoring");
        REQUIRE(write(site, [&](Transaction& tx) { return start_scoring(tx, group.round); }).ok());
        REQUIRE(score(site, group.people[0], "K1.1", 4).ok());
        REQUIRE(score(site, group.people[1], "K1.1", 2).ok());
        REQUIRE(score(site, group.people[1], "K1.2", 2).ok());
        CHECK(standing_of(site, group.round).find("K1.1")->points.empty());
        CHECK(
            read(site, [&](Connection& c, TenantId t) { return closed_texts(c, t, group.round); })->empty());
        const auto progress =
            read(site, [&](Connection& c, TenantId t) { return progress_of(c, t, group.round); });
        CHECK(progress->at(group.people[1].id) == 2);

        REQUIRE(write(site, [&](Transaction& tx) { return close_item(tx, group.round, "K1.1"); }).ok());
        CHECK(standing_of(site, group.round).find("K1.1")->points == std::vector<double>{2, 4});
        CHECK(standing_of(site, group.round).find("K1.2")->points.empty());
        const auto texts =
            read(site, [&](Connection& c, TenantId t) { return closed_texts(c, t, group.round); });
        CHECK(texts->at("K1.1").improvements.size() == 4);
        CHECK_FALSE(texts->contains("K1.2"));
        CHECK(score(site, group.people[0], "K1.1", 5).error().code == "assessment.item_closed");
    });
}

TEST_CASE("one's own answers come back whole; blank is no score") {
    on_each([](Site& site) {
        const auto group = make_group(site, make_round(site));
        REQUIRE(write(site, [&](Transaction& tx) { return start_scoring(tx, group.round); }).ok());
        const Answer answer{.scores = {{"", 3}}, .strengths = "Åben dør", .link = "https://example.org"};
        REQUIRE(write(site, [&](Transaction& tx) {
                    return save_answer(tx, group.people[0], "K1.1", answer);
                }).ok());
        const auto own = [&] {
            return read(site, [&](Connection& c,
                                  TenantId t) { return own_answers(c, t, group.round, group.people[0].id); })
                .value();
        };
        CHECK(own()["K1.1"] == answer);
        auto blank = answer;
        blank.blank = true;
        REQUIRE(write(site, [&](Transaction& tx) {
                    return save_answer(tx, group.people[0], "K1.1", blank);
                }).ok());
        CHECK(own()["K1.1"].blank);
        CHECK(own()["K1.1"].scores.empty());
        CHECK(write(site, [&](Transaction& tx) { return save_answer(tx, group.people[0], "x", answer); })
                  .error()
                  .code == "assessment.unknown_item");
    });
}

TEST_CASE("sides are told apart only with three answers in each") {
    on_each([](Site& site) {
        const auto group = make_group(site, make_round(site));
        REQUIRE(write(site, [&](Transaction& tx) { return start_scoring(tx, group.round); }).ok());
        for (const auto& who : group.people)
            REQUIRE(score(site, who, "K1.1", 3).ok());
        REQUIRE(write(site, [&](Transaction& tx) { return close_item(tx, group.round, "K1.1"); }).ok());
        CHECK(standing_of(site, group.round).find("K1.1")->points.size() == 6);
        CHECK(standing_of(site, group.round).find("K1.1")->leadership.empty()); // only two leaders
    });
}

TEST_CASE("six people who score all items at once lose nothing") {
    on_each([](Site& site) {
        const auto group = make_group(site, make_round(site));
        REQUIRE(write(site, [&](Transaction& tx) { return start_scoring(tx, group.round); }).ok());
        std::vector<std::string> items;
        for (const auto& item : standing_of(site, group.round).items)
            items.push_back(item.item.item);
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> people;
            for (const auto& who : group.people)
                people.emplace_back([&site, &who, &items, &failures] {
                    for (const auto& item : items)
                        failures += score(site, who, item, 3).ok() ? 0 : 1;
                    failures +=
                        write(site, [&](Transaction& tx) { return set_done(tx, who, true); }).ok() ? 0 : 1;
                });
        }
        CHECK(failures == 0);
        REQUIRE(write(site, [&](Transaction& tx) { return close_scoring(tx, group.round, false); }).ok());
        const auto standing = standing_of(site, group.round);
        CHECK(standing.items.size() == 19);
        for (const auto& item : standing.items)
            CHECK(item.points == std::vector<double>(6, 3.0));
    });
}

TEST_CASE("a code finds its participant until they leave") {
    on_each([](Site& site) {
        const auto group = make_group(site, make_round(site));
        const auto by_code = [&](const std::string& code) {
            return read(site, [&](Connection& c, TenantId) { return participant_by_code(c, code); }).value();
        };
        REQUIRE(by_code(group.codes[2]));
        CHECK(by_code(group.codes[2])->participant.id == group.people[2].id);
        CHECK_FALSE(by_code("XXXX-XXXX-XXXX"));
        CHECK_FALSE(by_code(""));
        const auto fresh = write(site, [&](Transaction& tx) {
                               return renew_code(tx, group.round, group.people[2].id);
                           }).value();
        CHECK_FALSE(by_code(group.codes[2]));
        CHECK(by_code(fresh));
        REQUIRE(
            write(site, [&](Transaction& tx) { return leave(tx, group.round, group.people[2].id); }).ok());
        CHECK_FALSE(by_code(fresh));
    });
}

// A round on leadership alone, scored by all: a quarrel about K1.1, agreement on K1.2, silence on K1.3.
Group make_scored(Site& site) {
    auto group = make_group(site, make_round(site, Scope::chosen, {"K1"}));
    REQUIRE(write(site, [&](Transaction& tx) { return start_scoring(tx, group.round); }).ok());
    for (std::size_t i = 0; i < 6; ++i) {
        REQUIRE(score(site, group.people[i], "K1.1", i < 3 ? 0 : 5).ok());
        REQUIRE(score(site, group.people[i], "K1.2", 3).ok());
        REQUIRE(write(site, [&](Transaction& tx) { return set_done(tx, group.people[i], true); }).ok());
    }
    REQUIRE(write(site, [&](Transaction& tx) { return close_scoring(tx, group.round, false); }).ok());
    return group;
}

Result<void> decide(Site& site, RoundId round, std::string_view item, const Consensus& consensus) {
    return write(site, [&](Transaction& tx) { return decide_item(tx, round, item, consensus, 1); });
}

Group make_agreed(Site& site) {
    auto group = make_scored(site);
    REQUIRE(decide(site, group.round, "K1.1", {.value = 2, .reason = "Målene hænger i kantinen"}).ok());
    REQUIRE(decide(site, group.round, "K1.2", {.value = 3, .reason = "Vi er enige"}).ok());
    REQUIRE(decide(site, group.round, "K1.3", {.reason = "Det ved vi for lidt om"}).ok()); // no value
    REQUIRE(write(site, [&](Transaction& tx) { return finish_meeting(tx, group.round); }).ok());
    return group;
}

TEST_CASE("disagreement comes first, and what the group agrees on is accepted together") {
    on_each([](Site& site) {
        const auto group = make_scored(site);
        const auto standing = standing_of(site, group.round);
        CHECK(standing.items.size() == 3);
        CHECK(standing.agenda().front()->item.item == "K1.1");
        CHECK(standing.find("K1.1")->spread.agreement == Agreement::polarised);
        REQUIRE(standing.agreed_already().size() == 1);
        REQUIRE(write(site, [&](Transaction& tx) {
                    return accept_together(tx, group.round, {{"K1.2", 3}}, "Vi er enige");
                }).ok());
        CHECK(standing_of(site, group.round).find("K1.2")->item.decided_together);
        CHECK(standing_of(site, group.round).undecided() == 2);
    });
}

TEST_CASE("a decision needs a reason, and two who decide at once are told") {
    on_each([](Site& site) {
        const auto group = make_scored(site);
        CHECK(decide(site, group.round, "K1.1", {.value = 2}).error().code == "assessment.reason");
        const Consensus consensus{2, "Målene hænger i kantinen", "To ser det ikke", "Vi talte længe"};
        REQUIRE(decide(site, group.round, "K1.1", consensus).ok());
        CHECK(decide(site, group.round, "K1.1", {.value = 5, .reason = "x"}).error().code ==
              "organisation.changed_meanwhile");
        CHECK(standing_of(site, group.round).find("K1.1")->item.minority_note == "To ser det ikke");
        CHECK(write(site, [&](Transaction& tx) { return finish_meeting(tx, group.round); }).error().code ==
              "assessment.undecided");
    });
}

TEST_CASE("an item without value is decided, and left out of the mean") {
    on_each([](Site& site) {
        const auto standing = standing_of(site, make_agreed(site).round);
        CHECK(standing.profile.nodes.find("K1")->second.value == 2.5);
        CHECK(standing.profile.nodes.find("K1")->second.answered == 2);
        CHECK(standing.find("K1.3")->item.without_value);
    });
}

TEST_CASE("votes, the end of a round, and what follows") {
    on_each([](Site& site) {
        const auto group = make_agreed(site);
        const auto finding = write(site, [&](Transaction& tx) {
            return add_finding(tx, group.round, "K1.1", FindingKind::improvement, "Mål for svartid");
        });
        REQUIRE(finding.ok());
        const auto vote = [&](std::size_t who, Vote given) {
            return write(site,
                         [&](Transaction& tx) { return cast_vote(tx, group.people[who], *finding, given); });
        };
        REQUIRE(vote(0, {5, 4}).ok());
        REQUIRE(vote(0, {4, 4}).ok());
        REQUIRE(vote(1, {5, 5}).ok());
        CHECK(vote(1, {6, 5}).error().code == "assessment.vote");
        const auto votes = read(site, [&](Connection& c, TenantId t) { return votes_of(c, t, group.round); });
        CHECK(votes->at(*finding) == std::vector<Vote>{{4, 4}, {5, 5}});
        const auto close = [&](std::size_t actions) {
            return write(site, [&](Transaction& tx) { return close_round(tx, group.round, actions, ""); });
        };
        CHECK(close(0).error().code == "assessment.no_plan");
        REQUIRE(close(1).ok());
        CHECK(vote(1, {1, 1}).error().code == "assessment.state");
        REQUIRE(
            write(site, [&](Transaction& tx) {
                return add_review(tx, group.round, {Date::parse_iso("2026-09-01").value(), "84 % nu", {}});
            }).ok());
        CHECK(read(site, [&](Connection& c, TenantId t) { return reviews_of(c, t, group.round); })->size() ==
              1);
    });
}

TEST_CASE("a newer version of a model leaves rounds as they were, and scores come over as decided") {
    on_each([](Site& site) {
        const auto first = make_round(site, Scope::chosen, {"K1"});
        const auto group = make_group(site, first);
        REQUIRE(write(site, [&](Transaction& tx) { return start_scoring(tx, first); }).ok());
        REQUIRE(write(site, [&](Transaction& tx) { return close_scoring(tx, first, true); }).ok());
        REQUIRE(write(site, [&](Transaction& tx) {
                    return decide_item(tx, first, "K1.1", {.value = 4, .reason = "x"}, 1);
                }).ok());
        auto newer = standing_of(site, first).model;
        const auto same = write_model(newer);
        CHECK(write(site, [&](Transaction& tx) { return import_model(tx, same); }).error().code ==
              "assessment.version_not_newer");
        newer.version = "1.1.0";
        for (auto& scale : newer.scales)
            if (scale.id == "enabler-0-5") {
                scale.max = 3;
                scale.bands.resize(4);
            }
        const auto document = write_model(newer);
        // Every item with another scale is asked about, all at once.
        const auto asked = write(site, [&](Transaction& tx) { return import_model(tx, document); }).error();
        CHECK(asked.code == "assessment.undecided_items");
        std::string decisions;
        for (const auto* item : newer.items())
            if (item->group == "enabler")
                decisions += (decisions.empty() ? "\"" : ",\"") + item->id + "\":\"reset\"";
        CHECK(asked.arguments[0].second.starts_with("K1.1, K1.2, K1.3"));
        const auto decided = "{\"decisions\":{" + decisions + "}," + document.substr(1);
        REQUIRE(write(site, [&](Transaction& tx) { return import_model(tx, decided); }).ok());
        const auto second = make_round(site, Scope::chosen, {"K1"});
        const auto before = standing_of(site, first);
        const auto now = standing_of(site, second);
        CHECK(before.model.version == "1.0.0");
        CHECK(now.model.version == "1.1.0");
        const auto times = [&] {
            return read(site, [&](Connection& c, TenantId t) { return last_times(c, t, before, now); })
                .value();
        };
        CHECK_FALSE(times()["K1.1"].value.has_value()); // as was decided: to be assessed anew
        REQUIRE(write(site, [&](Transaction& tx) {
                    return carry_over(tx, before, now, "K1.1", Carry::clamp);
                }).ok());
        CHECK(times()["K1.1"].value == 3);
        CHECK(now.find("K1.1")->item.value == std::nullopt); // starts unassessed
    });
}

TEST_CASE("a round needs a name and something to assess; a person takes part once") {
    on_each([](Site& site) {
        const auto add = [&](std::string name, Scope scope) {
            return write(site, [&](Transaction& tx) -> Result<RoundId> {
                NewRound wanted;
                wanted.unit = site.library;
                wanted.fields.name = std::move(name);
                wanted.model = TRY(newest_model(tx.connection(), tx.actor().tenant, "kompakt9"));
                wanted.scope = scope;
                return add_round(tx, wanted);
            });
        };
        CHECK(add("", Scope::all).error().code == "assessment.round_name");
        CHECK(add("x", Scope::compact).error().code == "assessment.no_compact");
        CHECK(add("x", Scope::chosen).error().code == "assessment.no_areas");
        const auto round = make_round(site);
        const NewParticipant me{site.installed.administrator, {}, Side::leadership};
        REQUIRE(write(site, [&](Transaction& tx) { return add_participant(tx, round, me); }).ok());
        CHECK(write(site, [&](Transaction& tx) { return add_participant(tx, round, me); }).error().code ==
              "assessment.already_in");
        CHECK(write(site, [&](Transaction& tx) { return add_participant(tx, round, {}); }).error().code ==
              "assessment.no_label");
        CHECK(read(site, [&](Connection& c, TenantId t) {
                  return rounds_of_person(c, t, site.installed.administrator);
              })->size() == 1);
    });
}

TEST_CASE("two people who change the round: the second is told") {
    on_each([](Site& site) {
        const auto round = make_round(site);
        RoundFields fields{.name = "KVIK forår", .facilitator = site.installed.administrator};
        REQUIRE(write(site, [&](Transaction& tx) { return change_round(tx, round, fields, 1); }).ok());
        fields.name = "Noget andet";
        CHECK(write(site, [&](Transaction& tx) { return change_round(tx, round, fields, 1); }).error().code ==
              "organisation.changed_meanwhile");
    });
}

} // namespace
} // namespace maerkbar::assessment
