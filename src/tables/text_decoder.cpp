#include "tables/text_decoder.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "tables/utf8.hpp"

namespace maerkbar::tables {

namespace {

constexpr char32_t replacement = 0xFFFD;

std::uint64_t mark_length(Encoding encoding, std::string_view front) {
    switch (encoding) {
        case Encoding::utf16_le:
            return front.starts_with("\xFF\xFE") ? 2 : 0;
        case Encoding::utf16_be:
            return front.starts_with("\xFE\xFF") ? 2 : 0;
        default:
            return front.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    }
}

bool is_utf8(Encoding encoding) {
    return encoding == Encoding::utf8 || encoding == Encoding::utf8_bom;
}

} // namespace

TextDecoder::TextDecoder(ByteInput input, Encoding encoding) : input_(std::move(input)), encoding_(encoding) {
    const auto front = input_.front(3);
    if (front.ok()) input_ = input_.from(mark_length(encoding, *front));
}

Result<std::size_t> TextDecoder::read(char* to, std::size_t capacity) {
    for (;;) {
        const bool direct = is_utf8(encoding_) && pending_.size() < 4 && !input_ended_;
        const auto written = TRY(direct ? read_utf8(to, capacity) : read_converted(to, capacity));
        if (written > 0 || (input_ended_ && pending_.empty())) return written;
    }
}

// Valid UTF-8 is read straight into place; the rest waits in `pending_`.
Result<std::size_t> TextDecoder::read_utf8(char* to, std::size_t capacity) {
    std::memcpy(to, pending_.data(), pending_.size());
    const auto got = TRY(input_.read(to + pending_.size(), capacity - pending_.size()));
    input_ended_ = got < capacity - pending_.size();
    const std::string_view text(to, pending_.size() + got);
    std::size_t valid = 0;
    for (;;) {
        valid += plain_prefix(text.substr(valid));
        const auto rest = text.substr(valid);
        if (rest.empty() || rest[0] == '\0') break;
        const int length = utf8_length(rest);
        if (length <= 0) break;
        valid += static_cast<std::size_t>(length);
    }
    pending_.assign(text.substr(valid));
    return valid;
}

Result<std::size_t> TextDecoder::read_converted(char* to, std::size_t capacity) {
    const std::size_t block = capacity / 3; // no byte becomes more than three
    if (pending_.size() < block && !input_ended_) {
        const auto old = pending_.size();
        pending_.resize(block);
        const auto got = TRY(input_.read(pending_.data() + old, block - old));
        input_ended_ = got < block - old;
        pending_.resize(old + got);
    }
    const auto available = std::min(pending_.size(), block);
    char* place = to;
    const auto used = convert(available, input_ended_ && available == pending_.size(), place);
    pending_.erase(0, used);
    return static_cast<std::size_t>(place - to);
}

std::size_t TextDecoder::convert(std::size_t available, bool at_end, char*& to) {
    std::size_t at = 0;
    while (at < available) {
        if (encoding_ != Encoding::utf16_le && encoding_ != Encoding::utf16_be) {
            const auto plain = plain_prefix(std::string_view(pending_).substr(at, available - at));
            std::memcpy(to, pending_.data() + at, plain);
            to += plain;
            at += plain;
            if (at == available) break;
        }
        const auto used = convert_character(at, available, at_end, to);
        if (used == 0) break;
        at += used;
    }
    return at;
}

std::size_t TextDecoder::convert_character(std::size_t at, std::size_t available, bool at_end, char*& to) {
    if (encoding_ == Encoding::windows_1252) {
        put(windows_1252_character(static_cast<unsigned char>(pending_[at])), to);
        return 1;
    }
    return is_utf8(encoding_) ? convert_utf8(at, available, at_end, to)
                              : convert_utf16(at, available, at_end, to);
}

std::size_t TextDecoder::convert_utf8(std::size_t at, std::size_t available, bool at_end, char*& to) {
    const auto rest = std::string_view(pending_).substr(at, available - at);
    const int length = utf8_length(rest);
    if (length < 0 && !at_end) return 0;
    if (length > 0 && rest[0] != '\0') {
        std::memcpy(to, rest.data(), static_cast<std::size_t>(length));
        to += length;
        return static_cast<std::size_t>(length);
    }
    if (rest[0] != '\0') ++repaired_;
    put(windows_1252_character(static_cast<unsigned char>(rest[0])), to);
    return 1;
}

char32_t TextDecoder::unit_at(std::size_t at) const {
    const auto first = static_cast<unsigned char>(pending_[at]);
    const auto second = static_cast<unsigned char>(pending_[at + 1]);
    const bool little = encoding_ == Encoding::utf16_le;
    return static_cast<char32_t>(little ? first | (second << 8) : second | (first << 8));
}

std::size_t TextDecoder::convert_utf16(std::size_t at, std::size_t available, bool at_end, char*& to) {
    const auto left = available - at;
    const auto mended = [&](std::size_t used) {
        ++repaired_;
        put(replacement, to);
        return used;
    };
    if (left < 2) return at_end ? mended(left) : 0;
    const auto unit = unit_at(at);
    if (unit < 0xD800 || unit > 0xDFFF) {
        put(unit, to);
        return 2;
    }
    if (left < 4 && !at_end) return 0;
    const auto low = unit < 0xDC00 && left >= 4 ? unit_at(at + 2) : 0;
    if (low < 0xDC00 || low > 0xDFFF) return mended(2);
    put(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), to);
    return 4;
}

void TextDecoder::put(char32_t character, char*& to) {
    if (character == 0) {
        ++repaired_;
        character = U' ';
    }
    to = put_utf8(character, to);
}

} // namespace maerkbar::tables
