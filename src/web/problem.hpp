#pragma once

#include <span>
#include <string>

#include "web/language.hpp"
#include "web/response.hpp"

namespace maerkbar::web {

// invalid 422, not_found 404, forbidden 403, conflict 409, too_large 413, unavailable 503, internal 500.
[[nodiscard]] int status_of(ErrorKind kind);
// A few words for a status, for headings.
[[nodiscard]] std::string title_of(int status, const Language& language);

// RFC 9457 problem details: type urn:maerkbar:CODE, title, status, detail in the language, instance = request
// id; with `errors` [{field, code, detail}] where fields are named.
[[nodiscard]] Response problem(const Error& error, const Language& language, std::string_view request_id);
// All mistakes of a form at once, as 422.
[[nodiscard]] Response problem(std::span<const Error> errors, const Language& language,
                               std::string_view request_id);
// For what has a status but no ErrorKind of its own (400, 401, 405, 408, 415, 431).
[[nodiscard]] Response problem_of_status(int status, const Error& error, const Language& language,
                                         std::string_view request_id);

} // namespace maerkbar::web
