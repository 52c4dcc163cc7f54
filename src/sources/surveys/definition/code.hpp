#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

// Codes that people read from a letter and type: no signs that look alike (0 O, 1 I L), and a last sign that
// finds every single wrong sign and every two signs that were swapped.
namespace maerkbar::surveys {

inline constexpr std::string_view code_signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"; // 31, a prime
inline constexpr std::size_t one_time_length = 10; // with the check sign: 44 random bits
inline constexpr std::size_t link_length = 6;

// A code of `length` signs from random bytes (length − 1 of them are used, each modulo 31; the caller gives
// bytes below 248 = 8 × 31, so that all signs are equally likely).
[[nodiscard]] std::string make_code(std::span<const unsigned char> random, std::size_t length);

// The check sign: Σ place × value modulo 31.
[[nodiscard]] char check_sign(std::string_view signs);

// What was typed in its one form: capitals, without blanks and dashes. Errors, for the person who typed it:
// code.foreign_sign, code.length (also too few signs), code.mistyped.
[[nodiscard]] Result<std::string> read_code(std::string_view typed, std::size_t length);

// In groups of five: "ABCDE-FGHJK".
[[nodiscard]] std::string grouped(std::string_view code);

} // namespace maerkbar::surveys
