#include "web/parts/shell.hpp"

#include <doctest/doctest.h>

#include "web/assets.hpp"
#include "web/testing.hpp"

using namespace maerkbar;
using namespace maerkbar::web;
using namespace maerkbar::web::parts;

namespace {

// A router with the routes of the shell and one page that is drawn in it.
struct Site {
    testing::FakeAuthenticator authenticator;
    Languages languages;
    PlainErrorPage error_page;
    Router router{routes(), authenticator, languages, error_page};

    static std::vector<Route> routes() {
        Route home;
        home.pattern = "/";
        home.access = Access::open;
        home.csrf = Csrf::none;
        home.handler = [](Context& context) -> Result<Response> {
            return Response::html(page(page_info(context, "Overview"), {}));
        };
        return {home, asset_route(), preferences_route()};
    }

    Response choose(const char* name, const char* value, const char* back) {
        authenticator.sign_in();
        return router.handle(
            testing::post("/preferences", {{"csrf", "token-of-the-session"}, {name, value}, {"back", back}}));
    }
};

bool has(const Response& response, std::string_view part) {
    return response.body.find(part) != std::string::npos;
}

Request with_cookie(Request request, const char* cookie) {
    request.headers.set("Cookie", cookie);
    return request;
}

} // namespace

TEST_CASE("the routes of the shell keep the rules of the table") {
    CHECK(faults_in(Site::routes()).empty());
}

TEST_CASE("the language and the colours chosen in the footer are kept in a cookie") {
    Site site;
    const Response kept = site.choose("language", "nb", "/units/4?period=2026-10");
    CHECK(kept.status == 303);
    CHECK(testing::header(kept, "Location") == "/units/4?period=2026-10");
    CHECK(testing::header(kept, "Set-Cookie").starts_with("language=nb;"));
    CHECK(testing::header(site.choose("theme", "dark", "/"), "Set-Cookie").starts_with("theme=dark;"));
    CHECK(testing::header(site.choose("theme", "pink", "/"), "Set-Cookie") == "(none)");
    CHECK(testing::header(site.choose("language", "nb", "//evil.example"), "Location") == "/");
}

TEST_CASE("a page follows the cookies") {
    Site site;
    CHECK(has(site.router.handle(with_cookie(testing::get("/"), "language=nb; theme=dark")),
              R"(<html lang="nb" data-theme="dark">)"));
    CHECK(has(site.router.handle(with_cookie(testing::get("/"), "language=en; theme=pink")),
              R"(<html lang="en">)"));
    CHECK(has(site.router.handle(testing::get("/")), R"(<html lang="da">)"));
}

TEST_CASE("a failure is a page that says what to do and how to ask for help") {
    Site site;
    const Response missing = site.router.handle(testing::get("/no-such-page"));
    CHECK(missing.status == 404);
    CHECK(has(missing, "<h1>"));
    CHECK(has(missing, "Til forsiden"));
}

TEST_CASE("a style sheet is served to be kept, under its present digest alone") {
    Site site;
    const Response sheet = site.router.handle(testing::get(asset_url("main.css")));
    CHECK(sheet.status == 200);
    CHECK(testing::header(sheet, "Content-Type") == "text/css; charset=utf-8");
    CHECK(testing::header(sheet, "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(testing::header(site.router.handle(testing::get("/assets/main.css?v=old")), "Cache-Control") ==
          "no-cache");
    CHECK(site.router.handle(testing::get("/assets/none.css")).status == 404);
}
