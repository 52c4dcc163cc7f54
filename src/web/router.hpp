#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "web/route.hpp"

namespace maerkbar::web {

// What a page about a failure shows.
struct ErrorView {
    int status = 500;
    std::string title;    // in the person's language
    std::string sentence; // what is wrong and what to do next
    std::string request_id;
    Fields kept = {}; // of a refused form that can be sent again (kept_form.hpp)
};

// Draws the page; implemented where the page layout lives.
class ErrorPage {
  public:
    virtual ~ErrorPage() = default;
    // `identity` may be null.
    virtual Html render(const ErrorView& view, Context& context) = 0;
};

struct RouterSettings {
    bool access_log = false; // one line a request
    bool https = false;      // served (or proxied) as https: Secure cookies with __Host- names, HSTS
    std::uint64_t form_bytes = 1u << 20;
    std::uint64_t document_bytes = 16u << 20;
    std::uint64_t upload_bytes = 200u << 20;
};

// Finds the handler of a request, guards it (sign-in, permission, form token), and turns what comes back into
// an answer with all security headers. No sockets: tests call handle() directly. Safe to use from several
// threads.
class Router {
  public:
    // The authenticator, languages and page must outlive the router.
    Router(std::vector<Route> routes, Authenticator& authenticator, const Languages& languages,
           ErrorPage& page, RouterSettings settings = {});
    ~Router();

    Response handle(Request request);

    // Asked by the server when the head of a request has come: how large its body may be and whether it goes
    // to files; or the answer at once, when the body need not be read (not signed in for an upload, or more
    // bytes announced than are taken).
    struct Admission {
        std::uint64_t body_bytes = 0;
        bool to_files = false;
        std::optional<Response> refusal = {};
    };
    Admission admit(const Request& head, std::uint64_t announced = 0);
    // The answer to a request that the server itself refuses (431, 413, 408, 400), without looking who asks.
    Response refuse(const Request& head, int status);
    Response refuse(const Request& head, const Error& error);

    [[nodiscard]] const std::vector<Route>& routes() const;
    [[nodiscard]] const RouterSettings& settings() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace maerkbar::web
