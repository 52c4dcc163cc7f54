#include "web/random.hpp"

#include <sys/random.h>

#include <array>
#include <stdexcept>

namespace maerkbar::web {

std::string random_hex(std::size_t bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, 64> raw;
    if (bytes > raw.size() || getrandom(raw.data(), bytes, 0) != static_cast<ssize_t>(bytes))
        throw std::runtime_error("the kernel gives no random numbers");
    std::string out;
    for (std::size_t i = 0; i < bytes; ++i) {
        out += digits[raw[i] >> 4];
        out += digits[raw[i] & 15];
    }
    return out;
}

bool equal_secrets(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned>(a[i] ^ b[i]);
    return difference == 0;
}

} // namespace maerkbar::web
