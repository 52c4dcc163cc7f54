#include "web/url.hpp"

#include <doctest/doctest.h>

#include "web/cookie.hpp"
#include "web/forwarded.hpp"
#include "web/openapi.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

namespace maerkbar::web {
namespace {

TEST_CASE("percent encoding goes both ways, and broken codes are refused") {
    std::string bytes;
    for (int c = 1; c < 256; ++c)
        bytes += static_cast<char>(c);
    CHECK(percent_decoded(percent_encoded(bytes)) == bytes);
    CHECK(percent_encoded("a-z_.~ æ/") == "a-z_.~%20%C3%A6%2F");
    CHECK(percent_decoded("a+b", true) == "a b");
    CHECK(percent_decoded("a+b") == "a+b");
    for (const auto* bad : {"%", "%1", "%zz", "%00", "a%2"})
        CHECK_FALSE(percent_decoded(bad).has_value());
}

TEST_CASE("forms are taken apart in their order") {
    const auto fields = parse_urlencoded("a=1&b=&c&&a=2%263&%C3%A6=%C3%B8+%C3%A5");
    REQUIRE(fields.has_value());
    CHECK(*fields == Fields{{"a", "1"}, {"b", ""}, {"c", ""}, {"a", "2&3"}, {"æ", "ø å"}});
    CHECK(parse_urlencoded(to_query(*fields)) == *fields);
    CHECK(fields->all("a").size() == 2);
    CHECK_FALSE(parse_urlencoded("a=%").has_value());
    CHECK_FALSE(parse_urlencoded("a=%ff").has_value());
    std::string many;
    for (int i = 0; i < 10'001; ++i)
        many += "a&";
    CHECK_FALSE(parse_urlencoded(many).has_value());
}

TEST_CASE("links keep the rest of the query") {
    CHECK(with_changed("/units/1", {{"period", "2026-10"}, {"page", "2"}}, "page", "3") ==
          "/units/1?period=2026-10&page=3");
    CHECK(with_query("/units", {}) == "/units");
}

TEST_CASE("after signing in, nobody is sent to another site") {
    CHECK(local_path_or_root("/units/1?a=b%20c") == "/units/1?a=b%20c");
    for (const auto* evil : {"//evil.test", "/\\evil.test", "https://evil.test", "javascript:alert(1)", "",
                             "units", "/a\r\nSet-Cookie: x", "/a b", "\t//evil.test"})
        CHECK(local_path_or_root(evil) == "/");
}

TEST_CASE("UTF-8 is told from other bytes") {
    for (const auto* good : {"", "abc", "æøå", "€", "😀"})
        CHECK(is_utf8(good));
    for (const auto* bad :
         {"\xff", "\xc3", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc3(", "\x80"})
        CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("cookies are found by their whole name") {
    Request request;
    request.headers.add("Cookie", "a=1; session=x=y ;b=\"q\"");
    request.headers.add("Cookie", "c=3");
    CHECK(request.cookie("session") == "x=y");
    CHECK(request.cookie("c") == "3");
    CHECK_FALSE(request.cookie("sess").has_value());
    CHECK_FALSE(read_cookie(request, "__Host-a").has_value());
    request.https = true;
    CHECK_FALSE(read_cookie(request, "a").has_value());
    CHECK(header_of({"session", "v", true, std::chrono::seconds(60)}) ==
          "__Host-session=v; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60");
}

TEST_CASE("a client that asks for JSON first gets it, and so does every API path") {
    Request request;
    CHECK_FALSE(request.wants_json());
    request.headers.set("Accept", "text/html, application/json");
    CHECK_FALSE(request.wants_json());
    request.headers.set("Accept", "application/json, text/html");
    CHECK(request.wants_json());
    request.headers.set("Accept", "text/html");
    request.path = "/api/v1/x";
    CHECK(request.wants_json());
    request.path = "/apiary";
    CHECK_FALSE(request.wants_json());
}

std::string seen_from(std::string_view peer, const std::vector<std::string>& trusted, std::string forwarded) {
    Request request;
    request.remote_address = peer;
    request.headers.set("X-Forwarded-For", std::move(forwarded));
    apply_forwarded(request, trusted);
    return request.remote_address;
}

TEST_CASE("proxies are trusted by address or network, of both kinds of address") {
    CHECK(seen_from("172.18.0.2", {"172.16.0.0/12"}, "192.0.2.7") == "192.0.2.7");
    CHECK(seen_from("172.32.0.2", {"172.16.0.0/12"}, "192.0.2.7") == "172.32.0.2");
    CHECK(seen_from("::1", {"::1"}, "192.0.2.7, ::1") == "192.0.2.7");
    CHECK(seen_from("fd12::5", {"fd00::/8"}, "192.0.2.7") == "192.0.2.7");
    CHECK(seen_from("10.0.0.1", {"::/0"}, "192.0.2.7") == "10.0.0.1");
    CHECK(seen_from("10.0.0.1", {"10.0.0.1"}, "") == "10.0.0.1");
    CHECK(seen_from("10.0.0.1", {"0.0.0.0/0"}, "not an address, 10.0.0.9") == "not an address");
    for (const auto* wrong :
         {"", "10.0.0", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "proxy.test", "::1/129"})
        CHECK_FALSE(is_network(wrong));
    CHECK(is_network("10.0.0.0/8"));
}

TEST_CASE("downloads may be called anything") {
    const auto response = Response::download("måned \"1\".csv", "text/csv", "x");
    CHECK(response.headers.get("Content-Disposition") ==
          "attachment; filename=\"m__ned _1_.csv\"; filename*=UTF-8''m%C3%A5ned%20%221%22.csv");
}

TEST_CASE("the OpenAPI document tells of API routes alone") {
    const auto handler = [](Context&) -> Result<Response> { return Response::no_content(); };
    const std::vector<Route> routes = {
        {Method::get, "/page", Access::open, {}, Csrf::none, handler},
        {Method::get,
         "/api/v1/units/{unit}",
         Access::permission,
         "units.read",
         Csrf::none,
         handler,
         {},
         {"One unit", {{"period", "Which period"}}, {}, R"({"type":"object"})"}},
        {Method::delete_,
         "/api/v1/units/{unit}",
         Access::signed_in,
         {},
         Csrf::required,
         handler,
         {},
         {.summary = "Remove it", .success = 204}},
    };
    const auto document = openapi_document(routes, "1.2.3");
    CHECK(document.starts_with(
        R"({"openapi":"3.1.0","info":{"title":"Mærkbar","version":"1.2.3"},"paths":{"/api/v1/units/{unit}":{"get":)"));
    CHECK(document.find(R"("x-permission":"units.read")") != std::string::npos);
    CHECK(document.find(R"("delete":{"summary":"Remove it","responses":{"204":{"description":"Done"},)") !=
          std::string::npos);
    CHECK(document.find(R"({"name":"unit","in":"path","required":true,"schema":{"type":"string"}})") !=
          std::string::npos);
    CHECK(document.find("/page") == std::string::npos);
}

} // namespace
} // namespace maerkbar::web
