#pragma once

#include "web/response.hpp"

namespace maerkbar::web {

// Headers that every answer carries, unless the handler set its own of that name: no script, style or frame
// from elsewhere, no guessing of types, no address handed on to other sites; `personal` answers are kept
// nowhere.
void add_security_headers(Response& response, bool personal, bool https);

} // namespace maerkbar::web
