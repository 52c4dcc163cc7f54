#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maerkbar::organisation {

// Cost of one password hash; see docs/admin. Tests use the least that libsodium allows.
struct PasswordCost {
    std::uint64_t operations = 3;
    std::uint64_t memory_bytes = 64u << 20;
    int at_once = 2; // hashes computed at the same time; the others wait their turn
    static PasswordCost least() { return {1, 8192, 4}; }
};

// Hashes passwords with argon2id. Threads may share one; it bounds how much memory signing in can take.
class PasswordHasher {
  public:
    explicit PasswordHasher(PasswordCost cost = {});
    ~PasswordHasher();

    // Error: organisation.hashing (unavailable) when there is not enough memory.
    [[nodiscard]] Result<std::string> hash(std::string_view password);
    // False for an empty hash too, after as much work as for a real one: the time taken does not tell whether
    // an account exists.
    [[nodiscard]] bool verify(std::string_view hash, std::string_view password);
    // Whether the hash was made with other costs than ours and should be made anew at the next sign-in.
    [[nodiscard]] bool outdated(const std::string& hash) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// 256 random bits in letters, digits, - and _ (43 characters): session ids, tokens, form tokens.
[[nodiscard]] std::string random_token();
// Three groups of four easily read letters and digits (58 bits): for people to type.
[[nodiscard]] std::string random_code();
// How tokens and codes are stored: their keyless BLAKE2b-256 in hex; both are random enough to need no salt.
// Codes are compared without dashes, blanks and letter case.
[[nodiscard]] std::string token_hash(std::string_view token);
[[nodiscard]] std::string code_hash(std::string_view code);
// Whether two texts are equal, in a time that depends on their length only.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

} // namespace maerkbar::organisation
