#include <doctest/doctest.h>

#include "base/local_time.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/recompute_jobs.hpp"
#include "measurement/verdicts.hpp"
#include "organisation/tenants.hpp"
#include "organisation/unit_tree_cache.hpp"
#include "sources/feedback/dialogue.hpp"
#include "sources/feedback/feedback_source.hpp"
#include "sources/feedback/recount.hpp"
#include "sources/feedback/settings.hpp"
#include "sources/feedback/store.hpp"
#include "storage/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::feedback;
namespace ms = maerkbar::measurement;
using storage::Connection;
using storage::Transaction;

namespace {

Date on(std::string_view iso) {
    return *Date::parse_iso(iso);
}

// A municipality whose clock the test moves: noon in UTC of `today`.
struct Town {
    Date today = on("2026-03-30"); // the Monday before Easter
    storage::testing::TestDatabase held;
    storage::Database& database;
    storage::Actor actor{TenantId{1}, {}, "web"};
    UnitId root;
    FeedbackSource source{[this] { return today; }};
    FeedbackJobs jobs;
    std::int64_t codes = 0;

    template <typename F>
    auto write(F work) {
        return database.write(actor, work);
    }
    template <typename F>
    auto read(F work) {
        return database.read(work);
    }

    explicit Town(storage::Dialect dialect)
        : held(dialect, with_clock()), database(*held), jobs(database, source) {
        const auto made =
            write([](Transaction& t) {
                return organisation::create_tenant(t, {"Fjordby Kommune", organisation::Country::denmark});
            }).value();
        actor.tenant = made.tenant.id;
        root = made.root;
    }

    storage::Settings with_clock() {
        auto settings = storage::testing::TestDatabase::fast_settings();
        settings.clock = [this] {
            constexpr std::int64_t day = 86'400'000;
            return Instant(std::chrono::milliseconds(today.days * day + day / 2));
        };
        return settings;
    }

    [[nodiscard]] EntryFields said(Kind kind, std::string text) const {
        EntryFields fields;
        fields.kind = kind;
        fields.received_on = today;
        fields.place.unit = root;
        fields.text = std::move(text);
        return fields;
    }
    Result<EntryId> add(const EntryFields& fields, std::string submission = {}) {
        const Arrival arrival{"CODE" + std::to_string(++codes), !submission.empty(), std::move(submission)};
        return write([&](Transaction& t) { return add_entry(t, fields, arrival); });
    }
    Entry entry(EntryId id) {
        return read([&](Connection& c) { return read_entry(c, actor.tenant, id); }).value();
    }
    Result<void> answer(EntryId id, const Answer& answer) {
        const auto before = entry(id);
        return write([&](Transaction& t) { return answer_entry(t, before, answer); });
    }
    std::int64_t number(const std::string& sql) {
        return read([&](Connection& c) { return c.number(sql); }).value();
    }
    std::size_t listed(Which which) {
        EntryQuery query{"1 = 1", today, which};
        return read([&](Connection& c) { return list_entries(c, actor.tenant, query); }).value().size();
    }
};

void on_each_database(void (*test)(Town&)) {
    for (const auto dialect : storage::testing::dialects()) {
        Town town(dialect);
        test(town);
    }
}

} // namespace

TEST_CASE("what could point at a citizen is masked or refused before it is stored") {
    on_each_database([](Town& town) {
        const auto masked = town.add(town.said(Kind::complaint, "Ring til mig på 20 12 34 56.")).value();
        CHECK(town.entry(masked).fields.text == "Ring til mig på [PHONE].");
        const auto refused = town.add(town.said(Kind::complaint, "Mit nummer er 010190-1234."));
        CHECK(refused.error().code == "feedback.personal_number");
        CHECK(refused.error().field == "text");
        CHECK(town.answer(masked, {Outcome::upheld, {}, "Vi ringer til 010190-1234"}).error().code ==
              "feedback.personal_number");
        CHECK(town.add(town.said(Kind::praise, "")).error().code == "feedback.text");
        auto tomorrow = town.said(Kind::praise, "Tak");
        tomorrow.received_on = town.today + 1;
        CHECK(town.add(tomorrow).error().code == "feedback.received_on");
        auto elsewhere = town.said(Kind::praise, "Tak");
        elsewhere.place.channel = CatalogueId{17};
        CHECK(town.add(elsewhere).error().field == "channel");
    });
}

TEST_CASE("the deadline is counted in working days, over Easter too, and only where an answer is wanted") {
    on_each_database([](Town& town) {
        CHECK(town.write([](Transaction& t) { return save_settings(t, {5, {}, true}); }).ok());
        const auto id = town.add(town.said(Kind::complaint, "Der var kø.")).value();
        CHECK(town.entry(id).due_on == on("2026-04-09")); // 31 March, 1, 7, 8 and 9 April
        auto weekend = town.said(Kind::complaint, "Sendt en søndag.");
        weekend.received_on = on("2026-03-15");
        CHECK(town.entry(town.add(weekend).value()).due_on ==
              on("2026-03-20")); // Friday, not the Sunday after
        auto quiet = town.said(Kind::praise, "Tak for hjælpen.");
        quiet.answer_wanted = false;
        CHECK_FALSE(town.entry(town.add(quiet).value()).due_on.has_value());
        town.today = on("2026-04-09");
        CHECK(town.listed(Which::overdue) == 1); // the one of the Sunday
        town.today = on("2026-04-10");
        CHECK(town.listed(Which::overdue) == 2);
        CHECK(town.entry(id).in_time(town.today) == false);
        CHECK(town.answer(id, {Outcome::upheld}).error().code == "feedback.answer");
        REQUIRE(town.answer(id, {Outcome::upheld, "En skranke mere", "Vi åbner en skranke mere."}).ok());
        CHECK(town.entry(id).status() == Status::ended);
        CHECK(town.listed(Which::overdue) == 1);
        CHECK(town.listed(Which::open) == 2); // that one, and the praise
    });
}

TEST_CASE("a retry makes no second entry, and every change leaves a line of history without the words") {
    on_each_database([](Town& town) {
        const auto id = town.add(town.said(Kind::suggestion, "Flere stole."), "page-1").value();
        CHECK(town.add(town.said(Kind::suggestion, "Flere stole."), "page-1").value() == id);
        CHECK(town.number("select count(*) from feedback_entry") == 1);
        const auto before = town.entry(id);
        auto changed = before.fields;
        changed.kind = Kind::complaint;
        changed.text = "Der mangler stole.";
        REQUIRE(town.write([&](Transaction& t) { return change_entry(t, before, changed); }).ok());
        REQUIRE(town.answer(id, {Outcome::partly, {}, "De er bestilt."}).ok());
        const auto lines =
            town.read([&](Connection& c) { return history_of(c, town.actor.tenant, id); }).value();
        REQUIRE(lines.size() == 4); // kind, text, outcome, answer
        CHECK(lines[0].before == "suggestion");
        CHECK(lines[0].after == "complaint");
        for (const auto& line : lines)
            CHECK(line.after.find("stole") == std::string::npos);
        CHECK(town.number("select count(*) from audit_entry where object_type = 'feedback'") == 3);
    });
}

TEST_CASE("a citizen writes again at most ten times a day, and waits until somebody has looked after it") {
    on_each_database([](Town& town) {
        const auto id = town.add(town.said(Kind::complaint, "Der var kø.")).value();
        REQUIRE(town.answer(id, {Outcome::upheld, {}, "Beklager."}).ok());
        CHECK(town.listed(Which::open) == 0);
        const auto present = town.entry(id);
        const auto again = [&] {
            return town.write([&](Transaction& t) { return citizen_writes(t, present, "Tak, men …"); });
        };
        for (int i = 0; i < 10; ++i)
            CHECK(again().ok());
        CHECK(again().error().code == "feedback.too_many");
        CHECK(town.listed(Which::open) == 1);
        REQUIRE(town.write([&](Transaction& t) { return ask_for_contact(t, present, "sealed"); }).ok());
        REQUIRE(town.write([&](Transaction& t) { return looked_after(t, present); }).ok());
        CHECK(town.number("select count(*) from feedback_contact") == 0);
        CHECK(town.listed(Which::open) == 0);
    });
}

TEST_CASE("texts go when they have been kept long enough; what is counted stays") {
    on_each_database([](Town& town) {
        const auto id = town.add(town.said(Kind::complaint, "Der var kø.")).value();
        REQUIRE(town.answer(id, {Outcome::upheld, {}, "Beklager."}).ok());
        CHECK(town.write([](Transaction& t) { return save_settings(t, {10, 12, true}); }).ok());
        town.today = on("2027-03-30");
        REQUIRE(town.jobs.delete_old(town.actor, town.today).ok());
        CHECK(town.entry(id).fields.text == "Der var kø."); // twelve months are not over
        REQUIRE(town.jobs.delete_old(town.actor, town.today + 1).ok());
        CHECK(town.entry(id).fields.text.empty());
        CHECK(town.entry(id).outcome == Outcome::upheld);
        CHECK(town.number("select count(*) from feedback_message") == 0);
        CHECK(town.number("select count(*) from audit_entry where action = 'feedback.old_texts_deleted'") ==
              1);
    });
}

TEST_CASE("what never was answered is kept as long after its deadline as other texts after the answer") {
    on_each_database([](Town& town) {
        const auto open = town.add(town.said(Kind::complaint, "Der var kø.")).value();
        auto no_answer = town.said(Kind::praise, "Tak for hjælpen.");
        no_answer.answer_wanted = false;
        const auto thanks = town.add(no_answer).value();
        CHECK(town.write([](Transaction& t) { return save_settings(t, {10, 12, true}); }).ok());
        const auto due = *town.entry(open).due_on;
        town.today = on("2027-03-31"); // a year after both were received
        REQUIRE(town.jobs.delete_old(town.actor, town.today).ok());
        CHECK(town.entry(thanks).fields.text.empty());
        CHECK(town.entry(open).fields.text == "Der var kø.");
        town.today = due + 366;
        const auto present = town.entry(open);
        REQUIRE(town.write([&](Transaction& t) { return citizen_writes(t, present, "Stadig kø."); }).ok());
        REQUIRE(town.jobs.delete_old(town.actor, town.today).ok());
        CHECK(town.entry(open).fields.text == "Der var kø."); // the citizen has just written again
        town.today = due + 366 + 367;
        REQUIRE(town.jobs.delete_old(town.actor, town.today).ok());
        CHECK(town.entry(open).fields.text.empty());
        CHECK(town.number("select count(*) from feedback_message") == 0);
        CHECK_FALSE(town.entry(open).answered_on); // still late in the figures
        CHECK(town.number("select count(*) from audit_entry where action = 'feedback.old_texts_deleted'") ==
              2);
    });
}

TEST_CASE(
    "indicators follow the register: a month without complaints has none, and a deadline that passes "
    "counts") {
    on_each_database([](Town& town) {
        organisation::UnitTreeCache trees(town.database);
        const ms::SourceList sources({&town.source});
        ms::Verdicts verdicts(town.database, trees, sources);
        auto handlers = town.jobs.handlers();
        handlers.merge(ms::job_handlers(town.database, sources));
        storage::JobRunner runner(town.database, {}, std::move(handlers));
        const auto run_jobs = [&] {
            while (runner.run_next().value()) {
            }
        };
        const auto make = [&](std::string_view json) {
            const auto definition = ms::read_definition(json).value();
            const auto id = town.write([&](Transaction& t) { return ms::create_indicator(t, definition); })
                                .value()
                                .indicator;
            CHECK(ms::recompute_definition(town.database, town.actor, sources, id,
                                           [](std::int64_t, std::int64_t) {})
                      .ok());
            return id;
        };
        const auto complaints = make(
            R"json({"name":{"da":"Klager"},"source":"feedback","filter":{"column":"complaint","op":"is","value":true},"measure":{"kind":"count"},"period":"month","chart":"c"})json");
        const auto in_time = make(
            R"json({"name":{"da":"I tide"},"source":"feedback","measure":{"kind":"share","condition":{"column":"answered_in_time","op":"is","value":true}},"period":"month","format":"percent"})json");
        const auto points = [&](IndicatorId id) {
            return verdicts.get(town.actor.tenant, {id, town.root}, town.today).value()->points;
        };
        (void)town.add(town.said(Kind::complaint, "Der var kø.")).value();
        (void)town.add(town.said(Kind::praise, "Tak.")).value();
        run_jobs();
        CHECK(points(complaints).back().value == 1.0);
        CHECK_FALSE(points(in_time).back().value.has_value()); // it can still be kept
        town.today = on("2026-05-04");
        CHECK(town.jobs.look().value());
        run_jobs();
        CHECK_FALSE(town.jobs.look().value());
        const auto counted = points(complaints);
        REQUIRE(counted.size() == 3); // March, April, May so far
        CHECK(counted[0].value == 1.0);
        CHECK(counted[1].value == 0.0);
        CHECK(counted[1].state == ms::PeriodState::complete);
        CHECK(points(in_time).front().value == 0.0);
        CHECK(town.number("select count(*) from feedback_recount") == 0);
    });
}
