#pragma once

#include "base/result.hpp"
#include "web/context.hpp"
#include "web/response.hpp"
#include "web/router.hpp"

namespace maerkbar::web {

// The answer to a request that failed: problem details for the API, a page for people, in their language.
// What is our own fault is logged with the request's id and told in general words only. A status of 0 is
// decided by the error.
[[nodiscard]] Response failure(const Error& error, Context& context, ErrorPage& page, int status = 0);

// What to say where the server itself refuses a request (400, 405, 408, 413, 415, 431, 503).
[[nodiscard]] Error refusal(int status);

} // namespace maerkbar::web
