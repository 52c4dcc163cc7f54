#include <doctest/doctest.h>

#include "base/local_time.hpp"
#include "sources/surveys/keeping/keeping_job.hpp"
#include "sources/surveys/keeping/keeping_store.hpp"
#include "sources/surveys/keeping/own_answers.hpp"
#include "sources/surveys/sample_town.hpp"
#include "sources/surveys/submission.hpp"
#include "sources/surveys/survey_codes.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using storage::Connection;
using storage::Database;
using storage::Transaction;

namespace {

struct Town : surveys::testing::SampleTown {
    using SampleTown::SampleTown;

    OpenLink ask(Mode mode) { return open(mode, true); }

    std::string answer(const OpenLink& link, const std::string& id) {
        const auto code =
            write([&](Transaction& t) { return issue_codes(t, link.link.id, 1); }).value().front();
        Submission submission;
        submission.id = id;
        submission.code_hash = code_hash(code);
        submission.language = "da";
        submission.answers = read_answers(R"({"satisfied":5})").value();
        CHECK(submit(database, link, submission).ok());
        return code;
    }

    std::optional<OwnAnswers> own(const std::string& code) {
        return database.read([&](Connection& c) { return find_own_answers(c, actor.tenant, code); }).value();
    }
};

} // namespace

TEST_CASE("months are counted back by the calendar") {
    CHECK(kept_from(*Date::from(2026, 5, 15), 1) == *Date::from(2026, 4, 15));
    CHECK(kept_from(*Date::from(2026, 3, 31), 1) == *Date::from(2026, 2, 28));
    CHECK(kept_from(*Date::from(2026, 1, 1), 12) == *Date::from(2025, 1, 1));
}

TEST_CASE("answers older than their survey's rule go, once a day, and the trail tells how many") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto link = town.ask(Mode::anonymous);
        town.answer(link, "answer-number-0001");
        town.answer(link, "answer-number-0002");
        Keeping keeping(database);
        CHECK_FALSE(keeping.look().value()); // nobody has decided
        CHECK_FALSE(town.write([&](Transaction& t) { return set_keeping(t, town.survey, 0); }).ok());
        CHECK(town.write([&](Transaction& t) { return set_keeping(t, town.survey, 3); }).ok());
        CHECK(keeping.look().value());
        CHECK_FALSE(keeping.look().value()); // once a day
        const auto now = local_day(database.now());
        CHECK(keeping.delete_old_answers(town.actor, now).ok());
        CHECK(town.number("select count(*) from survey_answer") == 2);
        CHECK(keeping.delete_old_answers(town.actor, now + 200).ok());
        CHECK(town.number("select count(*) from survey_answer") == 0);
        CHECK(town.number(
                  "select count(*) from audit_entry where action = 'survey.old_answers_deleted' and details "
                  "like '%\"answers\":2%'") == 1);
    });
}

TEST_CASE("a code finds and deletes its own answers, and nothing where the mode is anonymous") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto known = town.ask(Mode::confidential);
        const auto code = town.answer(known, "answer-number-0001");
        const auto other = town.answer(known, "answer-number-0002");
        const auto found = town.own(code);
        REQUIRE(found.has_value());
        REQUIRE(found->answers.size() == 1);
        CHECK(found->answers[0].answers.at("satisfied").value() == "5");
        CHECK(found->answers[0].received.has_value());
        CHECK(town.write([&](Transaction& t) { return delete_own_answers(t, town.actor.tenant, code); })
                  .value() == 1);
        CHECK(town.own(code)->answers.empty());
        CHECK(town.own(code)->used);
        CHECK(town.own(other)->answers.size() == 1);
        const auto unnamed = town.answer(town.ask(Mode::anonymous), "answer-number-0003");
        CHECK(town.own(unnamed)->answers.empty());
        CHECK(town.own(unnamed)->used);
        CHECK(town.write([&](Transaction& t) { return delete_own_answers(t, town.actor.tenant, unnamed); })
                  .value() == 0);
        CHECK(town.number("select count(*) from survey_answer") == 2);
        CHECK_FALSE(town.own("ABCDEFGHJK").has_value());
    });
}
