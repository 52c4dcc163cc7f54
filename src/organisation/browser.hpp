#pragma once

#include <string>

#include "organisation/sessions.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

namespace maerkbar::organisation {

// "Firefox, Windows": how somebody knows their own session in the list. Nothing more of the browser is kept.
[[nodiscard]] std::string client_name(const web::Request& request);

// The session, and the person's language where they have chosen one.
void set_session_cookie(web::Response& response, const web::Request& request, const NewSession& session);
// A choice that this browser remembers for a year.
void keep_in_browser(web::Response& response, const web::Request& request, std::string_view name,
                     std::string value);
void clear_session_cookie(web::Response& response, const web::Request& request);

} // namespace maerkbar::organisation
