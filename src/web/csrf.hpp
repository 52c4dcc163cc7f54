#pragma once

#include <string_view>

#include "base/result.hpp"
#include "web/identity.hpp"
#include "web/request.hpp"

namespace maerkbar::web {

inline constexpr std::string_view csrf_field_name = "csrf";
inline constexpr std::string_view csrf_header_name = "X-CSRF-Token";
// Carries the token of somebody who is not signed in (double submit).
inline constexpr std::string_view form_cookie = "form";
inline constexpr std::size_t form_token_bytes = 16;

// Whether it looks like one of our tokens; anything else in the cookie is replaced.
[[nodiscard]] bool is_form_token(std::string_view text);

// Whether a request that changes something was sent from one of our own pages, by the person of this session:
// the browser's word for it (Sec-Fetch-Site, else Origin) and the token. forbidden when not. Integrations
// with a token of their own carry no cookies that a foreign page could use, so nothing is asked of them.
[[nodiscard]] Result<void> check_form(const Request& request, const Identity* identity);

} // namespace maerkbar::web
