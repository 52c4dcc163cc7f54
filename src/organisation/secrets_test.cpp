#include "organisation/secrets.hpp"

#include <doctest/doctest.h>

#include <set>
#include <thread>
#include <vector>

namespace maerkbar::organisation {
namespace {

TEST_CASE("a password fits its own hash only") {
    PasswordHasher hasher{PasswordCost::least()};
    const auto hash = hasher.hash("tre blå heste").value();
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hash != hasher.hash("tre blå heste").value());
    CHECK(hasher.verify(hash, "tre blå heste"));
    CHECK_FALSE(hasher.verify(hash, "tre blå hester"));
    CHECK_FALSE(hasher.verify("", "tre blå heste"));
    CHECK_FALSE(hasher.outdated(hash));
    CHECK(PasswordHasher{{2, 16384, 1}}.outdated(hash));
}

TEST_CASE("hashing from many threads ends") {
    PasswordHasher hasher{{1, 8192, 2}};
    const auto hash = hasher.hash("x").value();
    std::vector<int> fits(8);
    std::vector<std::thread> threads;
    for (auto& fit : fits)
        threads.emplace_back([&] { fit = hasher.verify(hash, "x") ? 1 : 0; });
    for (auto& thread : threads)
        thread.join();
    CHECK(fits == std::vector<int>(8, 1));
}

TEST_CASE("tokens and codes are random, and codes forgive how they are typed") {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(random_token());
    CHECK(seen.size() == 100);
    CHECK(seen.begin()->size() == 43);
    const auto code = random_code();
    CHECK(code.size() == 14);
    CHECK(code[4] == '-');
    CHECK(code_hash("abcd-2345-efgh") == code_hash("ABCD2345 EFGH"));
    CHECK(code_hash("abcd-2345-efgh") != code_hash("abcd-2345-efgj"));
    // BLAKE2b-256 of "abc" (RFC 7693 gives the 512 bit one; this is b2sum -l 256).
    CHECK(token_hash("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(same_secret("abc", "abc"));
    CHECK_FALSE(same_secret("abc", "abd"));
    CHECK_FALSE(same_secret("abc", "abcd"));
}

} // namespace
} // namespace maerkbar::organisation
