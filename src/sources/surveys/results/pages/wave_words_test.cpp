#include "sources/surveys/results/pages/wave_words.hpp"

#include <doctest/doctest.h>

#include "sources/surveys/definition/sample.hpp"

using namespace maerkbar;
using namespace maerkbar::surveys;
using namespace maerkbar::surveys::results;
using namespace maerkbar::surveys::results::pages;

namespace {

const web::Languages languages;

WaveResult wave(std::string name, std::int64_t favourable, std::int64_t answers) {
    WaveResult result{{WaveId{1}, SurveyId{1}, WaveKind::baseline, std::move(name)}, true};
    Figures figures;
    figures.showing = disclosure::Showing::distribution;
    figures.count.exactly = figures.answers = answers;
    figures.favourable = favourable;
    figures.distribution = Counts{answers, {answers - favourable, 0, 0, 0, favourable}, {}};
    result.figures["satisfied"] = figures;
    return result;
}

std::string said(const WaveResult& before, const WaveResult& after, std::optional<PairFigures> pairs = {}) {
    const auto definition = surveys::testing::sample();
    Compared compared{before, after};
    if (pairs) compared.pairs["satisfied"] = pairs;
    std::string text;
    for (const auto& sentence :
         comparison_sentences(compared, *counted_question(definition, "satisfied"), languages.get("en")))
        text += sentence + "\n";
    return text;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a change is told as better, worse or not to be told") {
    const auto better = said(wave("Spring", 30, 50), wave("Autumn", 45, 50));
    CHECK(has(better, "Before (Spring) 60% of 50 gave one of the best answers, after (Autumn) 90% of 50."));
    CHECK(has(better, "It has become better: 30 percentage points more"));
    CHECK(has(better, "the later one is the better in 65"));
    CHECK(has(said(wave("Spring", 45, 50), wave("Autumn", 30, 50)), "It has become worse: 30"));
    CHECK(has(said(wave("Spring", 30, 50), wave("Autumn", 33, 50)), "cannot be told"));
}

TEST_CASE("where all answered there is nothing to estimate") {
    auto before = wave("Spring", 10, 17);
    auto after = wave("Autumn", 14, 17);
    before.population = after.population = 17;
    const auto told = said(before, after);
    CHECK(has(told, "Autumn: all 17 who could answer did. That is knowledge, not a sample."));
    CHECK(has(told, "this is no estimate: 24 percentage points more"));
    CHECK_FALSE(has(told, "Chance"));
    after.population = 20;
    CHECK(has(said(before, after), "Autumn: of the 20 who could answer, between"));
}

TEST_CASE("the same persons are told of with how many were found, and whether they are like the others") {
    PairFigures pairs{20, 0.8, 9, 8, 3};
    pairs.paired_mean = 3.1;
    pairs.others_mean = 4.2;
    pairs.differ = true;
    const auto told = said(wave("Spring", 30, 50), wave("Autumn", 45, 50), pairs);
    CHECK(has(told, "20 persons were found in both waves (80% of the smaller one): 9 answer better"));
    CHECK(has(told, "had answered otherwise than the others (mean 3.1 against 4.2)"));
}

TEST_CASE("a hidden wave gives nothing away") {
    auto hidden = wave("Spring", 3, 4);
    hidden.figures["satisfied"] = {};
    hidden.figures["satisfied"].count.below = 5;
    CHECK(has(said(hidden, wave("Autumn", 45, 50)), "fewer than 5"));
    CHECK_FALSE(has(said(hidden, wave("Autumn", 45, 50)), "90%"));
}
