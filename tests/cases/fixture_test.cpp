#include "cases/fixture.hpp"

#include <doctest/doctest.h>

#include "organisation/sign_in.hpp"
#include "storage/testing.hpp"

namespace maerkbar::cases {
namespace {

using organisation::SignIn;

web::Request request_of(const Actor& actor) {
    web::Request request;
    for (const auto& [name, value] : actor.cookies)
        request.headers.add("Cookie", name + "=" + value);
    if (!actor.bearer.empty()) request.headers.set("Authorization", "Bearer " + actor.bearer);
    return request;
}

TEST_CASE("everybody in Testby Kommune is signed in, with the rights of the role") {
    storage::testing::for_each_database([](storage::Database& database) {
        const auto fixture = make_fixture(database);
        REQUIRE_MESSAGE(fixture.ok(), (fixture.ok() ? "" : fixture.error().english()));
        SignIn sign_in(database, organisation::PasswordCost::least());
        const auto may = [&](std::string_view actor, std::string_view permission) {
            const auto identity = sign_in.identify(request_of(fixture->actors.find(actor)->second));
            return identity.ok() && identity->has_value() && sign_in.may(**identity, permission);
        };
        CHECK(may("administrator", "people.manage"));
        CHECK(may("consultant", "measurement.define"));
        CHECK_FALSE(may("consultant", "people.manage"));
        CHECK(may("leader", "measurement.read"));
        CHECK_FALSE(may("reader", "import.run"));
        CHECK(may("integration", "import.run"));
        CHECK_FALSE(may("nobody", "measurement.read"));
        CHECK(fixture->variables.size() == 5);
        const auto by_hand = sign_in.sign_in({TenantId{1}, "leader", std::string(fixture_password)});
        CHECK(by_hand.ok());
    });
}

} // namespace
} // namespace maerkbar::cases
