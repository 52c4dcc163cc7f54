#include "web/router.hpp"

#include <doctest/doctest.h>

#include <array>
#include <stdexcept>

#include "web/log.hpp"
#include "web/testing.hpp"

namespace maerkbar::web {
namespace {

using namespace testing;

Result<Response> say(Context& context, std::string_view text) {
    return Response::text(std::string(text) + context.request.parameters.text("unit"));
}

auto text(std::string_view what) {
    return [what](Context& context) { return say(context, what); };
}

auto failing(ErrorKind kind) {
    return [kind](Context&) -> Result<Response> {
        return Error{kind, "test.failed", "There is no such page.", {}, "name"};
    };
}

Result<Response> say_file(Context& context) {
    return Response::text(context.request.parameters.text("file"));
}

Result<Response> show_form(Context& context) {
    return Response::html(context.csrf_field());
}

Result<Response> throw_up(Context&) {
    throw std::runtime_error("secret detail");
}

Result<Response> say_fields(Context& context) {
    return Response::text(context.request.form.text("name") + context.request.form.text("parent.id"));
}

std::vector<Route> routes() {
    const std::string_view edit = "units.edit";
    std::vector<Route> table = {
        {Method::get, "/", Access::open, {}, Csrf::none, text("home")},
        {Method::get, "/units/{unit}", Access::signed_in, {}, Csrf::none, text("unit ")},
        {Method::get, "/units/new", Access::permission, edit, Csrf::none, text("new")},
        {Method::post, "/units/{unit}", Access::permission, edit, Csrf::required, text("saved ")},
        {Method::get, "/assets/{file*}", Access::anonymous, {}, Csrf::none, say_file},
        {Method::post, "/sign-in", Access::open, {}, Csrf::required, text("in")},
        {Method::get, "/sign-in", Access::open, {}, Csrf::none, show_form},
        {Method::post, "/upload", Access::signed_in, {}, Csrf::required, text("up"), BodyLimit::upload},
        {Method::get, "/throws", Access::open, {}, Csrf::none, throw_up},
        {Method::post,
         "/api/v1/units",
         Access::signed_in,
         {},
         Csrf::required,
         say_fields,
         BodyLimit::document,
         {"Make a unit"}},
        {Method::get,
         "/api/v1/units/{unit}",
         Access::signed_in,
         {},
         Csrf::none,
         text("api "),
         {},
         {"One unit"}},
    };
    static constexpr std::array<std::string_view, 7> paths = {"/e0", "/e1", "/e2", "/e3",
                                                              "/e4", "/e5", "/e6"};
    for (std::size_t kind = 0; kind < paths.size(); ++kind)
        table.push_back(
            {Method::get, paths[kind], Access::open, {}, Csrf::none, failing(static_cast<ErrorKind>(kind))});
    return table;
}

struct Site {
    FakeAuthenticator authenticator;
    Languages languages;
    PlainErrorPage page;
    Router router{routes(), authenticator, languages, page};

    Response ask(Request request) { return router.handle(std::move(request)); }
};

TEST_CASE("paths find their handler, literals before names") {
    Site site;
    site.authenticator.sign_in();
    site.authenticator.permissions = {"units.edit"};
    CHECK(site.ask(get("/")).body == "home");
    CHECK(site.ask(get("/units/7")).body == "unit 7");
    CHECK(site.ask(get("/units/new")).body == "new");
    CHECK(site.ask(get("/units/%C3%A6%2Fb")).body == "unit æ/b");
    CHECK(site.ask(get("/assets/css/a.css")).body == "css/a.css");
    CHECK(site.ask(request(Method::head, "/units/7")).status == 200);
}

TEST_CASE("what is not there gets 404, 405 with Allow, 400 or the right form of the path") {
    Site site;
    CHECK(site.ask(get("/nowhere")).status == 404);
    CHECK(site.ask(get("/units")).status == 404);
    const auto wrong = site.ask(request(Method::delete_, "/sign-in"));
    CHECK(wrong.status == 405);
    CHECK(header(wrong, "Allow") == "GET, POST, HEAD");
    for (const auto* path : {"/%zz", "/a/../b", "/a/%2e%2e/b", "/%00", "/%ff", "nothing", ""})
        CHECK_MESSAGE(site.ask(get(path)).status == 400, path);
    CHECK(site.ask(get("/?a=%zz")).status == 400);
    const auto slash = site.ask(get("/units/7/?a=1"));
    CHECK(slash.status == 308);
    CHECK(header(slash, "Location") == "/units/7?a=1");
    CHECK(site.ask(get("//units/7/")).status == 404);
}

TEST_CASE("nobody signed in is sent to the sign-in page and back, an API client gets 401") {
    Site site;
    const auto page = site.ask(get("/units/7?period=2026-10"));
    CHECK(page.status == 303);
    CHECK(header(page, "Location") == "/sign-in?next=%2Funits%2F7%3Fperiod%3D2026-10");
    const auto api = site.ask(get("/api/v1/units/7"));
    CHECK(api.status == 401);
    CHECK(header(api, "WWW-Authenticate") == "Bearer");
    auto form = post("/units/7", {});
    form.headers.set("Referer", "http://maerkbar.test/units/7/edit?x=1");
    CHECK(header(site.ask(form), "Location") == "/sign-in?next=%2Funits%2F7%2Fedit%3Fx%3D1");
    form.headers.set("Referer", "http://evil.test/units");
    CHECK(header(site.ask(form), "Location") == "/sign-in?next=%2F");
}

TEST_CASE("a permission is needed where the route names one") {
    Site site;
    site.authenticator.sign_in();
    CHECK(site.ask(get("/units/new")).status == 403);
    site.authenticator.permissions = {"units.edit"};
    CHECK(site.ask(get("/units/new")).status == 200);
}

TEST_CASE("forms need the token of the session and must come from our own page") {
    Site site;
    site.authenticator.sign_in();
    site.authenticator.permissions = {"units.edit"};
    CHECK(site.ask(post("/units/7", {})).status == 403);
    CHECK(site.ask(post("/units/7", {{"csrf", "another"}})).status == 403);
    const auto good = post("/units/7", {{"csrf", "token-of-the-session"}});
    CHECK(site.ask(good).body == "saved 7");
    auto foreign = good;
    foreign.headers.set("Sec-Fetch-Site", "cross-site");
    CHECK(site.ask(foreign).status == 403);
    auto other_origin = good;
    other_origin.headers.set("Origin", "https://evil.test");
    CHECK(site.ask(other_origin).status == 403);
    other_origin.headers.set("Origin", "http://maerkbar.test");
    CHECK(site.ask(other_origin).status == 200);
    auto by_header = post("/units/7", {});
    by_header.headers.set("X-CSRF-Token", "token-of-the-session");
    CHECK(site.ask(by_header).status == 200);
    site.authenticator.identity->csrf_token.clear();
    CHECK(site.ask(post("/units/7", {{"csrf", ""}})).status == 403);
    site.authenticator.identity->token_client = true;
    CHECK(site.ask(post("/units/7", {})).status == 200);
}

TEST_CASE("somebody not signed in gets a form token in a cookie") {
    Site site;
    const auto page = site.ask(get("/sign-in"));
    const auto cookie = header(page, "Set-Cookie");
    REQUIRE(cookie.starts_with("form="));
    CHECK(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"));
    const auto token = cookie.substr(5, 32);
    CHECK(page.body.find("value=\"" + token + "\"") != std::string::npos);
    CHECK(header(page, "Cache-Control") == "no-store");
    auto form = post("/sign-in", {{"csrf", token}});
    CHECK(site.ask(form).status == 403);
    form.headers.set("Cookie", "a=b; form=" + token);
    CHECK(site.ask(form).body == "in");
    form.headers.set("Cookie", "form=short");
    CHECK(site.ask(form).status == 403);
}

TEST_CASE("every kind of error has its status, as page or as problem details") {
    Site site;
    const std::array statuses = {422, 404, 403, 409, 413, 503, 500};
    for (std::size_t i = 0; i < statuses.size(); ++i)
        CHECK(site.ask(get("/e" + std::to_string(i))).status == statuses[i]);
    auto danish = get("/e1");
    danish.headers.set("Accept-Language", "da");
    CHECK(site.ask(danish).body == "<h1>Ikke fundet</h1><p>Siden findes ikke.</p>");
    auto json = get("/e0");
    json.headers.set("Accept", "application/json");
    json.headers.set("Accept-Language", "en");
    json.request_id = "r1";
    const auto problem = site.ask(json);
    CHECK(header(problem, "Content-Type") == "application/problem+json");
    CHECK(problem.body ==
          R"({"type":"urn:maerkbar:test.failed","title":"Something must be corrected","status":422,)"
          R"("detail":"There is no such page.","instance":"urn:maerkbar:request:r1",)"
          R"("errors":[{"field":"name","code":"test.failed","detail":"There is no such page."}]})");
    CHECK(header(site.ask(get("/e5")), "Retry-After") == "5");
}

std::string logged;

TEST_CASE("our own fault is logged with the request's number and not shown") {
    Site site;
    set_log_sink([](std::string_view line) { logged += line; });
    auto request = get("/throws");
    request.request_id = "abc123";
    request.headers.set("Accept-Language", "en");
    const auto answer = site.ask(request);
    set_log_sink(nullptr);
    CHECK(answer.status == 500);
    CHECK(answer.body.find("secret") == std::string::npos);
    CHECK(answer.body.find("abc123") != std::string::npos);
    CHECK(logged.find("\"request\":\"abc123\"") != std::string::npos);
    CHECK(logged.find("secret detail") != std::string::npos);
}

TEST_CASE("every answer carries the security headers") {
    Site site;
    for (const auto* path : {"/", "/nowhere", "/units/7", "/throws", "/assets/x"}) {
        set_log_sink([](std::string_view) {});
        const auto answer = site.ask(get(path));
        set_log_sink(nullptr);
        CHECK(
            header(answer, "Content-Security-Policy").starts_with("default-src 'none'; script-src 'self';"));
        CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
        CHECK(header(answer, "Referrer-Policy") == "same-origin");
        CHECK(header(answer, "Strict-Transport-Security") == "(none)");
        CHECK(header(answer, "X-Request-Id").size() == 16);
    }
    CHECK(header(site.ask(get("/")), "Cache-Control") == "no-cache");
    site.authenticator.sign_in();
    CHECK(header(site.ask(get("/")), "Cache-Control") == "no-store");
    auto secure = get("/sign-in");
    secure.https = true;
    site.authenticator.identity.reset();
    const auto answer = site.ask(secure);
    CHECK(header(answer, "Strict-Transport-Security") == "max-age=31536000");
    CHECK(header(answer, "Set-Cookie").starts_with("__Host-form="));
    CHECK(header(answer, "Set-Cookie").ends_with("; Secure"));
}

TEST_CASE("a JSON body is read as fields, and wrong content is refused") {
    Site site;
    site.authenticator.sign_in();
    site.authenticator.identity->token_client = true;
    auto json = request(Method::post, "/api/v1/units");
    json.headers.set("Content-Type", "application/json; charset=utf-8");
    json.body = R"({"name":"Bro","parent":{"id":12}})";
    CHECK(site.ask(json).body == "Bro12");
    json.body = "{";
    CHECK(site.ask(json).status == 422);
    json.headers.set("Content-Type", "application/xml");
    CHECK(site.ask(json).status == 415);
    auto broken = post("/units/7", {});
    broken.body = "a=%";
    site.authenticator.permissions = {"units.edit"};
    CHECK(site.ask(broken).status == 400);
}

TEST_CASE("without the database, assets work and everything else says so") {
    Site site;
    site.authenticator.failure = Error{ErrorKind::unavailable, "storage.gone", "There is no such page."};
    CHECK(site.ask(get("/assets/x")).status == 200);
    CHECK(site.authenticator.asked == 0);
    CHECK(site.ask(get("/")).status == 503);
    CHECK(site.ask(get("/units/7")).status == 503);
}

TEST_CASE("how much of a body is read depends on the route and on who asks") {
    Site site;
    CHECK(site.router.admit(post("/sign-in", {})).body_bytes == 1u << 20);
    CHECK(site.router.admit(post("/api/v1/units", {})).body_bytes == 16u << 20);
    REQUIRE(site.router.admit(post("/upload", {})).refusal.has_value());
    CHECK(site.router.admit(post("/upload", {})).refusal->status == 303);
    site.authenticator.sign_in();
    const auto admission = site.router.admit(post("/upload", {}));
    CHECK_FALSE(admission.refusal.has_value());
    CHECK(admission.to_files);
    CHECK(admission.body_bytes == 200u << 20);
    CHECK(site.router.refuse(get("/"), 431).status == 431);
}

TEST_CASE("who announces too large a body is told on a page of their own, with what the head asks for") {
    Site site;
    CHECK_FALSE(site.router.admit(post("/sign-in", {}), 1u << 20).refusal.has_value());
    REQUIRE(site.router.admit(post("/sign-in", {}), (1u << 20) + 1).refusal.has_value());
    CHECK(site.router.admit(post("/sign-in", {}), (1u << 20) + 1).refusal->status == 413);
    CHECK(site.router.admit(post("/upload", {}), 1u << 30).refusal->status == 303);
    site.authenticator.sign_in();
    const auto asked = site.authenticator.asked;
    const auto refused = site.router.admit(post("/upload", {}), 1u << 30).refusal;
    REQUIRE(refused.has_value());
    CHECK(refused->status == 413);
    CHECK(refused->headers.get("X-Content-Type-Options").has_value());
    CHECK(site.authenticator.asked == asked + 1);
}

TEST_CASE("a route table with holes is found out") {
    CHECK(faults_in(routes()).empty());
    const auto handler = [](Context&) -> Result<Response> { return Response::no_content(); };
    const std::vector<Route> bad = {
        {Method::post, "/a", Access::signed_in, {}, Csrf::none, handler},
        {Method::get, "/b", Access::permission, {}, Csrf::none, handler},
        {Method::get, "/c", Access::open, "x", Csrf::none, handler},
        {Method::get, "/d", Access::open, {}, Csrf::none, {}},
        {Method::get, "/e/", Access::open, {}, Csrf::none, handler},
        {Method::get, "/f/{a*}/b", Access::open, {}, Csrf::none, handler},
        {Method::get, "/g/{a}/{a}", Access::open, {}, Csrf::none, handler},
        {Method::get, "/h/{a}", Access::open, {}, Csrf::none, handler},
        {Method::get, "/h/{b}", Access::open, {}, Csrf::none, handler},
        {Method::get, "/api/v1/x", Access::open, {}, Csrf::none, handler},
        {Method::get, "/i", Access::open, {}, Csrf::required, handler},
        {Method::post, "/j", Access::anonymous, {}, Csrf::required, handler},
        {Method::get, "no", Access::open, {}, Csrf::none, handler},
        {Method::get, "/k{x", Access::open, {}, Csrf::none, handler},
        {Method::get, "/api/v1/y", Access::open, {}, Csrf::none, handler, {}, {"Y", {}, "{", {}}},
    };
    CHECK(faults_in(bad).size() == bad.size() - 1); // all but the first /h
    CHECK(faults_in(bad).front() == "POST /a changes something without asking for the form token");
}

} // namespace
} // namespace maerkbar::web
