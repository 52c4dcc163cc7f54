#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include "actions/store.hpp"
#include "base/local_time.hpp"
#include "organisation/people.hpp"
#include "organisation/store_units.hpp"
#include "sources/surveys/follow_ups/contact_store.hpp"
#include "sources/surveys/follow_ups/follow_up_jobs.hpp"
#include "sources/surveys/results/testing.hpp"
#include "sources/surveys/submission.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace maerkbar::surveys::follow_ups;
using storage::Connection;
using storage::Database;
using storage::Row;
using storage::Transaction;

namespace {

constexpr std::string_view low = R"({"satisfied":1,"why":"Ingen ringede"})";
constexpr std::string_view high = R"({"satisfied":5})";

// A town with a leader in the north and a rule for the sample survey.
struct Followed : results::testing::Town {
    PersonId leader;
    web::Languages languages;
    organisation::UnitTreeCache trees;
    FollowUpJobs jobs;
    messages::Seal seal{std::array<unsigned char, 32>{1, 2, 3}};

    explicit Followed(Database& the_database)
        : Town(the_database), trees(the_database), jobs(the_database, trees, languages) {
        leader =
            write([&](Transaction& t) -> Result<PersonId> {
                const auto person = TRY(organisation::add_person(t, actor.tenant, {"leder", "Lis Leder"}));
                TRY(organisation::give_role(t, actor.tenant, person, {north, organisation::Role::leader}));
                TRY(organisation::give_role(t, actor.tenant, person,
                                            {root, organisation::Role::quality_consultant}));
                return person;
            }).value();
    }

    void rule(int at_most = 2) {
        Rule wanted{survey, "satisfied", at_most, 30, 14, leader};
        CHECK(write([&](Transaction& t) { return save_rule(t, wanted); }).ok());
        // The test's clock stands still; answers come after the rule.
        CHECK(write([&](Transaction& t) -> Result<void> {
                  t.without_audit("a test");
                  TRY(t.connection().execute("update survey_follow_up set looked_at = 0"));
                  return {};
              }).ok());
    }

    void submit_answer(Mode mode, std::string_view answers, const std::string& id = "0123456789abcdef") {
        SurveyLink wanted;
        wanted.unit = north;
        wanted.mode = mode;
        Submission submission;
        submission.id = id;
        submission.language = "da";
        submission.answers = read_answers(answers).value();
        CHECK(submit(database, open(add(wanted)), submission).ok());
    }

    void wish(std::string_view reach, std::string_view about = "") {
        CHECK(write([&](Transaction& t) {
                  return store_wish(t, actor.tenant, north, {std::string(reach), std::string(about)}, seal);
              }).ok());
    }

    std::vector<actions::Action> actions() {
        return read([&](Connection& c) { return actions::list_actions(c, actor.tenant, {}); }).value();
    }
};

// Every value of one row, as text.
std::set<std::string> values_in(Database& database, const std::string& sql, int columns) {
    std::set<std::string> values;
    (void)database.read([&](Connection& connection) {
        return connection.query(sql, {}, [&](const Row& row) -> Result<void> {
            for (int i = 0; i < columns; ++i)
                if (!row.is_null(i)) values.insert(row.string(i));
            return {};
        });
    });
    return values;
}

} // namespace

TEST_CASE("a low linked answer becomes an action at its unit, once, with owner and date") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        town.rule();
        town.submit_answer(Mode::linked, low);
        town.submit_answer(Mode::linked, high, "fedcba9876543210");
        CHECK(town.jobs.follow_scores(town.actor).ok());
        const auto actions = town.actions();
        REQUIRE(actions.size() == 1);
        CHECK(actions.front().fields.unit == town.north);
        CHECK(actions.front().fields.owner == town.leader);
        CHECK(actions.front().fields.due == *Date::parse_iso("2026-03-11"));
        CHECK(actions.front().origin.path.starts_with("/survey-low-scores/"));
        CHECK(actions.front().fields.title.find('1') == std::string::npos); // no score in what many read
        CHECK(town.jobs.follow_scores(town.actor).ok());
        CHECK(town.actions().size() == 1);
    });
}

TEST_CASE("a low answer stored in the instant that was looked at last is not passed over") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        town.rule();
        town.submit_answer(Mode::linked, low);
        CHECK(town.jobs.follow_scores(town.actor).ok());
        town.submit_answer(Mode::linked, low, "fedcba9876543210"); // the clock stands still
        CHECK(town.jobs.follow_day(town.actor).ok());
        CHECK(town.actions().size() == 2);
    });
}

TEST_CASE("a low confidential answer is followed up above the unit, which may not know of it") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        town.rule();
        town.submit_answer(Mode::confidential, low);
        CHECK(town.jobs.follow_scores(town.actor).ok());
        REQUIRE(town.actions().size() == 1);
        CHECK(town.actions().front().fields.unit == town.root);
        CHECK(town.number("select count(*) from survey_low_score") == 1);
    });
}

TEST_CASE("an anonymous answer is never followed up by itself; many in a released month are") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        town.rule();
        town.submit_answer(Mode::anonymous, low);
        CHECK(town.jobs.follow_scores(town.actor).ok());
        CHECK(town.jobs.follow_day(town.actor).ok());
        CHECK(town.actions().empty());

        const auto north = town.link(town.north);
        town.answer(north, "2026-01-07", 8, low);
        town.answer(north, "2026-01-14", 12, high);
        town.release("2026-02-02");
        CHECK(town.jobs.follow_day(town.actor).ok());
        const auto actions = town.actions();
        REQUIRE(actions.size() == 1); // not one more for the whole municipality
        CHECK(actions.front().fields.unit == town.north);
        CHECK(actions.front().fields.title == "Find ud af, hvorfor mange var utilfredse i januar 2026");
        CHECK(town.jobs.follow_day(town.actor).ok());
        CHECK(town.actions().size() == 1);
    });
}

TEST_CASE("four low answers are no pattern, and neither is a small share") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        town.rule();
        const auto north = town.link(town.north);
        town.answer(north, "2026-01-07", 4, low);
        town.answer(north, "2026-01-07", 6, high);
        town.answer(town.link(town.south), "2026-01-07", 6, low);
        town.answer(town.link(town.south), "2026-01-07", 60, high);
        town.release("2026-02-02");
        CHECK(town.jobs.follow_day(town.actor).ok());
        CHECK(town.actions().empty());
    });
}

TEST_CASE("nothing joins a wish to be contacted with an answer") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        town.submit_answer(Mode::anonymous, low);
        const auto audited = town.number("select count(*) from audit_entry");
        town.wish("20 30 40 50", "Ventetiden");
        const auto answer = values_in(
            database,
            "select key, link_id, version, language, way, week, received_at, respondent, answers, pair from "
            "survey_answer",
            10);
        const auto wish =
            values_in(database, "select id, unit_id, week, sealed, action_id from survey_contact_wish", 5);
        // Of the day it tells no more than whether it is still this one.
        CHECK(town.number("select count(*) from survey_contact_wish where fresh in (0, 1)") == 1);
        const auto week = std::to_string(Date::parse_iso("2026-02-23")->days);
        std::set<std::string> both;
        std::ranges::set_intersection(answer, wish, std::inserter(both, both.begin()));
        // The week is all they have in common; the unit's number may be that of the link or version by
        // chance.
        both.erase(std::to_string(town.north.value));
        CHECK(both == std::set<std::string>{week});
        // Neither is in the audit trail, where the time would be.
        CHECK(town.number("select count(*) from audit_entry") == audited);
        // What was written cannot be read from the database.
        for (const auto& value : wish)
            CHECK(value.find("20 30") == std::string::npos);
    });
}

TEST_CASE("a wish becomes an action of the nearest leader, and goes when that has ended") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        town.wish("anna@example.org", "Kontakt mig om 010190-1234");
        CHECK(town.jobs.follow_day(town.actor).ok());
        CHECK(town.actions().empty()); // sent on the same day
        CHECK(town.jobs.follow_day(town.actor).ok());
        const auto actions = town.actions();
        REQUIRE(actions.size() == 1);
        CHECK(actions.front().fields.owner == town.leader);
        const auto id =
            actions.front().origin.path.substr(std::string_view("/survey-contact-wishes/").size());
        const auto wish =
            town.read([&](Connection& c) { return read_wish(c, town.actor.tenant, id); }).value();
        const auto contact = opened_contact(town.seal, wish.sealed).value();
        CHECK(contact.reach == "anna@example.org");
        CHECK(contact.about.find("010190") == std::string::npos);
        CHECK_FALSE(opened_contact(messages::Seal(std::array<unsigned char, 32>{9}), wish.sealed));

        auto fields = actions.front().fields;
        fields.status = actions::Status::done;
        fields.outcome = "Talt sammen";
        CHECK(town.write([&](Transaction& t) {
                      return actions::change_action(t, actions.front().id, fields, actions.front().version);
                  })
                  .ok());
        CHECK(town.jobs.follow_day(town.actor).ok());
        CHECK(town.number("select count(*) from survey_contact_wish") == 0);
    });
}

TEST_CASE("a wish that comes after the day's run is opened by the next, and by none of the same day") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        town.wish("20 30 40 50");
        const auto day_runs = [&](std::string_view state) {
            return town
                .write([&](Transaction& t) -> Result<void> {
                    t.without_audit("a test");
                    TRY(t.connection().execute("delete from job", {}));
                    const auto job = TRY(storage::submit(t, day_kind, local_day(t.now()).iso()));
                    TRY(t.connection().execute("update job set state = ? where id = ?", {state, job}));
                    return {};
                })
                .ok();
        };
        const auto fresh = [&] { return town.number("select sum(fresh) from survey_contact_wish"); };
        CHECK(day_runs("running")); // it may come upon what is sent meanwhile
        town.wish("20 30 40 51");
        CHECK(fresh() == 2);
        CHECK(town.jobs.follow_day(town.actor).ok());
        CHECK(town.actions().empty());
        CHECK(day_runs("done"));
        town.wish("20 30 40 52");
        CHECK(fresh() == 0);
        CHECK(town.jobs.follow_day(town.actor).ok()); // the next day's
        CHECK(town.actions().size() == 3);
    });
}

TEST_CASE("a rule is about a scale and a step below the best") {
    storage::testing::for_each_database([](Database& database) {
        Followed town(database);
        const auto refused = [&](const Rule& rule) {
            return town.write([&](Transaction& t) { return save_rule(t, rule); }).error().code;
        };
        CHECK(refused({town.survey, "topics", 1, 30, 14, town.leader}) == "follow_up.question");
        CHECK(refused({town.survey, "satisfied", 5, 30, 14, town.leader}) == "follow_up.step");
        CHECK(refused({town.survey, "satisfied", 0, 30, 14, town.leader}) == "follow_up.step");
        town.rule();
        CHECK(town.write([&](Transaction& t) { return delete_rule(t, town.survey); }).ok());
        CHECK(town.number("select count(*) from survey_follow_up") == 0);
    });
}
