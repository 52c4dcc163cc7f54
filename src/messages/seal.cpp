#include "messages/seal.hpp"

#include <sodium.h>

#include <vector>

#include "messages/base64.hpp"

namespace maerkbar::messages {

namespace {

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
    return base64_of({reinterpret_cast<const char*>(box.data()), box.size()});
}

std::optional<std::string> Seal::open(std::string_view sealed) const {
    constexpr auto overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const auto box = base64_bytes(sealed);
    if (!box || box->size() < overhead) return std::nullopt;
    std::string plain(box->size() - overhead, '\0');
    const bool whole = crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(plain.data()),
                                                  bytes_of(*box) + crypto_secretbox_NONCEBYTES,
                                                  box->size() - crypto_secretbox_NONCEBYTES, bytes_of(*box),
                                                  key_.data()) == 0;
    return whole ? std::optional(std::move(plain)) : std::nullopt;
}

} // namespace maerkbar::messages
