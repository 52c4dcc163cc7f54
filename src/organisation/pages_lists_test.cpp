#include <doctest/doctest.h>

#include "organisation/pages_places.hpp"
#include "organisation/testing.hpp"

namespace maerkbar::organisation {
namespace {

using testing::has;
using testing::Site;
using web::testing::header;

void for_each_site(FunctionRef<void(Site&)> test) {
    for (const auto dialect : storage::testing::dialects()) {
        Site site{dialect};
        test(site);
    }
}

// What stands between `before` and `after` in the page.
std::string between(const web::Response& page, std::string_view before, std::string_view after) {
    const auto start = page.body.find(before);
    REQUIRE(start != std::string::npos);
    const auto from = start + before.size();
    return page.body.substr(from, page.body.find(after, from) - from);
}

std::string token_for(Site& site, std::string_view permission) {
    const auto page = site.post("/tokens/new", {{"name", "System"},
                                                {"unit", std::to_string(site.installed.root.value)},
                                                {"permission", std::string{permission}}});
    REQUIRE(page.status == 200);
    return between(page, R"(class="secret">)", "<");
}

TEST_CASE("a person is added with a role, signs in by code, is locked and unlocked") {
    for_each_site([](Site& site) {
        CHECK(has(site.get("/people"), "Administrator"));
        CHECK(site.get("/people/new").status == 200);
        CHECK(site.post("/people/new", {{"name", "Leder"}, {"login", "leder"}, {"role", "leader"}}).status ==
              422);
        const auto made = site.post("/people/new", {{"name", "Leder"},
                                                    {"login", "Leder"},
                                                    {"role", "leader"},
                                                    {"unit", std::to_string(site.care.value)}});
        REQUIRE(made.status == 200);
        const auto code = between(made, R"(class="secret">)", "<");
        const auto page = between(made, R"(href="/people/)", "\"");
        CHECK(site.sign_in.redeem({site.actor().tenant, "leder", code}, Site::password).ok());
        const auto person = "/people/" + page;
        CHECK(has(site.get(person), "Omsorg"));
        CHECK(site.post(person + "/lock", {}).status == 303);
        CHECK_FALSE(site.sign_in.sign_in({site.actor().tenant, "leder", Site::password}).ok());
        CHECK(site.post(person + "/unlock", {}).status == 303);
        CHECK(site.sign_in.sign_in({site.actor().tenant, "leder", Site::password}).ok());
        CHECK(site.get(person + "/edit").status == 200);
        CHECK(site.post(person + "/edit", {{"name", "Leder"}, {"login", "admin"}}).status == 422);
        CHECK(site.post(person + "/edit", {{"name", "Ny leder"}, {"login", "leder"}}).status == 303);
        CHECK(has(site.get("/people?search=ny+leder"), "Ny leder"));
        CHECK(site.get(person + "/roles").status == 200);
        const web::Fields role = {{"role", "reader"}, {"unit", std::to_string(site.culture.value)}};
        CHECK(site.post(person + "/roles", role).status == 303);
        CHECK(has(site.get(person), "Kultur"));
        CHECK(site.post(person + "/roles/remove", role).status == 303);
        CHECK(site.post(person + "/code", {}).status == 200);
        CHECK(site.post("/people/1/lock", {}).status == 409);
        CHECK(site.get("/people/99").status == 404);
    });
}

TEST_CASE("the administrator of a part cannot reach people and units outside it") {
    for_each_site([](Site& site) {
        site.cookie = site.person("del", {site.culture, Role::administrator});
        CHECK_FALSE(has(site.get("/people"), ">Administrator<"));
        CHECK(site.get("/people/1").status == 404);
        CHECK(site.post("/people/1/code", {}).status == 404);
        CHECK(site.post("/people/new", {{"name", "Ny"},
                                        {"login", "ny"},
                                        {"role", "leader"},
                                        {"unit", std::to_string(site.care.value)}})
                  .status == 403);
        CHECK(site.get("/audit").status == 403);
        CHECK(site.post("/catalogue/channel/new", {{"name", "Telefon"}, {"active", "on"}}).status == 403);
        CHECK(site.post("/closing-days/new", {{"day", "2026-06-05"}, {"reason", "Fri"}}).status == 403);
        site.cookie = site.person("laeser", {site.culture, Role::reader});
        for (const auto* page :
             {"/people", "/audit", "/tokens", "/places", "/catalogue/channel", "/people/new"})
            CHECK(site.get(page).status == 403);
    });
}

TEST_CASE("lists are kept by forms") {
    for_each_site([](Site& site) {
        for (const auto* kind : {"service", "channel", "customer_type", "contact_point"}) {
            const auto page = "/catalogue/" + std::string{kind};
            CHECK(has(site.get(page), "The list is empty"));
            CHECK(site.get(page + "/new").status == 200);
            CHECK(site.post(page + "/new", {{"name", "Første"}, {"kle", "27.03"}, {"active", "on"}}).status ==
                  303);
            CHECK(site.post(page + "/new", {{"name", "første"}, {"active", "on"}}).status == 422);
            CHECK(has(site.get(page), "Første"));
        }
        CHECK(has(site.get("/catalogue/service"), "27.03"));
        CHECK(site.get("/catalogue/service/1").status == 200);
        CHECK(site.get("/catalogue/channel/1").status == 404);
        CHECK(site.post("/catalogue/service/1", {{"name", "Anden"}}).status == 303);
        CHECK(has(site.get("/catalogue/service"), "No longer in use"));
        CHECK(site.get("/catalogue/nothing").status == 404);
    });
}

TEST_CASE("places, hours and days off are kept by forms") {
    for_each_site([](Site& site) {
        CHECK(has(site.get("/places"), "No places yet"));
        for (const auto* page : {"/places/new", "/hours/new", "/closing-days/new"})
            CHECK(site.get(page).status == 200);
        CHECK(site.post("/places/new", {{"name", "Rådhuset"}, {"active", "on"}}).status == 303);
        CHECK(site.post("/places/1", {{"name", "Rådhuset"}, {"address", "Torvet 1"}, {"active", "on"}})
                  .status == 303);
        const auto hours = [&](std::string opens, std::string closes, std::string place = "1") {
            return site
                .post("/hours/new", {{"unit", std::to_string(site.care.value)},
                                     {"place", place},
                                     {"weekday", "1"},
                                     {"opens", opens},
                                     {"closes", closes},
                                     {"from", "2026-01-01"}})
                .status;
        };
        CHECK(hours("9:30", "x") == 422);
        CHECK(hours("15", "9") == 422);
        CHECK(hours("9", "15", "7") == 404);
        CHECK(hours("9:30", "15.00") == 303);
        CHECK(has(site.get("/places"), "09:30–15:00"));
        CHECK(has(site.get("/places"), "5.5"));
        CHECK(site.get("/hours/1/end").status == 200);
        CHECK(site.post("/hours/1/end", {{"from", "2026-02-01"}}).status == 303);
        CHECK(site.post("/closing-days/new", {{"day", "2026-06-05"}, {"reason", "Grundlovsdag"}}).status ==
              303);
        CHECK(has(site.get("/places"), "Grundlovsdag"));
        CHECK(site.post("/closing-days/2026-06-05/remove", {}).status == 303);
        CHECK_FALSE(has(site.get("/places"), "Grundlovsdag"));
    });
}

TEST_CASE("times of day are read as people write them") {
    for (const auto& [text, minute] : std::initializer_list<std::pair<const char*, int>>{
             {"9", 540}, {"9:30", 570}, {"09.30", 570}, {"0930", 570}, {"24:00", 1440}, {"0:00", 0}})
        CHECK(minute_of(text) == minute);
    for (const auto* text : {"", "x", "9:3", "9:60", "25", "24:01", "-1", "9:30x", "9::30"})
        CHECK_FALSE(minute_of(text).has_value());
    CHECK(clock_text(570) == "09:30");
}

TEST_CASE("the audit trail shows who did what") {
    for_each_site([](Site& site) {
        const auto page = site.get("/audit?object=unit&size=10");
        CHECK(page.status == 200);
        CHECK(has(page, "Opened a unit"));
        CHECK_FALSE(has(page, "Added a person"));
        CHECK(site.get("/audit?from=2026-13-01").status == 422);
    });
}

TEST_CASE("integrations do the same over the API with a token of their own") {
    for_each_site([](Site& site) {
        const auto token = token_for(site, "organisation.manage");
        const auto reading = token_for(site, "measurement.read");
        const auto root = std::to_string(site.installed.root.value);
        const auto made =
            site.json(web::Method::post, "/api/v1/units",
                      R"({"name":"Team","parent":)" + root + R"(,"level":4,"code_own":"T9"})", token);
        REQUIRE(made.status == 200);
        const auto id = between(made, R"("id":)", "}");
        const auto at = "/api/v1/units/" + id;
        const auto moved =
            site.json(web::Method::post, at + "/move",
                      R"({"parent":)" + std::to_string(site.care.value) + R"(,"from":"2026-01-01"})", token);
        CHECK(moved.status == 200);
        const auto wrong = site.json(web::Method::post, at + "/move", R"({"parent":")" + id + R"("})", token);
        CHECK(wrong.status == 422);
        CHECK(has(wrong, "urn:maerkbar:"));
        CHECK(has(site.json(web::Method::get, at, "", reading), R"("own":"T9")"));
        CHECK(has(site.json(web::Method::get, "/api/v1/units?size=2&page=2", "", reading), R"("page":2)"));
        CHECK(has(site.json(web::Method::get, "/api/v1/unit-levels", "", reading), R"("code":"team")"));
        CHECK(site.json(web::Method::get, at, "", token).status == 403);
        CHECK(site.json(web::Method::get, at, "", "mk_1.wrong").status == 401);
        CHECK(site.json(web::Method::post, "/api/v1/catalogue/channel", R"({"name":"Telefon","active":true})",
                        token)
                  .status == 200);
        CHECK(has(site.json(web::Method::get, "/api/v1/catalogue/channel", "", reading),
                  R"("name":"Telefon")"));
        for (const auto* list : {"/api/v1/places", "/api/v1/hours", "/api/v1/closing-days"})
            CHECK(has(site.json(web::Method::get, list, "", reading), R"("items":[])"));
    });
}

TEST_CASE("people, tokens and the trail are there as JSON too") {
    for_each_site([](Site& site) {
        const auto people = token_for(site, "people.manage");
        CHECK(has(site.json(web::Method::get, "/api/v1/people", "", people), R"("login":"admin")"));
        const auto body =
            R"({"name":"Ny","login":"ny","role":"reader","unit":)" + std::to_string(site.care.value) + "}";
        CHECK(has(site.json(web::Method::post, "/api/v1/people", body, people), R"("code":")"));
        CHECK(site.json(web::Method::post, "/api/v1/people", body, people).status == 409);
        CHECK(
            has(site.json(web::Method::get, "/api/v1/audit?object=person", "", token_for(site, "audit.read")),
                R"("action":"person.created")"));
        const auto tokens = token_for(site, "tokens.manage");
        CHECK(has(site.json(web::Method::get, "/api/v1/tokens", "", tokens), R"("works":true)"));
        CHECK(site.post("/tokens/1/revoke", {}).status == 303);
        CHECK(site.json(web::Method::get, "/api/v1/people", "", people).status == 401);
        CHECK(site.get("/tokens").status == 200);
    });
}

} // namespace
} // namespace maerkbar::organisation
