#pragma once

#include <string>
#include <string_view>

namespace maerkbar::web {

// Unguessable hexadecimal digits, two for each byte, from the kernel.
[[nodiscard]] std::string random_hex(std::size_t bytes);

// Takes the same time wherever the difference lies, so that a secret cannot be found letter by letter.
[[nodiscard]] bool equal_secrets(std::string_view a, std::string_view b);

} // namespace maerkbar::web
