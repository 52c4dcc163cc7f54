#include "storage/storable.hpp"

#include <cmath>
#include <cstdint>

namespace maerkbar::storage {

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// The number of bytes of a sequence that starts with `lead`; 0 where none may.
std::size_t sequence_length(std::uint32_t lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

// The first byte narrows what the second may be: no overlong forms, no surrogates, nothing above U+10FFFF.
bool second_fits(std::uint32_t lead, std::uint32_t second) {
    switch (lead) {
        case 0xE0:
            return second >= 0xA0;
        case 0xED:
            return second <= 0x9F;
        case 0xF0:
            return second >= 0x90;
        case 0xF4:
            return second <= 0x8F;
        default:
            return true;
    }
}

bool starts_with_sequence(std::string_view text, std::size_t length) {
    if (length == 0 || text.size() < length) return false;
    for (std::size_t at = 1; at < length; ++at)
        if ((byte_at(text, at) & 0xC0U) != 0x80U) return false;
    return second_fits(byte_at(text, 0), byte_at(text, 1));
}

} // namespace

bool is_storable(std::string_view text) {
    while (!text.empty()) {
        const auto lead = byte_at(text, 0);
        if (lead == 0) return false;
        const std::size_t length = lead < 0x80 ? 1 : sequence_length(lead);
        if (length != 1 && !starts_with_sequence(text, length)) return false;
        text.remove_prefix(length);
    }
    return true;
}

bool is_storable(double number) {
    return std::isfinite(number);
}

} // namespace maerkbar::storage
