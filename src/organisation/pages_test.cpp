#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

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

std::string unit_page(UnitId unit, std::string_view rest = {}) {
    return "/organisation/" + std::to_string(unit.value) + std::string{rest};
}

TEST_CASE("the route table is sound") {
    Site site{storage::Dialect::sqlite};
    for (const auto& fault : web::faults_in(routes(site.services)))
        FAIL_CHECK(fault);
}

TEST_CASE("signing in sets a cookie, goes on to the page asked for, and out again") {
    for_each_site([](Site& site) {
        site.cookie.clear();
        CHECK(site.get("/sign-in").status == 200);
        CHECK(header(site.get("/organisation"), "Location").starts_with("/sign-in?next="));
        const auto session = site.sign_in.sign_in({site.actor().tenant, "admin", Site::password}).value();
        site.cookie = session.cookie;
        CHECK(site.get("/organisation").status == 200);
        const auto out = site.post("/sign-out", {});
        CHECK(header(out, "Location") == "/sign-in");
        CHECK(header(site.get("/organisation"), "Location").starts_with("/sign-in"));
    });
}

TEST_CASE("an empty installation leads to its set-up, and one that is set up does not go back") {
    for (const auto dialect : storage::testing::dialects()) {
        storage::testing::TestDatabase database{dialect};
        testing::PlainFrame frame;
        SignIn sign_in{*database, PasswordCost::least()};
        UnitTreeCache trees{*database};
        Services services{*database, sign_in, trees, frame};
        const web::Languages languages;
        web::testing::PlainErrorPage error_page;
        web::Router router{routes(services), sign_in, languages, error_page};
        const auto leads_to = [&](std::string_view page) {
            return header(router.handle(web::testing::get(page)), "Location");
        };
        CHECK(leads_to("/sign-in") == "/setup");
        CHECK(leads_to("/setup") == "(none)");
        const FirstAdministrator first{{"Fjordby Kommune", Country::denmark}, "admin", "Administrator"};
        REQUIRE(initialise(*database, first, sign_in.settings()).ok());
        CHECK(leads_to("/sign-in") == "(none)");
        CHECK(leads_to("/setup") == "/sign-in");
    }
}

TEST_CASE("the sign-in form answers a wrong password in place") {
    for_each_site([](Site& site) {
        site.cookie.clear();
        const auto page = site.get("/sign-in");
        const auto token = header(page, "Set-Cookie").substr(5, 32);
        const auto send = [&](std::string password) {
            auto request = web::testing::post(
                "/sign-in",
                {{"csrf", token}, {"login", "admin"}, {"password", password}, {"next", "/people"}});
            request.headers.set("Cookie", "form=" + token);
            return site.router.handle(request);
        };
        const auto wrong = send("hundehvalp");
        CHECK(wrong.status == 422);
        CHECK(has(wrong, R"(class="errors")"));
        CHECK_FALSE(has(wrong, "hundehvalp"));
        const auto right = send(Site::password);
        CHECK(right.status == 303);
        CHECK(header(right, "Location") == "/people");
        CHECK(header(right, "Set-Cookie").find("HttpOnly") != std::string::npos);
    });
}

TEST_CASE("the tree is shown as organised on a day, and a move keeps the past") {
    for_each_site([](Site& site) {
        CHECK(has(site.get("/organisation"), "Bibliotek"));
        CHECK(site.get(unit_page(site.library, "/move")).status == 200);
        const auto moved = site.post(unit_page(site.library, "/move"),
                                     {{"parent", std::to_string(site.care.value)}, {"from", "2026-01-01"}});
        CHECK(moved.status == 303);
        CHECK(header(moved, "Location") == unit_page(site.library));
        const auto page = site.get(unit_page(site.library));
        CHECK(has(page, "Kultur"));
        CHECK(has(page, "Omsorg"));
        const auto refused =
            site.post(unit_page(site.care, "/move"),
                      {{"parent", std::to_string(site.library.value)}, {"from", "2026-01-01"}});
        CHECK(refused.status == 422);
        CHECK(has(refused, "cannot lie beneath"));
        const auto empty = site.post(unit_page(site.care, "/move"), {});
        CHECK(empty.status == 422);
        CHECK(site.get("/organisation/999").status == 404);
    });
}

TEST_CASE("units are opened, renamed, corrected, closed, reopened and merged by forms") {
    for_each_site([](Site& site) {
        const auto root = std::to_string(site.installed.root.value);
        CHECK(site.get("/organisation/new").status == 200);
        const auto made = site.post("/organisation/new",
                                    {{"name", "Team"}, {"parent", root}, {"level", "4"}, {"code_own", "T1"}});
        REQUIRE(made.status == 303);
        const auto team = header(made, "Location");
        for (const auto* form : {"/rename", "/edit", "/close", "/merge"})
            CHECK(site.get(team + form).status == 200);
        CHECK(site.post(team + "/rename", {{"name", "Team Nord"}, {"from", "2026-02-01"}}).status == 303);
        CHECK(has(site.get(team), "Team Nord"));
        CHECK(site.post(team + "/edit", {{"level", "3"}, {"code_own", "KUL"}}).status == 422);
        CHECK(site.post(team + "/edit", {{"level", "77"}}).status == 422);
        CHECK(site.post(team + "/edit", {{"level", "3"}, {"code_own", "T2"}, {"opened", "2020-01-01"}})
                  .status == 303);
        CHECK(site.post(unit_page(site.culture, "/close"), {{"from", "2026-02-01"}}).status == 422);
        CHECK(site.post(team + "/close", {{"from", "2026-02-20"}}).status == 303);
        CHECK_FALSE(has(site.get("/organisation"), "Team Nord"));
        CHECK(has(site.get("/organisation?day=2026-02-19"), "Team Nord"));
        CHECK(site.post(team + "/reopen", {}).status == 303);
        CHECK(site.post(team + "/merge", {{"into", std::to_string(site.care.value)}, {"from", "2026-02-21"}})
                  .status == 303);
        CHECK(has(site.get(team), "Merged into"));
    });
}

TEST_CASE("nobody sees or changes what is not theirs") {
    for_each_site([](Site& site) {
        site.cookie = site.person("leder", {site.care, Role::leader});
        CHECK(has(site.get("/organisation"), "Omsorg"));
        CHECK_FALSE(has(site.get("/organisation"), "Bibliotek"));
        CHECK(site.get(unit_page(site.library)).status == 404);
        CHECK(site.get(unit_page(site.care)).status == 200);
        CHECK(site.get("/organisation/new").status == 403);
        site.cookie = site.person("admin-kultur", {site.culture, Role::administrator});
        CHECK(site.get(unit_page(site.care, "/move")).status == 403);
        CHECK(site.post(unit_page(site.library, "/move"),
                        {{"parent", std::to_string(site.care.value)}, {"from", "2026-01-01"}})
                  .status == 403);
        CHECK(
            site.post(unit_page(site.library, "/rename"), {{"name", "Nyt"}, {"from", "2026-01-01"}}).status ==
            303);
    });
}

TEST_CASE("a table of units is looked at before it changes anything") {
    for_each_site([](Site& site) {
        CHECK(site.get("/organisation/import").status == 200);
        CHECK(site.post("/organisation/import", {{"from", "2026-02-01"}}).status == 422);
        const auto upload = [&](std::string content) {
            const auto who = site.sign_in.identify(site.signed_in(web::testing::get("/"))).value().value();
            auto request = web::testing::request(web::Method::post, "/organisation/import");
            request.headers.set("Content-Type", "multipart/form-data; boundary=x");
            request.form = {{"csrf", who.csrf_token}, {"from", "2026-02-01"}};
            const auto path =
                std::filesystem::temp_directory_path() / ("units-" + who.csrf_token.substr(0, 8) + ".csv");
            std::ofstream{path} << content;
            web::UploadedFile file;
            file.field = "file";
            file.filename = "enheder.csv";
            file.path = path;
            file.size = content.size();
            file.owner = std::make_shared<web::TemporaryFile>(path);
            request.files.push_back(std::move(file));
            return site.ask(std::move(request));
        };
        const auto looked = upload("Kode;Navn;Overordnet;Niveau\nSKO;Skoler;;Sektor\nBIB;Biblioteket;OMS;\n");
        CHECK(looked.status == 200);
        CHECK(has(looked, "Renamed and moved"));
        CHECK_FALSE(has(site.get("/organisation"), "Skoler"));
        const web::Fields rows = {
            {"from", "2026-02-01"},
            {"rows", "code,name,parent,level\nSKO,Skoler,,Sektor\nBIB,Biblioteket,OMS,\n"}};
        CHECK(site.post("/organisation/import/confirm", rows).status == 303);
        CHECK(has(site.get("/organisation"), "Skoler"));
        CHECK(has(site.get(unit_page(site.library)), "Omsorg"));
        CHECK(upload("Kode;Navn\n;Uden kode\n").status == 422);
        CHECK(has(upload("Noget;Andet\n1;2\n"), "Which column is what"));
        site.cookie = site.person("del", {site.culture, Role::administrator});
        CHECK(site.post("/organisation/import/confirm", rows).status == 403);
    });
}

TEST_CASE("a person keeps their own account") {
    for_each_site([](Site& site) {
        CHECK(has(site.get("/account"), "Administrator"));
        CHECK(site.get("/account/edit").status == 200);
        CHECK(site.post("/account/edit", {{"name", ""}}).status == 422);
        const auto saved =
            site.post("/account/edit", {{"name", "Ny Navn"}, {"language", "nb"}, {"theme", "dark"}});
        CHECK(saved.status == 303);
        CHECK(has(site.get("/account"), "Ny Navn"));
        CHECK(site.get("/account/password").status == 200);
        CHECK(site.post("/account/password",
                        {{"password", "forkert"}, {"new_password", "fire blå heste løber"}})
                  .status == 422);
        const auto other = site.sign_in.sign_in({site.actor().tenant, "admin", Site::password}).value();
        CHECK(site.post("/account/sessions/" + std::to_string(other.id.value) + "/end", {}).status == 303);
        const auto changed = site.post(
            "/account/password", {{"password", Site::password}, {"new_password", "fire blå heste løber"}});
        CHECK(changed.status == 303);
        CHECK(header(changed, "Set-Cookie").starts_with("session="));
    });
}

} // namespace
} // namespace maerkbar::organisation
