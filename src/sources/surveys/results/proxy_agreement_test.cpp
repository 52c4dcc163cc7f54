#include "sources/surveys/results/proxy_agreement.hpp"

#include <doctest/doctest.h>

#include "sources/surveys/pair_values.hpp"
#include "sources/surveys/results/testing.hpp"
#include "sources/surveys/submission.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace maerkbar::surveys::results;
using storage::Connection;
using storage::Database;

namespace {

const Proxy relative{AnsweredBy::relative, WhoseView::person};
const Proxy carer{AnsweredBy::staff, WhoseView::own};

std::string code_of(int person) {
    OwnElements elements;
    elements.fill("person" + std::to_string(person));
    return pair_of_hashes(std::string(32, 's'), "key", own_hashes("key", elements));
}

std::string satisfied(int step) {
    return R"({"satisfied":)" + std::to_string(step) + "}";
}

PairedAnswer said(int person, int step, Proxy by = {}) {
    return {code_of(person), read_answers(satisfied(step)).value(), by};
}

// Twelve persons and their relatives: half of these say the same, the others one step less.
struct Twelve {
    Definition definition = surveys::testing::sample();
    std::vector<PairedAnswer> persons, relatives;

    Twelve() {
        for (int i = 0; i < 12; ++i) {
            persons.push_back(said(i, 3 + i % 3));
            relatives.push_back(said(i, 3 + i % 3 - i % 2, relative));
        }
    }
    [[nodiscard]] std::optional<ProxyFigures> figures() const {
        return proxy_figures(counted_question(definition, "satisfied").value(), persons, relatives);
    }
};

} // namespace

TEST_CASE("how relatives agree with persons is told in hundredths") {
    const auto figures = Twelve().figures();
    REQUIRE(figures);
    CHECK(figures->pairs == 12);
    CHECK(figures->same == 0.5);
    CHECK(figures->within_one == 1);
    CHECK(figures->difference == -0.5);
    // By hand: half of them are one step apart; by chance, with margins 4, 4, 4 and 2, 4, 4, 2, the distance
    // would be 152 / 144 on average. 1 - 0.5 / (152 / 144) = 0.526.
    CHECK(figures->kappa == doctest::Approx(0.53));
    CHECK(read_proxies(write_proxies(figures)).value() == figures);
    CHECK(read_proxies(write_proxies({})).value() == std::nullopt);
}

TEST_CASE("fewer than ten pairs, and those left over where they are few, are not told of") {
    Twelve nine;
    nine.persons.resize(9);
    nine.relatives.resize(9);
    CHECK_FALSE(nine.figures());
    Twelve one_more;
    one_more.persons.push_back(said(50, 1)); // the whole less the pairs would be this one
    CHECK_FALSE(one_more.figures());
    for (int i = 51; i < 55; ++i)
        one_more.persons.push_back(said(i, 1 + i % 2));
    CHECK(one_more.figures());
    one_more.relatives.push_back(said(60, 1, relative));
    CHECK_FALSE(one_more.figures());
}

TEST_CASE("where all said the same as their relatives, each relative would know the answer") {
    Twelve alike;
    alike.relatives = alike.persons;
    CHECK_FALSE(alike.figures());
    for (int i = 0; i < 12; ++i)
        alike.relatives[static_cast<std::size_t>(i)] = said(i, 2 + i % 3); // one step less, all of them
    CHECK_FALSE(alike.figures());
}

TEST_CASE("a sensitive question needs twenty pairs") {
    Twelve health;
    for (auto& page : health.definition.pages)
        for (auto& question : page.questions)
            question.sensitive = true;
    CHECK_FALSE(health.figures());
    for (int i = 12; i < 20; ++i) {
        health.persons.push_back(said(i, 3 + i % 3));
        health.relatives.push_back(said(i, 3 + i % 2, relative));
    }
    CHECK(health.figures()->pairs == 20);
}

TEST_CASE("views are kept apart, and questions in no order are left out") {
    Twelve all;
    auto answers = all.persons;
    answers.insert(answers.end(), all.relatives.begin(), all.relatives.end());
    answers.push_back(said(3, 5, carer));
    const auto agreement = proxy_agreement(all.definition, answers);
    REQUIRE(agreement.size() == 2);
    CHECK(agreement.at(View::for_person).at("satisfied")->pairs == 12);
    CHECK_FALSE(agreement.at(View::proxy).at("satisfied").has_value());
    CHECK_FALSE(agreement.at(View::for_person).contains("topics"));
    CHECK(proxy_agreement(all.definition, all.persons).empty());
}

TEST_CASE("agreement is decided once, when the wave is over") {
    storage::testing::for_each_database([](Database& database) {
        results::testing::Town town(database);
        const auto wave = town.write([&](storage::Transaction& t) {
                                  return add_wave(t, {{}, town.survey, WaveKind::baseline, "Forår"});
                              })
                              .value();
        SurveyLink wanted;
        wanted.unit = town.north;
        wanted.wave = wave;
        wanted.closes = *Date::parse_iso("2026-03-01");
        wanted.proxies = true;
        wanted.pairing = Pairing::own_code;
        const auto link = town.open(town.add(wanted));
        int number = 0;
        const auto send = [&](const PairedAnswer& one) {
            Submission sent{"submission-number-" + std::to_string(++number), {}, "da", "web", one.answers};
            sent.proxy = one.proxy;
            sent.pair = one.pair;
            CHECK(submit(database, link, sent).ok());
        };
        const Twelve all;
        for (const auto& one : all.persons)
            send(one);
        for (const auto& one : all.relatives)
            send(one);
        const auto latest = [&] {
            return town
                .read([&](Connection& c) { return latest_agreement(c, town.actor.tenant, town.survey); })
                .value();
        };
        town.release("2026-03-02");
        REQUIRE(latest());
        CHECK(latest()->of.wave == wave);
        CHECK(latest()->by_view.at(View::for_person).at("satisfied") == all.figures());
        send(said(70, 1, relative));
        town.release("2026-03-17");
        CHECK(latest()->by_view.at(View::for_person).at("satisfied")->pairs == 12);
        // Neither the wave nor a year is asked again.
        CHECK(town.number("select count(*) from survey_proxy_agreement where question = ''") == 1);
    });
}
