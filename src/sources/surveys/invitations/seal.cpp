#include "sources/surveys/invitations/seal.hpp"

#include <sodium.h>

#include <vector>

namespace maerkbar::surveys::invitations {

namespace {

constexpr auto variant = sodium_base64_VARIANT_ORIGINAL;
constexpr std::string_view purpose = "maerkbar survey contacts";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

Seal::Seal(std::span<const unsigned char> secret_key) {
    static_assert(std::tuple_size_v<decltype(key_)> == crypto_secretbox_KEYBYTES);
    crypto_generichash(key_.data(), key_.size(), bytes_of(purpose), purpose.size(), secret_key.data(),
                       secret_key.size());
}

std::string Seal::close(std::string_view plain) const {
    std::vector<unsigned char> box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size());
    randombytes_buf(box.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(box.data() + crypto_secretbox_NONCEBYTES, bytes_of(plain), plain.size(), box.data(),
                          key_.data());
    std::string text(sodium_base64_encoded_len(box.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), box.data(), box.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> Seal::open(std::string_view sealed) const {
    constexpr auto overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    std::vector<unsigned char> box(sealed.size());
    std::size_t length = 0;
    if (sodium_base642bin(box.data(), box.size(), sealed.data(), sealed.size(), nullptr, &length, nullptr,
                          variant) != 0 ||
        length < overhead)
        return std::nullopt;
    std::string plain(length - overhead, '\0');
    const bool whole =
        crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(plain.data()),
                                   box.data() + crypto_secretbox_NONCEBYTES,
                                   length - crypto_secretbox_NONCEBYTES, box.data(), key_.data()) == 0;
    return whole ? std::optional(std::move(plain)) : std::nullopt;
}

} // namespace maerkbar::surveys::invitations
