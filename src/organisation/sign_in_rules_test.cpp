#include "organisation/sign_in_rules.hpp"

#include <doctest/doctest.h>

#include <string>

namespace maerkbar::organisation {
namespace {

using namespace std::chrono_literals;

const Instant noon = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 12h;

TEST_CASE("wrong passwords are delayed longer and longer, up to an hour") {
    const SignInSettings settings;
    CHECK(next_attempt(settings, 4, noon) == noon);
    CHECK(next_attempt(settings, 5, noon) == noon + 30s);
    CHECK(next_attempt(settings, 6, noon) == noon + 60s);
    CHECK(next_attempt(settings, 8, noon) == noon + 240s);
    CHECK(next_attempt(settings, 1000, noon) == noon + 3600s);
}

TEST_CASE("a session ends when idle and at the latest after its longest time") {
    const SignInSettings settings;
    CHECK_FALSE(expired(settings, {noon, noon}, noon + 59min));
    CHECK(expired(settings, {noon, noon}, noon + 60min));
    CHECK_FALSE(expired(settings, {noon, noon + 11h}, noon + 11h + 59min));
    CHECK(expired(settings, {noon, noon + 12h - 1min}, noon + 12h));
}

std::string refused(const Result<void>& checked) {
    return checked.ok() ? "" : checked.error().code;
}

TEST_CASE("weak passwords are refused with the reason") {
    CHECK(refused(check_password("kort", "abc")) == "organisation.password_short");
    CHECK(refused(check_password("æøåæøåæøåæø", "abc")) == "organisation.password_short");
    CHECK(refused(check_password(std::string(201, 'a') + "bcdef", "abc")) == "organisation.password_long");
    CHECK(refused(check_password("aaaaaaaaaaaaaaaa", "abc")) == "organisation.password_weak");
    CHECK(refused(check_password("Adgangskode123", "abc")) == "organisation.password_weak");
    CHECK(refused(check_password("min anne-marie her", "Anne-Marie")) == "organisation.password_login");
    CHECK(refused(check_password("tre blå heste løber", "anne")).empty());
}

TEST_CASE("logins are plain and never a personal number") {
    CHECK(refused(check_login("leder-borgerservice")).empty());
    CHECK(refused(check_login("a.b_c@fjordby.dk")).empty());
    CHECK(refused(check_login("x")) == "organisation.login_length");
    CHECK(refused(check_login("Leder")) == "organisation.login_characters");
    CHECK(refused(check_login("010190-1234")) == "organisation.login_number");
}

} // namespace
} // namespace maerkbar::organisation
