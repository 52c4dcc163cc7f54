#include <doctest/doctest.h>

#include "sources/surveys/pair_values.hpp"
#include "sources/surveys/results/drivers.hpp"
#include "sources/surveys/results/once_over.hpp"
#include "sources/surveys/results/testing.hpp"
#include "sources/surveys/results/wave_results.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace maerkbar::surveys::results;
using results::testing::Town;
using storage::Connection;
using storage::Database;
using storage::Transaction;

namespace {

constexpr std::string_view happy = R"({"satisfied":5})";
constexpr std::string_view sad = R"({"satisfied":1})";

// A town that asks before a change and after it.
struct Asked : Town {
    WaveId before, after;

    explicit Asked(Database& the_database) : Town(the_database) {
        before = wave(WaveKind::baseline, "Spring");
        after = wave(WaveKind::follow_up, "Autumn");
    }

    WaveId wave(WaveKind kind, std::string name) {
        return write([&](Transaction& t) {
                   return add_wave(t, {{}, survey, kind, std::move(name)});
               })
            .value();
    }

    // Not all alike: what everybody agrees on is never shown.
    void answer_both(LinkId link, std::string_view week, int satisfied, int others) {
        answer(link, week, satisfied, happy);
        answer(link, week, others, sad);
    }

    LinkId link_of(WaveId wave, std::string_view closes) {
        SurveyLink wanted;
        wanted.unit = north;
        wanted.wave = wave;
        wanted.people = 50;
        wanted.closes = *Date::parse_iso(closes);
        return add(wanted);
    }

    Figures of_wave(WaveId wave, std::string question = "satisfied") {
        ReleaseQuestion asked{survey, north, std::move(question)};
        asked.waves = true;
        std::vector<Figures> parts;
        for (const auto& release :
             read([&](Connection& c) { return read_releases(c, actor.tenant, asked); }).value())
            if (release.group.wave == wave) parts.push_back(release.figures);
        return joined(parts);
    }
};

PairedAnswer person(int number, std::string_view answer) {
    OwnElements elements;
    elements.fill("person" + std::to_string(number));
    return {pair_of_hashes(std::string(32, 's'), "key", own_hashes("key", elements)),
            read_answers(answer).value()};
}

CountedQuestion satisfied(const Definition& definition) {
    return counted_question(definition, "satisfied").value();
}

} // namespace

TEST_CASE("a wave is released once it is over, and what comes late is no part of it") {
    storage::testing::for_each_database([](Database& database) {
        Asked town(database);
        const auto link = town.link_of(town.before, "2026-01-18");
        town.answer_both(link, "2026-01-07", 12, 2);
        town.release("2026-01-14");
        CHECK_FALSE(town.of_wave(town.before).shown());
        town.answer_both(link, "2026-01-14", 1, 5);
        town.release("2026-01-20");
        CHECK(town.of_wave(town.before).answers == 20);
        CHECK(town.of_wave(town.before).favourable == 13);
        town.answer_both(link, "2026-01-14", 3, 3); // from a kiosk that was offline
        town.release("2026-03-03");
        CHECK(town.of_wave(town.before).answers == 20);
        CHECK(town.figures(town.north, "2026-01").answers ==
              26); // counted in the week that began on 19 January
    });
}

TEST_CASE(
    "a wave over New Year is shown as a whole, also where it ends long after the first year is released") {
    storage::testing::for_each_database([](Database& database) {
        Asked town(database);
        const auto link = town.link_of(town.before, "2026-01-11");
        town.answer_both(link, "2025-12-17", 10, 5);
        town.release("2026-01-06");
        town.answer_both(link, "2026-01-07", 5, 10);
        town.release("2026-01-13");
        CHECK(town.of_wave(town.before).answers == 30);
        CHECK(town.of_wave(town.before).favourable == 15);
    });
}

TEST_CASE("a wave is hidden where the month without it would be about a few") {
    storage::testing::for_each_database([](Database& database) {
        Asked town(database);
        town.answer(town.link_of(town.before, "2026-01-18"), "2026-01-07", 20, happy);
        town.answer(town.link_of(town.before, "2026-01-18"), "2026-01-07", 9, sad);
        town.answer(town.link(town.north), "2026-01-07", 2, sad);
        town.release("2026-02-03");
        // One of the two is shown, never both: their difference is two persons.
        const bool wave = town.of_wave(town.before).shown();
        const bool month = town.figures(town.north, "2026-01").shown();
        CHECK((wave || month));
        CHECK_FALSE((wave && month));
    });
}

TEST_CASE("a month that ends while a wave is running does not cost the wave") {
    storage::testing::for_each_database([](Database& database) {
        Asked town(database);
        const auto link = town.link_of(town.before, "2026-03-01");
        town.answer_both(town.link(town.north), "2026-01-07", 1, 1);
        town.answer_both(link, "2026-01-14", 6, 3);
        town.release("2026-02-03");
        CHECK_FALSE(town.figures(town.north, "2026-01").shown()); // all but two answered in the wave
        CHECK_FALSE(town.of_wave(town.before).shown());           // it still takes answers
        town.answer_both(link, "2026-02-04", 12, 8);
        town.release("2026-03-03");
        CHECK(town.of_wave(town.before).answers == 29);
        CHECK(town.of_wave(town.before).favourable == 18);
        CHECK(town.figures(town.north, "2026-02").answers == 20);
    });
}

TEST_CASE("who was asked, and whether everybody answered") {
    storage::testing::for_each_database([](Database& database) {
        Asked town(database);
        town.answer(town.link_of(town.before, "2026-01-18"), "2026-01-07", 20, happy);
        const auto links =
            town.read([&](Connection& c) { return links_of_waves(c, town.actor.tenant, town.survey); })
                .value();
        CHECK(is_over(links.front(), *Date::parse_iso("2026-01-18")));
        CHECK_FALSE(is_over(links.front(), *Date::parse_iso("2026-01-17")));
        CHECK_FALSE(is_over(links.back(), *Date::parse_iso("2026-01-18"))); // nobody has been asked yet
        const auto asked =
            town.read([&](Connection& c) { return people_asked(c, town.actor.tenant, links.front().links); })
                .value();
        CHECK(asked == 50);
        WaveResult result;
        result.asked = asked;
        result.figures[std::string(whole_survey)].count.exactly = 20;
        CHECK(result.response_rate() == doctest::Approx(0.4));
        result.asked = 10; // more answered than were asked
        CHECK_FALSE(result.response_rate());
        CHECK(town.write([&](Transaction& t) { return store_population(t, town.survey, town.before, 17); })
                  .ok());
        CHECK(town.read([&](Connection& c) { return read_population(c, town.actor.tenant, town.before); })
                  .value() == 17);
        CHECK(town.write([&](Transaction& t) { return store_population(t, SurveyId{99}, town.before, 17); })
                  .error()
                  .code == "wave.unknown");
    });
}

TEST_CASE("the same persons are told of by ten pairs and more, and never where those left over are a few") {
    const auto definition = surveys::testing::sample();
    const auto question = satisfied(definition);
    std::vector<PairedAnswer> before, after;
    for (int i = 0; i < 12; ++i) {
        before.push_back(person(i, i < 6 ? sad : happy));
        after.push_back(person(i, i < 9 ? happy : sad));
    }
    const auto pairs = pair_figures(question, before, after);
    REQUIRE(pairs);
    CHECK(pairs->pairs == 12);
    CHECK(pairs->up == 6);
    CHECK(pairs->same == 3);
    CHECK(pairs->down == 3);
    CHECK(pairs->match_rate == doctest::Approx(1));
    CHECK(read_pairs(write_pairs(pairs)).value() == pairs);

    before.push_back(person(50, happy)); // the whole less the pairs would be this one
    CHECK_FALSE(pair_figures(question, before, after));
    for (int i = 51; i < 56; ++i)
        before.push_back(person(i, happy)); // six, but all alike
    CHECK_FALSE(pair_figures(question, before, after));
    before.back() = person(60, sad);
    CHECK(pair_figures(question, before, after));
    CHECK_FALSE(pair_figures(question, {before.begin(), before.begin() + 9}, after));
}

TEST_CASE("pairs are decided once when both waves are over") {
    storage::testing::for_each_database([](Database& database) {
        Asked town(database);
        town.answer_both(town.link_of(town.before, "2026-01-18"), "2026-01-07", 12, 8);
        town.answer_both(town.link_of(town.after, "2026-03-15"), "2026-03-04", 16, 4);
        town.release("2026-03-17");
        CHECK(town.of_wave(town.after).answers == 20);
        // Nobody left a code, so there is nothing to pair.
        CHECK(town.read([&](Connection& c) {
                      return stored_pairs(c, town.actor.tenant, town.before, town.after);
                  })
                  .value()
                  .empty());
    });
}

TEST_CASE("what goes together is told of fifty answers and more, in hundredths") {
    const auto definition = read_survey(R"({"format":"maerkbar.survey/1","languages":["da"],"title":"T",
        "pages":[{"name":"p","questions":[{"name":"satisfied","type":"smiley","points":5,"title":"A"},
        {"name":"tone","type":"likert","points":5,"title":"B"},{"name":"wait","type":"likert","points":5,"title":"C"}]}]})")
                                .value();
    std::vector<Answers> answers;
    for (int i = 0; i < 49; ++i) {
        const auto tone = std::to_string(1 + i % 5);
        const auto wait = std::to_string(1 + (i * 7) % 3);
        answers.push_back(
            read_answers(R"({"satisfied":)" + tone + R"(,"tone":)" + tone + R"(,"wait":)" + wait + "}")
                .value());
    }
    CHECK_FALSE(drivers_of(definition, answers));
    answers.push_back(read_answers(R"({"satisfied":2,"tone":3,"wait":5})").value());
    const auto drivers = drivers_of(definition, answers);
    REQUIRE(drivers);
    CHECK(drivers->answers == 50);
    CHECK(drivers->drivers.front().question == "tone");
    CHECK(drivers->drivers.front().share > 0.9);
    CHECK(read_drivers(write_drivers(drivers)).value() == drivers);
    // Who answered one question alone is the difference between its total and what is told here.
    const auto alone = [&](int step) {
        answers.push_back(read_answers(R"({"wait":)" + std::to_string(step) + "}").value());
    };
    for (int i = 0; i < 4; ++i)
        alone(1 + i);
    CHECK_FALSE(drivers_of(definition, answers));
    alone(2);
    CHECK(drivers_of(definition, answers) == drivers);
}
