#include "cases/client.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "web/testing.hpp"

namespace maerkbar::cases {
namespace {

using web::Access;
using web::Context;
using web::Csrf;
using web::Method;
using web::Response;

// What arrived, as text.
Result<Response> echo(Context& context) {
    std::string text = context.request.target();
    for (const auto& [name, value] : context.request.form)
        if (name != "csrf") text += " " + name + "=" + value;
    for (const auto& file : context.request.files)
        text += " " + file.field + ":" + file.filename + ":" + std::to_string(file.size);
    return Response::text(text);
}

// A page with a form, as somebody who has not signed in gets it.
Result<Response> form_page(Context& context) {
    web::Html page;
    page << context.csrf_field();
    return Response::html(page);
}

// A router that answers with what it was sent, and a client that asks it.
struct Site {
    web::testing::FakeAuthenticator authenticator;
    web::Languages languages;
    web::testing::PlainErrorPage page;
    web::Router router{
        {{Method::get, "/form", Access::open, {}, Csrf::none, form_page},
         {Method::get, "/echo", Access::open, {}, Csrf::none, echo},
         {Method::post, "/echo", Access::open, {}, Csrf::required, echo},
         {Method::post, "/files", Access::open, {}, Csrf::required, echo, web::BodyLimit::upload}},
        authenticator,
        languages,
        page};
    Client client{router, {{"nobody", nobody()}}, std::filesystem::temp_directory_path(), "."};

    // The status and body that the first request of the case gets.
    std::string ask(std::string_view text) {
        const auto parsed = parse_case(std::string(text) + "\n=> 200\n");
        REQUIRE(parsed.ok());
        const auto answer = client.send(parsed->steps[0], {{"unit", "7"}});
        return answer.ok() ? std::to_string(answer->status) + " " + answer->body : answer.error().english();
    }
};

TEST_CASE("queries, forms and JSON arrive as a browser sends them") {
    Site site;
    CHECK(site.ask("GET /echo?unit={{unit}}") == "200 /echo?unit=7");
    CHECK(site.ask("POST /echo\nname = Æ & {{unit}}\nnote = a=b") == "200 /echo name=Æ & 7 note=a=b");
    CHECK(site.ask("POST /echo\n| {\"name\": {\"first\": \"Æ\"}}") == "200 /echo name.first=Æ");
}

TEST_CASE("files go through the server's reader") {
    Site site;
    CHECK(site.ask("POST /files\nkind = x\nfile rows = a.csv\n| a;b\n| 1;2") ==
          "200 /files kind=x rows:a.csv:8");
    CHECK(site.ask("POST /files\nfile rows = a.md < tests/cases/README.md")
              .starts_with("200 /files rows:a.md:"));
    CHECK(site.ask("POST /files\nfile rows = a < no/such") == "there is no file no/such");
}

TEST_CASE("a form without its token is refused, one with the token of the last page is not") {
    Site site;
    CHECK(site.ask("POST /echo\nwithout form token").starts_with("403"));
    CHECK(site.ask("GET /form").starts_with("200"));
    CHECK(site.ask("POST /echo") == "200 /echo");
    site.authenticator.sign_in();
    CHECK(site.ask("POST /echo").starts_with("403"));
    CHECK(site.ask("GET /form").find("token-of-the-session") != std::string::npos);
    CHECK(site.ask("POST /echo") == "200 /echo");
}

TEST_CASE("what cannot be sent is said") {
    Site site;
    CHECK(site.ask("as leader\nGET /echo") == "nobody is called leader");
    CHECK(site.ask("GET /{{team}}") == "nothing is called {{team}}");
}

} // namespace
} // namespace maerkbar::cases
