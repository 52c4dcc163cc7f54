#pragma once

// For the tests of every module with pages: somebody who asks, a plain error page, and short ways to ask.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "web/router.hpp"
#include "web/url.hpp"

namespace maerkbar::web::testing {

// Signs in whoever it is told to, with the permissions it is told.
class FakeAuthenticator : public Authenticator {
  public:
    std::optional<Identity> identity;
    std::set<std::string, std::less<>> permissions;
    std::optional<Error> failure; // when the database is gone
    int asked = 0;

    Result<std::optional<Identity>> identify(const Request&) override {
        ++asked;
        if (failure) return *failure;
        return identity;
    }
    bool may(const Identity&, std::string_view permission) override {
        return permissions.contains(permission);
    }

    void sign_in() {
        identity = Identity{};
        identity->tenant = TenantId{1};
        identity->person = PersonId{1};
        identity->name = "Leder Borgerservice";
        identity->csrf_token = "token-of-the-session";
    }
};

// The sentence in a paragraph, nothing else.
class PlainErrorPage : public ErrorPage {
  public:
    Html render(const ErrorView& view, Context&) override {
        Html page;
        page << "<h1>"_html << view.title << "</h1><p>"_html << view.sentence << "</p>"_html;
        return page;
    }
};

inline Request request(Method method, std::string_view target) {
    Request request;
    request.method = method;
    const auto question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.raw_query = target.substr(std::min(question + 1, target.size()));
    request.headers.set("Host", "maerkbar.test");
    return request;
}

inline Request get(std::string_view target) {
    return request(Method::get, target);
}

inline Request post(std::string_view target, const Fields& form) {
    auto sent = request(Method::post, target);
    sent.headers.set("Content-Type", "application/x-www-form-urlencoded");
    sent.body = to_query(form);
    return sent;
}

inline std::string header(const Response& response, std::string_view name) {
    return std::string(response.headers.get(name).value_or("(none)"));
}

} // namespace maerkbar::web::testing
