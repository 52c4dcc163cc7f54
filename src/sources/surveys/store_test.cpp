#include <doctest/doctest.h>

#include "sources/surveys/code_upkeep.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/definition/definition_json.hpp"
#include "sources/surveys/pair_codes.hpp"
#include "sources/surveys/progress.hpp"
#include "sources/surveys/sample_town.hpp"
#include "sources/surveys/secrets.hpp"
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

    std::string text(const std::string& sql) {
        return read([&](Connection& c) {
                   return c.first(sql, {}, [](const storage::Row& row) {
                       return row.is_null(0) ? std::string("null") : std::string(row.text(0));
                   });
               })
            .value()
            .value();
    }
};

Submission sent(std::string id, std::string_view answers = R"({"satisfied":5})") {
    return {std::move(id), {}, "da", "web", read_answers(answers).value()};
}

const std::string id_1 = "0123456789abcdef0123456789abcdef";
const std::string id_2 = "fedcba9876543210fedcba9876543210";

template <typename T>
std::string code_of(const Result<T>& result) {
    return result.ok() ? "" : result.error().code;
}

} // namespace

TEST_CASE("an answer is stored once, and every retry gets the first receipt") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto link = town.open(Mode::anonymous);
        const auto first = submit(database, link, sent(id_1)).value();
        CHECK_FALSE(first.repeated);
        const auto again = submit(database, link, sent(id_1, R"({"satisfied":1})")).value();
        CHECK(again.repeated);
        CHECK(again.number == first.number);
        CHECK(submit(database, link, sent(id_2)).value().number != first.number);
        CHECK(town.number("select count(*) from survey_answer") == 2);
        CHECK(town.text(
                  "select answers from survey_answer where answers like '%\"1\"%' union all select 'none'") ==
              "none");
    });
}

TEST_CASE("anonymous keeps neither code nor time but the week; the other modes keep both") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        for (const auto mode : {Mode::anonymous, Mode::confidential}) {
            const auto link = town.open(mode, true);
            const auto codes =
                town.write([&](Transaction& t) { return issue_codes(t, link.link.id, 1); }).value();
            auto submission = sent(mode == Mode::anonymous ? id_1 : id_2);
            submission.code_hash = code_hash(codes.front());
            CHECK(submit(database, link, submission).ok());
        }
        CHECK(town.number(
                  "select count(*) from survey_answer where received_at is null and respondent is null") ==
              1);
        CHECK(town.number(
                  "select count(*) from survey_answer where received_at is not null and respondent is not "
                  "null") == 1);
        // 2026-02-25 is a Wednesday; its Monday is day 20,507.
        CHECK(town.number("select count(*) from survey_answer where week = 20507") == 2);
        CHECK(town.number("select count(*) from audit_entry where object_type = 'survey_answer'") == 0);
    });
}

TEST_CASE("a one-time code gives one answer") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto link = town.open(Mode::anonymous, true);
        CHECK(code_of(submit(database, link, sent(id_1))) == "code.needed");
        const auto codes =
            town.write([&](Transaction& t) { return issue_codes(t, link.link.id, 3); }).value();
        CHECK(read_code(codes[0], one_time_length).value() == codes[0]);
        auto first = sent(id_1);
        first.code_hash = code_hash(codes[0]);
        CHECK(submit(database, link, first).ok());
        CHECK(submit(database, link, first).value().repeated);
        auto second = sent(id_2);
        second.code_hash = code_hash(codes[0]);
        CHECK(code_of(submit(database, link, second)) == "code.used");
        second.code_hash = code_hash("2345678923");
        CHECK(code_of(submit(database, link, second)) == "code.unknown");
        CHECK(town.number("select count(*) from survey_answer") == 1);
        const auto count =
            town.read([&](Connection& c) { return count_codes(c, town.actor.tenant, link.link.id); }).value();
        CHECK(count.issued == 3);
        CHECK(count.used == 1);
        CHECK(code_of(town.write([&](Transaction& t) { return issue_codes(t, link.link.id, 0); })) ==
              "code.count");
    });
}

TEST_CASE("which transaction wrote a code tells nothing of its answer") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto link = town.open(Mode::anonymous, true);
        const auto codes =
            town.write([&](Transaction& t) { return issue_codes(t, link.link.id, 3); }).value();
        for (std::size_t i = 0; i < 2; ++i) {
            auto submission = sent(i == 0 ? id_1 : id_2);
            submission.code_hash = code_hash(codes[i]);
            REQUIRE(submit(database, link, submission).ok());
        }
        const auto matched =
            "select count(*) from survey_answer a join survey_code c on a.xmin::text = c.xmin::text";
        const bool notes_it = database.dialect() == storage::Dialect::postgresql;
        if (notes_it) CHECK(town.number(matched) == 2);
        CodeUpkeep upkeep(database);
        CHECK(upkeep.look().value());
        CHECK_FALSE(upkeep.look().value());
        if (notes_it) {
            CHECK(town.number(matched) == 0);
            CHECK(town.number("select count(distinct xmin::text) from survey_code where used <> 0") == 1);
        }
        const auto count =
            town.read([&](Connection& c) { return count_codes(c, link.tenant, link.link.id); });
        CHECK(count.value().used == 2);
        auto again = sent("00112233445566778899aabbccddeeff");
        again.code_hash = code_hash(codes[0]);
        CHECK(code_of(submit(database, link, again)) == "code.used");
    });
}

TEST_CASE("codes that pair answers are known only where they were given out") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto link = town.open(Mode::anonymous);
        const auto survey = link.link.survey;
        const auto codes = town.write([&](Transaction& t) { return issue_pair_codes(t, survey, 2); }).value();
        REQUIRE(codes.size() == 2);
        const auto check = [&](SurveyId which, const std::string& code) {
            return code_of(town.read(
                [&](Connection& c) { return check_pair_code(c, link.tenant, which, pair_code_hash(code)); }));
        };
        CHECK(check(survey, codes[1]) == "");
        CHECK(check(SurveyId{99}, codes[1]) == "code.unknown");
        CHECK(check(survey, random_code(one_time_length)) == "code.unknown");
        CHECK(town.number("select count(*) from survey_pair_code where code_hash like '%" + codes[0] +
                          "%'") == 0);
        CHECK(code_of(town.write([&](Transaction& t) { return issue_pair_codes(t, survey, 0); })) ==
              "code.count");
    });
}

TEST_CASE("personal numbers are masked before anything is stored") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto link = town.open(Mode::linked);
        CHECK(submit(database, link,
                     sent(id_1, R"({"satisfied":1,"why":"Jeg er 010190-1234, ring","topics":["staff","other"],
                                    "topics.other":"0101901234"})"))
                  .ok());
        const auto stored = town.text("select answers from survey_answer");
        CHECK(stored.find("1234") == std::string::npos);
        CHECK(stored.find("Jeg er ******-****, ring") != std::string::npos);
        const Progress progress{link.link.id, 1, {}, read_answers(R"({"why":"010190-1234"})").value()};
        auto masked = progress;
        masked.answers = without_personal_numbers(*link.definition, progress.answers);
        CHECK(masked.answers["why"].values.front() == "******-****");
    });
}

TEST_CASE("a personal number typed as a number goes altogether") {
    auto survey = surveys::testing::sample();
    survey.pages[1].questions[1].most.reset();
    auto answers = read_answers(R"({"visits":101901234})").value();
    CHECK(without_personal_numbers(survey, answers)["visits"].missing == Missing::skipped);
    answers = read_answers(R"({"visits":12})").value();
    CHECK(without_personal_numbers(survey, answers)["visits"].value() == "12");
}

TEST_CASE("answers keep the version they were given to") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto old = town.open(Mode::linked);
        auto changed = surveys::testing::sample();
        changed.title.by_language["da"] = "Ny titel";
        CHECK(code_of(town.write([&](Transaction& t) { return publish_draft(t, town.survey); })) ==
              "survey.nothing_new");
        CHECK(town.write([&](Transaction& t) { return save_draft(t, town.survey, 1, changed); }).ok());
        CHECK(code_of(town.write([&](Transaction& t) { return save_draft(t, town.survey, 1, changed); })) ==
              "survey.changed_meanwhile");
        CHECK(town.write([&](Transaction& t) { return publish_draft(t, town.survey); }).value() == 2);
        CHECK(submit(database, old, sent(id_1)).ok());
        const auto now = town.read([&](Connection& c) {
                                 return open_link(c, town.cache, town.actor.tenant, old.link.code, {});
                             })
                             .value();
        CHECK(now.version == 2);
        CHECK(now.definition->title == changed.title);
        CHECK(submit(database, now, sent(id_2)).ok());
        CHECK(town.number("select count(*) from survey_answer where version = 1") == 1);
        CHECK(town.number("select count(*) from survey_answer where version = 2") == 1);
        CHECK(town.read([&](Connection& c) { return list_versions(c, town.actor.tenant, town.survey); })
                  ->size() == 2);
    });
}

TEST_CASE("what was published as sensitive stays so under its name") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto publish = [&](bool sensitive, std::string title) {
            auto stored =
                town.read([&](Connection& c) { return read_survey(c, town.actor.tenant, town.survey); })
                    .value();
            auto& question = stored.draft.pages[0].questions[0];
            question.sensitive = sensitive;
            question.title.by_language["da"] = std::move(title);
            return town.write([&](Transaction& t) -> Result<std::int64_t> {
                TRY(save_draft(t, town.survey, stored.edition, stored.draft));
                return publish_draft(t, town.survey);
            });
        };
        CHECK(publish(true, "Er du rask?").value() == 2);
        CHECK(publish(false, "Er du syg?").error().code == "survey.was_sensitive");
        CHECK(publish(true, "Er du syg?").value() == 3);
    });
}

TEST_CASE("a draft that is not sound becomes no version") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        auto broken = surveys::testing::sample();
        broken.pages.clear();
        const auto id = town.write([&](Transaction& t) { return add_survey(t, broken); }).value();
        CHECK(code_of(town.write([&](Transaction& t) { return publish_draft(t, id); })) == "survey.no_pages");
        SurveyLink link;
        link.survey = id;
        link.unit = town.root;
        CHECK(code_of(town.write([&](Transaction& t) { return add_link(t, link); })) == "link.no_version");
        CHECK(town.write([&](Transaction& t) { return archive_survey(t, id, true); }).ok());
        CHECK(town.read([&](Connection& c) { return list_surveys(c, town.actor.tenant); })->back().archived);
    });
}

TEST_CASE("links have readable codes of their own, and days") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        SurveyLink link;
        link.survey = town.survey;
        link.unit = town.root;
        link.code = "borgerservice";
        link.opens = Date::from(2026, 2, 1);
        link.closes = Date::from(2026, 2, 28);
        const auto add = [&] { return town.write([&](Transaction& t) { return add_link(t, link); }); };
        const auto id = add().value();
        CHECK(code_of(add()) == "link.code_taken");
        link.code = "Æ!";
        CHECK(code_of(add()) == "link.code");
        const auto open = [&](std::string_view code, Date day) {
            return code_of(town.read(
                [&](Connection& c) { return open_link(c, town.cache, town.actor.tenant, code, day); }));
        };
        CHECK(open("Borgerservice", *Date::from(2026, 2, 28)).empty());
        CHECK(open("borgerservice", *Date::from(2026, 3, 1)) == "link.closed");
        CHECK(open("borgerservice", *Date::from(2026, 1, 31)) == "link.closed");
        CHECK(open("elsewhere", *Date::from(2026, 2, 2)) == "link.unknown");
        CHECK(town.write([&](Transaction& t) { return end_link(t, id); }).ok());
        CHECK(open("borgerservice", *Date::from(2026, 2, 2)) == "link.closed");
        CHECK(town.open(Mode::linked).link.code.size() == link_length);
    });
}

TEST_CASE("what was answered so far is kept, goes on elsewhere, and goes when it is sent") {
    storage::testing::for_each_database([](Database& database) {
        Town town(database);
        const auto link = town.open(Mode::anonymous);
        const auto tenant = town.actor.tenant;
        const auto kept = [&](const std::string& id) {
            return town.read([&](Connection& c) { return read_progress(c, tenant, id); }).value();
        };
        const Progress progress{link.link.id, 1, {}, read_answers(R"({"satisfied":"4"})").value()};
        const auto save = [&](Date day) {
            CHECK(town.write([&](Transaction& t) { return save_progress(t, id_1, progress, day); }).ok());
        };
        CHECK(code_of(town.write([&](Transaction& t) { return issue_resume_code(t, id_1); })) ==
              "progress.unknown");
        save(*Date::from(2026, 2, 25));
        save(*Date::from(2026, 2, 25));
        CHECK(kept(id_1)->answers == progress.answers);
        const auto code = town.write([&](Transaction& t) { return issue_resume_code(t, id_1); }).value();
        const auto resumed = town.write([&](Transaction& t) { return resume(t, code); }).value();
        REQUIRE(resumed.has_value());
        CHECK_FALSE(kept(id_1).has_value());
        CHECK(kept(resumed->submission_id)->answers == progress.answers);
        CHECK_FALSE(town.write([&](Transaction& t) { return resume(t, "AAAAAAAAAA"); })->has_value());
        CHECK(submit(database, link, sent(resumed->submission_id)).ok());
        CHECK_FALSE(kept(resumed->submission_id).has_value());
        CHECK_FALSE(town.write([&](Transaction& t) { return resume(t, code); })->has_value());
        save(*Date::from(2026, 1, 5));
        CHECK(kept(id_1).has_value());
        CHECK(town.write([&](Transaction& t) {
                      return save_progress(t, id_2, progress, *Date::from(2026, 2, 25));
                  })
                  .ok());
        CHECK_FALSE(kept(id_1).has_value()); // older than some weeks
    });
}

TEST_CASE("ids, hashes and receipts") {
    CHECK(is_submission_id(new_submission_id()));
    CHECK(is_submission_id("3f2504e0-4f89-41d3-9a0c-0305e82c3301"));
    CHECK_FALSE(is_submission_id("short"));
    CHECK_FALSE(is_submission_id("with blanks and more signs"));
    CHECK(one_way("a", "x").size() == 32);
    CHECK(one_way("a", "x") == one_way("a", "x"));
    CHECK(one_way("a", "x") != one_way("b", "x"));
    CHECK(receipt_number("k").size() == 9);
    CHECK(random_code(10) != random_code(10));
}
