#include "statistics/own_code_pairing.hpp"

#include <doctest/doctest.h>

#include "statistics/survey_oracle.hpp"

using namespace maerkbar::statistics;

namespace {

std::vector<OwnCode> codes_of(const oracle::Table& table) {
    std::vector<OwnCode> codes;
    for (std::size_t row = 0; row < table.size(); ++row)
        codes.push_back(own_code(table.text(row, "code")));
    return codes;
}

} // namespace

TEST_CASE("codes of two waves are paired as expected") {
    const auto before = oracle::survey_table("pairing_before.csv");
    const auto after = oracle::survey_table("pairing_after.csv");
    const auto expected = oracle::survey_table("pairing_expected.csv");
    const auto summary = oracle::survey_table("pairing_summary.csv");
    const auto got = pair_own_codes(codes_of(before), codes_of(after));
    REQUIRE(got.pairs.size() == expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
        CHECK(before.text(got.pairs[row].before, "response") == expected.text(row, "before"));
        CHECK(after.text(got.pairs[row].after, "response") == expected.text(row, "after"));
        CHECK((got.pairs[row].how == PairedBy::exact) == (expected.text(row, "how") == "exact"));
    }
    CHECK(got.exact == summary.number(0, "exact"));
    CHECK(got.distance1 == summary.number(0, "distance1"));
    CHECK(got.ambiguous_codes == summary.number(0, "ambiguous_codes"));
    CHECK(got.match_rate == doctest::Approx(23.0 / 29));
}

TEST_CASE("a code with two near ones pairs with neither") {
    const auto codes = [](std::initializer_list<const char*> typed) {
        std::vector<OwnCode> result;
        for (const char* code : typed)
            result.push_back(own_code(code));
        return result;
    };
    CHECK(pair_own_codes(codes({"ABC"}), codes({"ABD", "ABE"})).pairs.empty());
    CHECK(pair_own_codes(codes({"ABC", "ABX"}), codes({"ABD"})).pairs.empty());
    CHECK(pair_own_codes(codes({"ABC"}), codes({"ABD"})).distance1 == 1);
    CHECK(pair_own_codes(codes({"ABC"}), codes({"ADE"})).pairs.empty());
    CHECK(pair_own_codes(codes({"", "AB"}), codes({"", "AB"})).pairs.size() == 1); // empty is no code
    // The code was given twice before: nobody knows whose the one after is.
    CHECK(pair_own_codes(codes({"ABC", "abc", "ABD"}), codes({"ABC"})).pairs.empty());
    CHECK(is_missing(pair_own_codes({}, codes({"AB"})).match_rate));
    // Only hashes are known: those of the rests tell that one element differs.
    const auto hashed = pair_hashed_codes({{"w1", {"a", "b"}}, {"t", {}}}, {{"w2", {"a", "c"}}, {"t", {}}});
    CHECK(hashed.exact == 1);
    CHECK(hashed.distance1 == 1);
}

TEST_CASE("typed codes differ in case and blanks only by looks") {
    CHECK(own_code(" æb1\t") == own_code("ÆB1"));
    CHECK(own_code("øå") == OwnCode{"Ø", "Å"});
    CHECK(own_code("  ").empty());
}

TEST_CASE("those who could be paired may not be like the others") {
    const std::vector<std::int64_t> paired{0, 0, 2, 10, 20};
    const std::vector<std::int64_t> unpaired{8, 10, 6, 4, 2};
    const auto bias = pairing_bias(paired, unpaired);
    CHECK(bias.paired_mean > bias.unpaired_mean);
    CHECK(bias.difference.probability_after > 0.85);
    CHECK(bias.difference.p_exact < 0.001);
    CHECK(pairing_bias(paired, paired).difference.p_exact == doctest::Approx(1));
}
