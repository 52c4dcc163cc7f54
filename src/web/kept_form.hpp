#pragma once

#include "web/request.hpp"

namespace maerkbar::web {

// What somebody typed into a form that is refused because its session has ended or its token is old, to be
// shown and sent again: the fields without the token. Empty when it must not be shown again: the browser does
// not say that it was sent from one of our own pages, it holds a password or a code, or files came with it.
[[nodiscard]] Fields kept_form(const Request& request);

} // namespace maerkbar::web
