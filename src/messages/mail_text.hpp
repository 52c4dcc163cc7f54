#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "messages/gateway.hpp"

namespace maerkbar::messages {

// The whole e-mail (RFC 5322): plain text in UTF-8, in base64, so that no line is too long for any server.
// `id` makes its Message-ID.
[[nodiscard]] std::string mail_text(const Message& message, std::string_view from, Instant now,
                                    std::string_view id);

// As it stands between quotation marks in JSON.
[[nodiscard]] std::string json_escaped(std::string_view text);
// `body` of SmsSettings, filled in.
[[nodiscard]] std::string sms_body(std::string_view body, const Message& message);

} // namespace maerkbar::messages
