#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/result.hpp"
#include "cases/case.hpp"
#include "cases/check.hpp"
#include "web/router.hpp"

namespace maerkbar::cases {

// How somebody comes in: as a browser with cookies and the token of its forms, or as an integration with a
// token.
struct Actor {
    std::map<std::string, std::string> cookies = {};
    std::string form_token = {};
    std::string bearer = {};
};
using Actors = std::map<std::string, Actor, std::less<>>;

// Somebody who has not signed in, with the cookie that a first page sets.
[[nodiscard]] Actor nobody();

// Asks a router as browsers and integrations do, a body going through the same reader as the server's.
// Remembers cookies and the form token of the last page for each actor.
class Client {
  public:
    // Uploads go to `folder`; files that a case names are found from `root`, the project's folder.
    Client(web::Router& router, Actors actors, std::filesystem::path folder, std::filesystem::path root)
        : router_(router), actors_(std::move(actors)), folder_(std::move(folder)), root_(std::move(root)) {}

    [[nodiscard]] Result<Answer> send(const Step& step, const Variables& variables);

  private:
    [[nodiscard]] Result<web::Response> pass(web::Request head, const std::string& body);

    web::Router& router_;
    Actors actors_;
    std::filesystem::path folder_;
    std::filesystem::path root_;
};

} // namespace maerkbar::cases
