#include "organisation/sign_in.hpp"

#include <doctest/doctest.h>

#include "organisation/api_tokens.hpp"
#include "organisation/setup.hpp"
#include "organisation/store_units.hpp"
#include "storage/testing.hpp"

namespace maerkbar::organisation {
namespace {

using namespace std::chrono_literals;
using storage::Connection;
using storage::Database;
using storage::Transaction;

constexpr auto* password = "tre blå heste løber";

// A town with an administrator `admin` whose password is the one above; the clock can be moved on.
class Town {
  public:
    explicit Town(storage::Dialect dialect)
        : clock_(storage::testing::TestDatabase::fast_settings().clock()),
          database_(dialect, settings()),
          sign_in(*database_, PasswordCost::least()) {
        installed = initialise(database(), {{"Fjordby", Country::denmark}, "admin", "Administrator"},
                               sign_in.settings())
                        .value();
        REQUIRE(sign_in.redeem(attempt("admin", installed.code), password).ok());
    }
    Database& database() { return *database_; }
    void wait(std::chrono::milliseconds time) { clock_ += time; }
    SignIn::Attempt attempt(std::string login, std::string secret) {
        return {installed.tenant.id, std::move(login), std::move(secret), "Firefox"};
    }
    std::string cookie(const std::string& secret = password) {
        return sign_in.sign_in(attempt("admin", secret)).value().cookie;
    }
    std::optional<web::Identity> who(const std::string& cookie) {
        web::Request request;
        request.headers.set("Cookie", "session=" + cookie);
        return sign_in.identify(request).value();
    }
    std::optional<web::Identity> bearer(const std::string& token) {
        web::Request request;
        request.headers.set("Authorization", "Bearer " + token);
        return sign_in.identify(request).value();
    }
    storage::Actor actor() { return {installed.tenant.id, installed.administrator, "web"}; }

  private:
    storage::Settings settings() {
        auto fast = storage::testing::TestDatabase::fast_settings();
        fast.clock = [this] { return clock_; };
        return fast;
    }
    Instant clock_;
    storage::testing::TestDatabase database_;

  public:
    SignIn sign_in;
    Installed installed;
};

void for_each_town(FunctionRef<void(Town&)> test) {
    for (const auto dialect : storage::testing::dialects()) {
        Town town{dialect};
        test(town);
    }
}

std::string refused(const Result<NewSession>& result) {
    return result.ok() ? "" : result.error().code;
}

TEST_CASE("a session is known by its cookie until it ends, idles or grows old") {
    for_each_town([](Town& town) {
        const auto cookie = town.cookie();
        const auto who = town.who(cookie);
        REQUIRE(who.has_value());
        CHECK(who->login == "admin");
        CHECK(who->csrf_token.size() == 43);
        CHECK_FALSE(town.who(cookie + "x").has_value());
        CHECK_FALSE(town.who("2" + cookie.substr(1)).has_value());
        CHECK_FALSE(town.who("nonsense").has_value());
        REQUIRE(town.sign_in.sign_out(*who).ok());
        CHECK_FALSE(town.who(cookie).has_value());

        const auto second = town.cookie();
        for (int i = 0; i < 14; ++i) {
            town.wait(50min);
            CHECK(town.who(second).has_value());
        }
        town.wait(50min); // over twelve hours
        CHECK_FALSE(town.who(second).has_value());
        const auto third = town.cookie();
        town.wait(61min);
        CHECK_FALSE(town.who(third).has_value());
    });
}

TEST_CASE("every refusal sounds the same, and delay grows") {
    for_each_town([](Town& town) {
        const auto wrong = town.sign_in.sign_in(town.attempt("admin", "wrong"));
        CHECK(refused(wrong) == "organisation.sign_in_failed");
        CHECK(town.sign_in.sign_in(town.attempt("nobody", "wrong")).error() == wrong.error());
        for (int i = 0; i < 4; ++i)
            CHECK_FALSE(town.sign_in.sign_in(town.attempt("admin", "wrong")).ok());
        CHECK(town.sign_in.sign_in(town.attempt("admin", password)).error() == wrong.error());
        town.wait(29s);
        CHECK_FALSE(town.sign_in.sign_in(town.attempt("admin", password)).ok());
        town.wait(2s);
        CHECK(town.sign_in.sign_in(town.attempt(" ADMIN ", password)).ok());
        CHECK(town.sign_in.sign_in(town.attempt("admin", password)).ok());
    });
}

TEST_CASE("a one-time code works once and for a while, and needs a good password") {
    for_each_town([](Town& town) {
        const auto issue = [&] {
            return town.database()
                .write(town.actor(),
                       [&](Transaction& t) {
                           return issue_code(t, town.installed.tenant.id, town.installed.administrator,
                                             town.sign_in.settings());
                       })
                .value();
        };
        const auto code = issue();
        CHECK(refused(town.sign_in.redeem(town.attempt("admin", code), "kort")) ==
              "organisation.password_short");
        CHECK(refused(town.sign_in.redeem(town.attempt("admin", "AAAA-BBBB-CCCC"), "fire blå heste løber")) ==
              "organisation.code_failed");
        const auto before = town.cookie();
        CHECK(town.sign_in.redeem(town.attempt("admin", code), "fire blå heste løber").ok());
        CHECK_FALSE(town.who(before).has_value());
        CHECK(refused(town.sign_in.redeem(town.attempt("admin", code), "fem blå heste løber")) ==
              "organisation.code_failed");
        const auto late = issue();
        town.wait(24h * 3);
        CHECK(refused(town.sign_in.redeem(town.attempt("admin", late), "fem blå heste løber")) ==
              "organisation.code_failed");
    });
}

TEST_CASE("changing the password ends the other sessions and gives a new one") {
    for_each_town([](Town& town) {
        const auto mine = town.cookie(), other = town.cookie();
        const auto who = town.who(mine).value();
        CHECK(refused(town.sign_in.change_password(who, "wrong", "fire blå heste løber")) ==
              "organisation.password_wrong");
        const auto fresh = town.sign_in.change_password(who, password, "fire blå heste løber").value();
        CHECK_FALSE(town.who(mine).has_value());
        CHECK_FALSE(town.who(other).has_value());
        CHECK(town.who(fresh.cookie).has_value());
        CHECK_FALSE(town.sign_in.sign_in(town.attempt("admin", password)).ok());
    });
}

TEST_CASE("rotation replaces the session and its form token") {
    for_each_town([](Town& town) {
        const auto before = town.cookie();
        const auto who = town.who(before).value();
        const auto after = town.sign_in.rotate(who, "Firefox").value().cookie;
        CHECK_FALSE(town.who(before).has_value());
        CHECK(town.who(after)->csrf_token != who.csrf_token);
    });
}

TEST_CASE("tokens have their permissions on their unit, until they end or are revoked") {
    for_each_town([](Town& town) {
        const auto today = Date::parse_iso("2026-02-25").value();
        const auto tree = town.database()
                              .read([&](Connection& c) { return read_units(c, town.installed.tenant.id); })
                              .value();
        const Access creator{{{town.installed.root, Role::administrator}}};
        const auto issue = [&](std::string permission, std::optional<Instant> expires) {
            const NewApiToken wanted{"Phone system", town.installed.root, {std::move(permission)}, expires};
            return town.database().write(
                town.actor(), [&](Transaction& t) { return issue_token(t, wanted, creator, tree, today); });
        };
        CHECK(issue("rows.read", {}).error().code == "organisation.token_beyond");
        CHECK(issue("made.up", {}).error().code == "organisation.token_permission");
        const auto lasting = issue("import.run", {}).value();
        const auto ending = issue("import.run", town.database().now() + 1h).value();
        const auto who = town.bearer(lasting.secret).value();
        CHECK(who.token_client);
        CHECK(town.sign_in.may(who, permission::import_run));
        CHECK_FALSE(town.sign_in.may(who, permission::people_manage));
        CHECK(town.bearer(ending.secret).has_value());
        town.wait(1h);
        CHECK_FALSE(town.bearer(ending.secret).has_value());
        const UnitScope all{{town.installed.root}};
        const auto revoke = [&](const UnitScope& scope) {
            return town.database().write(town.actor(), [&](Transaction& t) {
                return revoke_token(t, lasting.id, scope, tree, today);
            });
        };
        CHECK(revoke(UnitScope{}).error().code == "organisation.unknown_token");
        CHECK(revoke(all).ok());
        CHECK_FALSE(town.bearer(lasting.secret).has_value());
        CHECK(town.database()
                  .read([&](Connection& c) {
                      return list_tokens(c, town.installed.tenant.id, all, tree, today);
                  })
                  .value()
                  .size() == 2);
    });
}

TEST_CASE("an empty installation is set up once, with the printed code") {
    for (const auto dialect : storage::testing::dialects()) {
        storage::testing::TestDatabase database{dialect};
        SignIn sign_in{*database, PasswordCost::least()};
        const auto first = prepare_setup(*database).value().value();
        const auto code = prepare_setup(*database).value().value();
        const FirstAdministrator wanted{{"Fjordby", Country::denmark}, "admin", "Administrator"};
        CHECK(refused(set_up(*database, sign_in, {first, wanted, password})) == "organisation.setup_code");
        CHECK(refused(set_up(*database, sign_in, {code, wanted, "kort"})) == "organisation.password_short");
        CHECK(set_up(*database, sign_in, {code, wanted, password}).ok());
        CHECK(refused(set_up(*database, sign_in, {code, wanted, password})) == "organisation.setup_done");
        CHECK_FALSE(prepare_setup(*database).value().has_value());
    }
}

} // namespace
} // namespace maerkbar::organisation
