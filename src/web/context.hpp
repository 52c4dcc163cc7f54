#pragma once

#include <string>
#include <string_view>

#include "web/html.hpp"
#include "web/identity.hpp"
#include "web/language.hpp"
#include "web/request.hpp"

namespace maerkbar::web {

// What a handler gets to see: the request, who asks, and in which language.
class Context {
  public:
    Context(const Request& the_request, const Identity* the_identity, const Language& the_language,
            Authenticator& authenticator)
        : request(the_request),
          identity(the_identity),
          language(the_language),
          authenticator_(authenticator) {}

    const Request& request;
    const Identity* identity; // nullptr when nobody is signed in
    const Language& language;

    // Only on routes that require a sign-in.
    [[nodiscard]] const Identity& who() const;
    [[nodiscard]] bool may(std::string_view permission) const;

    // The token every form must carry. Somebody not signed in gets one in a cookie, which the router sets.
    [[nodiscard]] std::string csrf_token();
    // The hidden field with that token.
    [[nodiscard]] Html csrf_field();
    // The token to set as a cookie with the answer; empty when there is none to set.
    [[nodiscard]] const std::string& new_form_cookie() const { return new_form_cookie_; }

  private:
    Authenticator& authenticator_;
    std::string new_form_cookie_;
};

} // namespace maerkbar::web
