#include "messages/mail_text.hpp"

#include <ctime>

#include "base/json_writer.hpp"
#include "messages/base64.hpp"

namespace maerkbar::messages {

namespace {

constexpr std::size_t line_length = 76; // RFC 2045
constexpr std::size_t subject_bytes =
    39; // in one encoded word; with the name of the header no line is over 76 (RFC 2047)

// In words of whole letters, each encoded: no header can be smuggled in.
std::string encoded_words(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        auto length = std::min(subject_bytes, text.size());
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
            --length;
        words +=
            (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64_of(text.substr(0, length)) + "?=";
        text.remove_prefix(length);
    }
    return words;
}

std::string date_header(Instant now) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    char text[40];
    const auto length = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S +0000", &parts);
    return {text, length};
}

// Every line end as mail wants it.
std::string with_crlf(std::string_view text) {
    std::string lines;
    for (const char c : text)
        if (c == '\n')
            lines += "\r\n";
        else if (c != '\r')
            lines += c;
    return lines + "\r\n";
}

} // namespace

std::string mail_text(const Message& message, std::string_view from, Instant now, std::string_view id) {
    const auto domain = from.substr(from.find('@') + 1);
    std::string text = "From: <" + std::string(from) + ">\r\nTo: <" + message.to +
                       ">\r\nSubject: " + encoded_words(message.subject) + "\r\nDate: " + date_header(now) +
                       "\r\nMessage-ID: <" + std::string(id) + '@' + std::string(domain) +
                       ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                       "Content-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n";
    const auto body = base64_of(with_crlf(message.text));
    for (std::size_t at = 0; at < body.size(); at += line_length)
        text += body.substr(at, line_length) + "\r\n";
    return text;
}

std::string json_escaped(std::string_view text) {
    JsonWriter json;
    json.value(text);
    auto quoted = std::move(json).text();
    return quoted.substr(1, quoted.size() - 2);
}

std::string sms_body(std::string_view body, const Message& message) {
    std::string filled;
    while (!body.empty()) {
        constexpr std::string_view to = "{to}";
        constexpr std::string_view words = "{text}";
        if (body.starts_with(to)) {
            filled += json_escaped(message.to);
            body.remove_prefix(to.size());
        } else if (body.starts_with(words)) {
            filled += json_escaped(message.text);
            body.remove_prefix(words.size());
        } else {
            filled += body.front();
            body.remove_prefix(1);
        }
    }
    return filled;
}

} // namespace maerkbar::messages
