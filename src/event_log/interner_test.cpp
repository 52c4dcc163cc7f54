#include "event_log/interner.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <unordered_map>

using namespace maerkbar::event_log;

TEST_CASE("texts are numbered in the order they are met, and found again") {
    Interner texts;
    std::unordered_map<std::string, TextNumber> known;
    std::mt19937 random(3);
    for (int i = 0; i < 20'000; ++i) {
        // Short alphabets and all lengths around the limits of the slots, so that texts nearly agree.
        std::string text(random() % 40, 'a');
        for (auto& c : text)
            c = random() % 9 == 0 ? 'b' : '\0';
        const auto [place, added] = known.emplace(text, static_cast<TextNumber>(known.size()));
        CHECK(texts.number_of(text) == place->second);
    }
    CHECK(texts.size() == known.size());
    for (const auto& [text, number] : known) {
        CHECK(texts[number] == text);
        CHECK(texts.find(text) == number);
    }
    CHECK(texts.find("c") == std::nullopt);
}
