#include "sources/surveys/definition/readability.hpp"

#include <doctest/doctest.h>

using namespace maerkbar::surveys;

TEST_CASE("LIX counts words, sentences and long words") {
    // Counted by hand: 10 words, 2 sentences, 2 long words (tilfreds, behandling).
    const auto counted = readability("Er du tilfreds med os? Vi vil have god behandling.");
    CHECK(counted.words == 10);
    CHECK(counted.sentences == 2);
    CHECK(counted.long_words == 2);
    CHECK(counted.lix() == doctest::Approx(10.0 / 2 + 100.0 * 2 / 10));
}

TEST_CASE("letters are counted, not bytes") {
    CHECK(readability("æøåæøå").long_words == 0);
    CHECK(readability("æøåæøåæ").long_words == 1);
}

TEST_CASE("what ends a sentence and what does not") {
    CHECK(readability("Kl. 8.30 er der åbent").sentences == 2); // an abbreviation is taken for an end
    CHECK(readability("Overskrift\nTekst uden punktum").sentences == 2);
    CHECK(readability("Hvad nu?! Ja…").sentences == 2);
    CHECK(readability("»Godt« – sagde hun").words == 3);
    CHECK(readability("").lix() == 0);
    CHECK(readability("… – !").lix() == 0);
}

TEST_CASE("what a LIX means") {
    CHECK(ease_of(0) == Ease::very_easy);
    CHECK(ease_of(24.9) == Ease::very_easy);
    CHECK(ease_of(25) == Ease::easy);
    CHECK(ease_of(44.9) == Ease::medium);
    CHECK(ease_of(45) == Ease::hard);
    CHECK(ease_of(55) == Ease::very_hard);
}
