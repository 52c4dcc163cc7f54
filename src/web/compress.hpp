#pragma once

#include "web/request.hpp"
#include "web/response.hpp"

namespace maerkbar::web {

// Packs the body with gzip where the client takes it, it is text, and it is long enough to gain from it. A
// random number of bytes in the gzip header keeps the packed length from telling a secret on the page (the
// BREACH attack).
void compress(Response& response, const Request& request);

[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

} // namespace maerkbar::web
