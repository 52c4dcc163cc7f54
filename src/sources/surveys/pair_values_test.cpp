#include "sources/surveys/pair_values.hpp"

#include <doctest/doctest.h>

using namespace maerkbar;
using namespace maerkbar::surveys;

namespace {

const std::string secret(32, 's');

statistics::HashedCode code(const OwnElements& elements, std::string_view with = secret) {
    const auto key = pairing_key(TenantId{1}, SurveyId{1});
    return hashed_code(pair_of_hashes(with, key, own_hashes(key, elements)));
}

} // namespace

TEST_CASE("an own code is hashed as a whole, as the browser does it") {
    const auto hashes = own_hashes("k", {"Ø ", "12", "a", "0", "", "s"});
    // echo -n "k:ø|12|a|0||s" | sha256sum; the second with "*" for the first element.
    CHECK(hashes[0] == "8e852c4d5a4683383b07fa08a18cce9f");
    CHECK(hashes[1] == "b9d128a9d5f95e34663373e5b28f127d");
    CHECK(own_hashes("k", {})[0].empty());
    CHECK(pair_of_hashes(secret, "k", own_hashes("k", {})).empty());
}

TEST_CASE("codes that differ in one element find each other, others do not") {
    const OwnElements mine{"k", "12", "a", "0", "n", "s"};
    auto slip = mine;
    slip[3] = "1";
    auto other = slip;
    other[4] = "m";
    CHECK(statistics::pair_hashed_codes({code(mine)}, {code(mine)}).exact == 1);
    CHECK(statistics::pair_hashed_codes({code(mine)}, {code(slip)}).distance1 == 1);
    CHECK(statistics::pair_hashed_codes({code(mine)}, {code(other)}).pairs.empty());
}

TEST_CASE("without the installation's secret nothing can be tried out") {
    const OwnElements mine{"k", "12", "a", "0", "n", "s"};
    CHECK(code(mine).whole != code(mine, std::string(32, 't')).whole);
    CHECK(code(mine).rests.size() == own_code_elements);
    const auto token = hashed_code(pair_of_token(secret, "k", "ABCDE"));
    CHECK(token.whole.size() == 32);
    CHECK(token.rests.empty());
}
