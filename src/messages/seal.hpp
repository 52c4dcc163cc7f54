#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace maerkbar::messages {

// Encrypts addresses with a key that is made from the installation's secret key, which lies outside the
// database (libsodium's secretbox: XSalsa20 and Poly1305, a new nonce each time).
class Seal {
  public:
    explicit Seal(std::span<const unsigned char> secret_key);
    // Base64.
    [[nodiscard]] std::string close(std::string_view plain) const;
    // No value for what was closed with another key, or changed since.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed) const;

  private:
    std::array<unsigned char, 32> key_{};
};

} // namespace maerkbar::messages
