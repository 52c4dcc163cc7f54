#include "web/url.hpp"

#include <cstdint>

#include "web/text.hpp"

namespace maerkbar::web {

namespace {

constexpr std::size_t most_fields = 10'000;

bool unreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::optional<char> decoded_byte(std::string_view two_digits) {
    if (two_digits.size() != 2) return std::nullopt;
    const int high = hex_digit(two_digits[0]);
    const int low = hex_digit(two_digits[1]);
    if (high < 0 || low < 0 || (high == 0 && low == 0)) return std::nullopt;
    return static_cast<char>(high * 16 + low);
}

// How many bytes the sequence that begins with this byte has, and the smallest code point it may stand for.
struct Utf8Lead {
    std::size_t length = 0; // 0: no lead byte
    std::uint32_t bits = 0;
    std::uint32_t least = 0;
};

Utf8Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if ((byte & 0xE0u) == 0xC0u) return {2, byte & 0x1Fu, 0x80};
    if ((byte & 0xF0u) == 0xE0u) return {3, byte & 0x0Fu, 0x800};
    if ((byte & 0xF8u) == 0xF0u) return {4, byte & 0x07u, 0x10000};
    return {};
}

} // namespace

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (unreserved(c))
            out += c;
        else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_blank)
            out += ' ';
        else if (text[i] == '\0')
            return std::nullopt;
        else if (text[i] != '%')
            out += text[i];
        else {
            const auto byte = decoded_byte(text.substr(i + 1, 2));
            if (!byte) return std::nullopt;
            out += *byte;
            i += 2;
        }
    }
    return out;
}

std::optional<Fields> parse_urlencoded(std::string_view text) {
    Fields fields;
    while (!text.empty()) {
        const auto pair = take_until(text, '&');
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(pair.substr(0, equals), true);
        auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value || !is_utf8(*name) || !is_utf8(*value) || fields.size() == most_fields)
            return std::nullopt;
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

std::string to_query(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        if (!out.empty()) out += '&';
        out += percent_encoded(name) + '=' + percent_encoded(value);
    }
    return out;
}

std::string with_query(std::string_view path, const Fields& fields) {
    std::string out(path);
    if (!fields.empty()) out += '?' + to_query(fields);
    return out;
}

std::string with_changed(std::string_view path, Fields query, std::string_view name, std::string value) {
    query.set(name, std::move(value));
    return with_query(path, query);
}

std::string local_path_or_root(std::string_view next) {
    const bool local = next.starts_with('/') && !next.starts_with("//");
    bool clean = true;
    for (const char c : next)
        clean = clean && c > ' ' && c != '\\' && c != 127;
    return local && clean ? std::string(next) : "/";
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto [length, bits, least] = lead_of(static_cast<unsigned char>(text.front()));
        if (length == 0 || length > text.size()) return false;
        std::uint32_t point = bits;
        for (std::size_t i = 1; i < length; ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if ((byte & 0xC0u) != 0x80u) return false;
            point = (point << 6) | (byte & 0x3Fu);
        }
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point < least || point > 0x10FFFF || surrogate) return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace maerkbar::web
