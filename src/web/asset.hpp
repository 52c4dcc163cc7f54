#pragma once

#include <string>
#include <string_view>

#include "web/request.hpp"
#include "web/response.hpp"

namespace maerkbar::web {

// A file whose address names its digest (as ?v=DIGEST): kept by browsers for a year without asking. Under an
// older or no digest it is asked for again each time, and answered 304 when it is the same.
[[nodiscard]] Response asset(const Request& request, std::string_view content, std::string_view content_type,
                             std::string_view digest);

// Tells versions of a file apart (FNV-1a, 64 bits in hexadecimal); protects nothing.
[[nodiscard]] std::string digest_of(std::string_view content);

// By its ending; application/octet-stream for an unknown one.
[[nodiscard]] std::string_view content_type_of(std::string_view filename);

} // namespace maerkbar::web
