#pragma once

#include <string>

#include "web/request.hpp"

namespace maerkbar::web {

// Where the person who asks reaches this server: "https://maerkbar.fjordby.example". Links in mails begin
// with it, so it may only be taken from requests of people who are signed in: others can send any host.
[[nodiscard]] std::string origin_of(const Request& request);

} // namespace maerkbar::web
