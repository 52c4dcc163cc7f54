#pragma once

#include <string_view>

namespace maerkbar::messages {

// Whether a mail can be sent there: one address in ASCII, without a name, at most 254 characters (RFC 5321).
[[nodiscard]] bool is_mail_address(std::string_view text);

} // namespace maerkbar::messages
