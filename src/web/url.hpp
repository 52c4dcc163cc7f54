#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "web/fields.hpp"

namespace maerkbar::web {

// RFC 3986: everything but letters, digits and - . _ ~ as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);
// No value for a broken %XX or a NUL byte. `plus_is_blank` as in queries and forms.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank = false);
// application/x-www-form-urlencoded, both as body and query. No value when it is broken, not UTF-8, or has
// more than 10,000 fields.
[[nodiscard]] std::optional<Fields> parse_urlencoded(std::string_view text);
[[nodiscard]] std::string to_query(const Fields& fields); // a=1&b=2
// path?a=1&b=2; without fields the path alone.
[[nodiscard]] std::string with_query(std::string_view path, const Fields& fields);
// The same query with one value changed: for links that keep the rest of the state.
[[nodiscard]] std::string with_changed(std::string_view path, Fields query, std::string_view name,
                                       std::string value);

// Where to go after signing in: `next` where it is a path of this server, else "/". Refuses other hosts
// (//host,
// /\host), schemes, and control characters.
[[nodiscard]] std::string local_path_or_root(std::string_view next);

[[nodiscard]] bool is_utf8(std::string_view text);

} // namespace maerkbar::web
