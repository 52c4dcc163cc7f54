#pragma once

#include <optional>
#include <string>
#include <string_view>

// Bytes as text (RFC 4648, with padding).
namespace maerkbar::messages {

[[nodiscard]] std::string base64_of(std::string_view bytes);
// No value for what is no base64.
[[nodiscard]] std::optional<std::string> base64_bytes(std::string_view text);

} // namespace maerkbar::messages
