#include "practice/assessment/rounds/release.hpp"

#include <doctest/doctest.h>

#include "organisation/testing.hpp"
#include "practice/assessment/rounds/answer_store.hpp"
#include "practice/assessment/rounds/carried_store.hpp"
#include "practice/assessment/rounds/consensus_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/participant_store.hpp"
#include "practice/assessment/rounds/round_store.hpp"

namespace maerkbar::assessment {
namespace {

using organisation::testing::Site;
using storage::Connection;
using storage::Transaction;

// A round on area K1 of the short model, with one participant who is done: K1.1 scored 5, K1.2 scored 2 with
// words.
class Running {
  public:
    template <typename F>
    auto write(F work) {
        return site.database().write(site.actor(), work);
    }
    template <typename F>
    auto read(F work) {
        return site.database()
            .read([&](Connection& connection) { return work(connection, site.actor().tenant); })
            .value();
    }
    void answer(std::string_view item, const Answer& given) {
        REQUIRE(write([&](Transaction& tx) { return save_answer(tx, me, item, given); }).ok());
    }
    std::vector<Participant> participants() {
        return read([&](Connection& c, TenantId t) { return participants_of(c, t, round); });
    }
    Answers answers() {
        return read([&](Connection& c, TenantId t) { return own_answers(c, t, round, me.id); });
    }
    Model newest() {
        return read([&](Connection& c, TenantId t) { return newest_model(c, t, "kompakt9"); });
    }
    // The next version is begun, changed and stored as a draft.
    Draft begin(void (*change)(Model&)) {
        auto model = newest();
        REQUIRE(write([&](Transaction& tx) { return start_draft(tx, model, model.version); }).ok());
        auto draft = *read([&](Connection& c, TenantId t) { return draft_of(c, t, "kompakt9"); });
        change(draft.model);
        REQUIRE(write([&](Transaction& tx) { return save_draft(tx, draft); }).ok());
        return *read([&](Connection& c, TenantId t) { return draft_of(c, t, "kompakt9"); });
    }

    explicit Running(storage::Dialect dialect) : site(dialect) {
        round = write([&](Transaction& tx) -> Result<RoundId> {
                    NewRound wanted;
                    wanted.unit = site.library;
                    wanted.fields.name = "KVIK 2026";
                    wanted.fields.facilitator = site.installed.administrator;
                    wanted.model = TRY(newest_model(tx.connection(), tx.actor().tenant, "kompakt9"));
                    wanted.scope = Scope::chosen;
                    wanted.areas = {"K1"};
                    return add_round(tx, wanted);
                }).value();
        for (const auto* label : {"Kollega 1", "Kollega 2"})
            REQUIRE(write([&](Transaction& tx) { return add_participant(tx, round, {{}, label}); }).ok());
        REQUIRE(write([&](Transaction& tx) { return start_scoring(tx, round); }).ok());
        me = participants().front();
        answer("K1.1", {.scores = {{"", 5}}});
        answer("K1.2", {.scores = {{"", 2}}, .strengths = "Vi taler sammen"});
        REQUIRE(write([&](Transaction& tx) { return set_done(tx, me, true); }).ok());
    }

    Site site;
    RoundId round;
    Participant me;
};

void on_each(FunctionRef<void(Running&)> test) {
    for (const auto dialect : storage::testing::dialects()) {
        Running running(dialect);
        test(running);
    }
}

// The effort scale ends at 3; K1.3 is gone, K1.4 is new.
void shorten(Model& model) {
    for (auto& scale : model.scales)
        if (scale.id == "enabler-0-5") {
            scale.max = 3;
            scale.bands.resize(4);
        }
    std::erase_if(model.nodes, [](const Node& node) { return node.id == "K1.3"; });
    std::erase_if(model.mappings, [](const Mapping& mapping) { return mapping.from == "K1.3"; });
    auto added = *model.node("K1.2");
    added.id = "K1.4";
    model.nodes.push_back(added);
}

Decisions for_all(const Draft& draft, const Model& before, Carry carry) {
    Decisions decisions;
    for (const auto& difference : compare_versions(before, draft.model))
        if (difference.change == ItemChange::scale) decisions[difference.id] = carry;
    return decisions;
}

TEST_CASE("two who work on one model: the second is told") {
    on_each([](Running& running) {
        const auto draft = running.begin([](Model& model) { model.based_on = "KVIK"; });
        CHECK(draft.version == 2);
        CHECK(draft.base_version == "1.0.0");
        auto late = draft;
        late.version = 1;
        CHECK(running.write([&](Transaction& tx) { return save_draft(tx, late); }).error().code ==
              "organisation.changed_meanwhile");
        CHECK(running.write([&](Transaction& tx) { return start_draft(tx, draft.model, "1.0.0"); })
                  .error()
                  .code == "assessment.draft_there");
        CHECK(running.newest().based_on != "KVIK");
    });
}

TEST_CASE("an item with another scale must be decided about") {
    on_each([](Running& running) {
        const auto draft = running.begin(shorten);
        const auto refused =
            running.write([&](Transaction& tx) { return release_draft(tx, draft, {.version = "1.1.0"}); });
        CHECK(refused.error().code == "assessment.undecided_item");
        CHECK(refused.error().field == "carry-K1.1");
        CHECK(running.newest().version == "1.0.0");
    });
}

TEST_CASE("a running round goes over: scores as decided, words kept, and people are asked again") {
    on_each([](Running& running) {
        const auto before = running.newest();
        const auto draft = running.begin(shorten);
        auto decisions = for_all(draft, before, Carry::clamp);
        decisions["K1.2"] = Carry::reset;
        REQUIRE(running
                    .write([&](Transaction& tx) {
                        return release_draft(tx, draft, {"1.1.0", decisions, {running.round}});
                    })
                    .ok());
        const auto answers = running.answers();
        CHECK(answers.find("K1.1")->second.scores.at("") == 3);
        CHECK(answers.find("K1.2")->second.scores.empty());
        CHECK(answers.find("K1.2")->second.strengths == "Vi taler sammen");
        CHECK_FALSE(running.participants().front().done.has_value());
        const auto items =
            running.read([&](Connection& c, TenantId t) { return items_of(c, t, running.round); });
        std::vector<std::string> ids;
        for (const auto& item : items)
            ids.push_back(item.item);
        CHECK(ids == std::vector<std::string>{"K1.1", "K1.2", "K1.4"});
        const auto round =
            running.read([&](Connection& c, TenantId t) { return read_round(c, t, running.round); });
        CHECK(round.model_version == "1.1.0");
        CHECK(round.model_changed.has_value());
        CHECK_FALSE(
            running.read([&](Connection& c, TenantId t) { return draft_of(c, t, "kompakt9"); }).has_value());
    });
}

TEST_CASE("a round where the group has begun to agree keeps its version") {
    on_each([](Running& running) {
        const auto before = running.newest();
        const auto draft = running.begin(shorten);
        const auto decisions = for_all(draft, before, Carry::clamp);
        REQUIRE(running.write([&](Transaction& tx) { return close_item(tx, running.round, "K1.1"); }).ok());
        CHECK(running.read([&](Connection& c, TenantId t) { return movable_rounds(c, t, "kompakt9"); })
                  .empty());
        CHECK(running
                  .write([&](Transaction& tx) {
                      return release_draft(tx, draft, {"1.1.0", decisions, {running.round}});
                  })
                  .error()
                  .code == "assessment.round_moved_on");
        REQUIRE(running.write([&](Transaction& tx) {
                           return release_draft(tx, draft, {"1.1.0", decisions});
                       })
                    .ok());
        CHECK(running.answers().find("K1.1")->second.scores.at("") == 5);
    });
}

TEST_CASE("what was decided for the model is what the next round shows") {
    on_each([](Running& running) {
        const auto before = running.newest();
        const auto draft = running.begin(shorten);
        REQUIRE(running.write([&](Transaction& tx) { return close_scoring(tx, running.round, true); }).ok());
        REQUIRE(running
                    .write([&](Transaction& tx) {
                        return decide_item(tx, running.round, "K1.1", {.value = 4, .reason = "x"}, 1);
                    })
                    .ok());
        REQUIRE(running
                    .write([&](Transaction& tx) {
                        return release_draft(tx, draft, {"1.1.0", for_all(draft, before, Carry::clamp)});
                    })
                    .ok());
        const auto second = running
                                .write([&](Transaction& tx) {
                                    NewRound wanted;
                                    wanted.unit = running.site.library;
                                    wanted.fields.name = "KVIK 2028";
                                    wanted.model = draft.model;
                                    wanted.model.version = "1.1.0";
                                    wanted.previous = running.round;
                                    return add_round(tx, wanted);
                                })
                                .value();
        const auto old =
            running.read([&](Connection& c, TenantId t) { return read_standing(c, t, running.round); });
        const auto now = running.read([&](Connection& c, TenantId t) { return read_standing(c, t, second); });
        const auto times =
            running.read([&](Connection& c, TenantId t) { return last_times(c, t, old, now); });
        CHECK(times.find("K1.1")->second.value == 3);
        CHECK(times.find("K1.1")->second.decision == Carry::clamp);
    });
}

} // namespace
} // namespace maerkbar::assessment
