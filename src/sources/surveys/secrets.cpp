#include "sources/surveys/secrets.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <span>

#include "sources/surveys/definition/code.hpp"
#include "web/random.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::size_t hash_bytes = 16;
constexpr std::size_t receipt_length = 8;
constexpr unsigned char fair_limit = 248; // 8 × 31: below it every sign is equally likely

std::string hexadecimal(std::span<const unsigned char> bytes) {
    std::string text(2 * bytes.size() + 1, '\0'); // and the zero that it writes
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::array<unsigned char, hash_bytes> hashed(std::string_view purpose, std::string_view secret) {
    const auto text = std::string(purpose) + ':' + std::string(secret);
    std::array<unsigned char, hash_bytes> out{};
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return out;
}

} // namespace

std::string new_submission_id() {
    return web::random_hex(16);
}

bool is_submission_id(std::string_view text) {
    return text.size() >= 16 && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

std::string one_way(std::string_view purpose, std::string_view secret) {
    return hexadecimal(hashed(purpose, secret));
}

std::string keyed_one_way(std::string_view secret, std::string_view purpose, std::string_view text) {
    const auto whole = std::string(purpose) + ':' + std::string(text);
    std::array<unsigned char, hash_bytes> out{};
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(whole.data()),
                       whole.size(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    return hexadecimal(out);
}

std::string random_code(std::size_t length) {
    std::array<unsigned char, 32> bytes{};
    for (auto& byte : bytes)
        do {
            randombytes_buf(&byte, 1);
        } while (byte >= fair_limit);
    return make_code(std::span(bytes).first(length - 1), length);
}

std::string code_of(std::string_view purpose, std::string_view secret, std::size_t length) {
    return make_code(hashed(purpose, secret), length);
}

std::string receipt_number(std::string_view answer_key) {
    return grouped(code_of("receipt", answer_key, receipt_length));
}

} // namespace maerkbar::surveys
