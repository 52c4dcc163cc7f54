#include "practice/assessment/rounds/transfer.hpp"

#include <doctest/doctest.h>

#include "actions/store.hpp"
#include "organisation/testing.hpp"
#include "practice/assessment/rounds/consensus_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/participant_store.hpp"
#include "practice/assessment/rounds/round_store.hpp"
#include "practice/assessment/rounds/standing.hpp"

namespace maerkbar::assessment {
namespace {

using organisation::testing::Site;
using storage::Connection;
using storage::Transaction;

template <typename F>
auto write(Site& site, F work) {
    return site.database().write(site.actor(), [&](Transaction& tx) { return work(tx); });
}

template <typename F>
auto read(Site& site, F work) {
    return site.database().read(
        [&](Connection& connection) { return work(connection, site.actor().tenant); });
}

// Three leaders and three employees on three items; everything a round can hold is in it.
Result<RoundId> make_round(Transaction& tx, Site& site) {
    NewRound wanted;
    wanted.unit = site.library;
    wanted.fields = {"KVIK 2026", {}, site.installed.administrator};
    wanted.fields.meeting_on = Date::parse_iso("2026-11-20");
    wanted.model = TRY(newest_model(tx.connection(), tx.actor().tenant, "kompakt9"));
    wanted.scope = Scope::chosen;
    wanted.areas = {"K1"};
    const auto round = TRY(add_round(tx, wanted));
    for (int i = 0; i < 6; ++i)
        TRY(add_participant(tx, round,
                            {{}, "Deltager " + std::to_string(i), i < 3 ? Side::leadership : Side::staff}));
    TRY(start_scoring(tx, round));
    const auto people = TRY(participants_of(tx.connection(), tx.actor().tenant, round));
    for (std::size_t i = 0; i < people.size(); ++i) {
        TRY(save_answer(tx, people[i], "K1.1",
                        {.scores = {{"", i < 3 ? 5 : 1}}, .improvements = "Tavle " + std::to_string(i)}));
        if (i < 4) TRY(save_answer(tx, people[i], "K1.2", {.scores = {{"", 3}}, .evidence = "Referat"}));
    }
    TRY(close_scoring(tx, round, true));
    TRY(decide_item(tx, round, "K1.1", {3, "Midt imellem", "Én er uenig", "Lang snak"}, 1));
    TRY(accept_together(tx, round, {{"K1.2", 3}}, ""));
    TRY(decide_item(tx, round, "K1.3", {{}, "Det ved vi ikke", {}, {}}, 1));
    const auto finding = TRY(add_finding(tx, round, "K1.1", FindingKind::improvement, "Ingen mål"));
    TRY(add_finding(tx, round, "K1.2", FindingKind::strength, "God tone"));
    TRY(finish_meeting(tx, round));
    TRY(cast_vote(tx, people[0], finding, {5, 4}));
    TRY(cast_vote(tx, people[5], finding, {3, 2}));
    TRY(actions::add_action(tx,
                            {site.library, "Sæt mål", "Sammen", site.installed.administrator,
                             *Date::parse_iso("2027-02-01"), actions::Status::running, "Halvvejs"},
                            {std::string(origin_kind), round.value, "Ingen mål", "/"}));
    TRY(close_round(tx, round, 1, {}));
    TRY(add_review(tx, round, {*Date::parse_iso("2027-03-01"), "Bedre", Date::parse_iso("2027-06-01")}));
    return round;
}

TEST_CASE("a round taken elsewhere is the same round, without its people") {
    for (const auto dialect : storage::testing::dialects()) {
        Site site(dialect);
        const auto first = write(site, [&](Transaction& tx) { return make_round(tx, site); });
        REQUIRE(first.ok());
        const auto out =
            read(site, [&](Connection& c, TenantId t) { return export_round(c, t, *first, {}); });
        const auto json = write_round_file(*out);
        CHECK(json.find("Deltager") == std::string::npos);
        CHECK(json.find("owner") == std::string::npos);

        const auto file = read_round_file(json);
        REQUIRE(file.ok());
        const ImportTarget target{site.library, site.installed.administrator, {}};
        const auto second = write(site, [&](Transaction& tx) { return import_round(tx, *file, target); });
        REQUIRE(second.ok());
        const auto again =
            read(site, [&](Connection& c, TenantId t) { return export_round(c, t, *second, {}); });
        CHECK((write_round_file(*again) == json));

        const auto standing = [&](RoundId id) {
            return read(site, [&](Connection& c, TenantId t) { return read_standing(c, t, id); }).value();
        };
        const auto before = standing(*first);
        const auto after = standing(*second);
        CHECK(after.profile.whole.value == before.profile.whole.value);
        CHECK(after.find("K1.1")->leadership == std::vector<double>{5, 5, 5});
        CHECK(after.find("K1.1")->staff == std::vector<double>{1, 1, 1});
        CHECK(after.find("K1.2")->points == before.find("K1.2")->points);
        CHECK(after.find("K1.2")->leadership.empty());
    }
}

TEST_CASE("whoever a file calls responsible owns the action where known, and is kept in words where not") {
    Site site(storage::Dialect::sqlite);
    const auto first = write(site, [&](Transaction& tx) { return make_round(tx, site); });
    auto file = read(site, [&](Connection& c, TenantId t) { return export_round(c, t, *first, {}); }).value();
    const auto plan_of = [&](const std::string& responsible) {
        file.actions[0].responsible = responsible;
        const auto read_again = read_round_file(write_round_file(file)).value();
        ImportTarget target{site.library, site.installed.administrator, {}};
        const auto eva = write(site, [&](Transaction& tx) -> Result<PersonId> {
            const auto login = "eva" + std::to_string(responsible.size());
            return organisation::add_person(tx, site.actor().tenant, {login, "Eva"});
        });
        target.people = {{"Eva", *eva}};
        target.responsible = "Ansvarlig: {name}";
        const auto id = write(site, [&](Transaction& tx) { return import_round(tx, read_again, target); });
        return std::pair(
            *eva, read(site, [&](Connection& c,
                                 TenantId t) { return actions::actions_from(c, t, origin_kind, id->value); })
                      .value()[0]
                      .fields);
    };
    const auto [eva, known] = plan_of("Eva");
    CHECK(known.owner == eva);
    CHECK(known.detail == "Sammen");
    const auto unknown = plan_of("Afdelingsleder").second;
    CHECK(unknown.owner == site.installed.administrator);
    CHECK(unknown.detail == "Sammen\n\nAnsvarlig: Afdelingsleder");
}

TEST_CASE("a round that is still being scored, a personal number and other files are refused") {
    Site site(storage::Dialect::sqlite);
    const auto first = write(site, [&](Transaction& tx) { return make_round(tx, site); });
    auto file = read(site, [&](Connection& c, TenantId t) { return export_round(c, t, *first, {}); }).value();
    CHECK(read_round_file("[]").error().code == "assessment.not_a_round");
    CHECK(read_round_file(R"({"format":"maerkbar-model"})").error().code == "assessment.not_a_round");
    file.items[0].item.reason = "Se 010190-1234";
    CHECK(read_round_file(write_round_file(file)).error().code == "assessment.personal_number");
    file.state = State::scoring;
    const ImportTarget target{site.library, site.installed.administrator, {}};
    CHECK(write(site, [&](Transaction& tx) { return import_round(tx, file, target); }).error().code ==
          "assessment.round_open");
}

} // namespace
} // namespace maerkbar::assessment
