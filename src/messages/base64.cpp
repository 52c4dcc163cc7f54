#include "messages/base64.hpp"

#include <sodium.h>

namespace maerkbar::messages {
namespace {

constexpr int variant = sodium_base64_VARIANT_ORIGINAL;

} // namespace

std::string base64_of(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(), variant);
    text.pop_back(); // the NUL that the library writes
    return text;
}

std::optional<std::string> base64_bytes(std::string_view text) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    const auto failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                          text.data(), text.size(), nullptr, &length, &end, variant);
    if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

} // namespace maerkbar::messages
