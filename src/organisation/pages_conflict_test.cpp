// Two people at one record, forms that outlive their session, merging with roles, and columns told by hand.
#include <doctest/doctest.h>

#include "organisation/testing.hpp"

namespace maerkbar::organisation {
namespace {

using testing::has;
using testing::Site;

std::string page_of(UnitId unit) {
    return "/organisation/" + std::to_string(unit.value);
}

void the_second_is_told(storage::Dialect dialect) {
    Site site{dialect};
    const auto rename = page_of(site.care) + "/rename";
    CHECK(has(site.get(rename), R"(name="version" value="1")"));
    CHECK(site.post(rename, {{"name", "Pleje"}, {"from", "2026-01-01"}, {"version", "1"}}).status == 303);
    const auto second =
        site.post(rename, {{"name", "Omsorg og pleje"}, {"from", "2026-01-01"}, {"version", "1"}});
    CHECK(second.status == 422);
    CHECK(has(second, "Somebody else changed this"));
    CHECK(has(second, R"(value="Omsorg og pleje")"));
    CHECK(has(second, "Stored now"));
    CHECK(has(second, "Pleje"));
    CHECK(has(second, R"(name="version" value="2")"));
    CHECK(site.post(rename, {{"name", "Omsorg og pleje"}, {"from", "2026-01-01"}, {"version", "2"}}).status ==
          303);
}

void own_details_are_checked_too(storage::Dialect dialect) {
    Site site{dialect};
    const auto send = [&](const char* name, const std::string& version) {
        return site.post("/account/edit",
                         {{"name", name}, {"language", "da"}, {"theme", "light"}, {"version", version}});
    };
    const auto form = site.get("/account/edit").body;
    const std::string mark = R"(name="version" value=")";
    const auto at = form.find(mark) + mark.size();
    const auto version = form.substr(at, form.find('"', at) - at);
    CHECK(send("Skrevet af en administrator", version).status == 303);
    const auto second = send("Mit eget", version);
    CHECK(second.status == 422);
    CHECK(has(second, R"(value="Mit eget")"));
    CHECK(has(second, "Skrevet af en administrator"));
    CHECK(send("Mit eget", std::to_string(std::stoi(version) + 1)).status == 303);
}

void roles_come_along(storage::Dialect dialect) {
    Site site{dialect};
    site.person("mette", {site.care, Role::leader});
    const auto merge = page_of(site.care) + "/merge";
    CHECK(has(site.get(merge), "Navn mette, Leader"));
    const auto into = std::to_string(site.culture.value);
    CHECK(site.post(merge, {{"into", into}, {"from", "2026-01-01"}, {"version", "1"}}).status == 303);
    const auto roles = site.database().read([&](storage::Connection& connection) -> Result<std::size_t> {
        const auto mette = TRY(person_with_login(connection, site.installed.tenant.id, "mette"));
        return TRY(roles_of(connection, site.installed.tenant.id, *mette)).size();
    });
    CHECK(roles.value() == 2);
    CHECK(has(site.get("/people?search=mette"), "Leader, Kultur"));
}

void a_refused_form_is_shown_again(storage::Dialect dialect) {
    Site site{dialect};
    web::Languages languages;
    web::parts::PlainErrorPage page;
    web::Router router{routes(site.services), site.sign_in, languages, page};
    auto request = web::testing::post(page_of(site.care) + "/rename",
                                      {{"name", "Pleje & omsorg"}, {"from", "2026-01-01"}, {"csrf", "old"}});
    CHECK(router.handle(request).status == 303); // nobody says that it came from our own page
    request.headers.set("Sec-Fetch-Site", "same-origin");
    const auto signed_out = router.handle(request);
    CHECK(signed_out.status == 401);
    CHECK(has(signed_out, "Pleje &amp; omsorg"));
    const auto stale = router.handle(site.signed_in(request));
    CHECK(stale.status == 403);
    CHECK(has(stale, R"(name="name" value="Pleje &amp; omsorg")"));
    CHECK(has(stale, "Send it again"));
    auto secret = web::testing::post("/account/password", {{"password", "a"}, {"new_password", "b"}});
    secret.headers.set("Sec-Fetch-Site", "same-origin");
    CHECK(router.handle(secret).status == 303);
}

void columns_are_told(storage::Dialect dialect) {
    Site site{dialect};
    const auto preview = site.post("/organisation/import/columns",
                                   {{"from", "2026-01-01"},
                                    {"table", "Afdnr,Afdelingsnavn,Over\nSKO,Skoler,\nSFO,Klub,SKO\n"},
                                    {"code", "Afdnr"},
                                    {"name", "Afdelingsnavn"},
                                    {"parent", "Over"}});
    CHECK(preview.status == 200);
    CHECK(has(preview, "Check the units"));
    CHECK(has(preview, "Klub"));
}

TEST_CASE("columns with other names than ours are told by hand") {
    for (const auto dialect : storage::testing::dialects())
        columns_are_told(dialect);
}

TEST_CASE("of two who edit the same unit, the second is told and loses nothing") {
    for (const auto dialect : storage::testing::dialects())
        the_second_is_told(dialect);
}

TEST_CASE("somebody's own details are checked like those that others edit") {
    for (const auto dialect : storage::testing::dialects())
        own_details_are_checked_too(dialect);
}

TEST_CASE("people with roles on a merged unit have them on the receiving one") {
    for (const auto dialect : storage::testing::dialects())
        roles_come_along(dialect);
}

TEST_CASE("a form that outlives its session is shown again, never a password") {
    for (const auto dialect : storage::testing::dialects())
        a_refused_form_is_shown_again(dialect);
}

} // namespace
} // namespace maerkbar::organisation
