#pragma once

#include <string>
#include <string_view>

// Random and one-way things of surveys.
namespace maerkbar::surveys {

// 128 random bits in hexadecimal digits: what a page is given, and sends with every answer.
[[nodiscard]] std::string new_submission_id();
// 16 to 64 letters, digits and - : what clients of the API may make themselves.
[[nodiscard]] bool is_submission_id(std::string_view text);

// 32 hexadecimal digits of BLAKE2b over the purpose and the secret: the same secret gives unrelated hashes
// for different purposes ("answer", "progress", "code", "resume").
[[nodiscard]] std::string one_way(std::string_view purpose, std::string_view secret);
// The same of a text that could be guessed, so with a secret of 16 to 64 bytes: without it nothing can be
// tried out.
[[nodiscard]] std::string keyed_one_way(std::string_view secret, std::string_view purpose,
                                        std::string_view text);

// A random code as people type it (definition/code.hpp).
[[nodiscard]] std::string random_code(std::size_t length);
// A code that follows from a secret: the same one for every retry.
[[nodiscard]] std::string code_of(std::string_view purpose, std::string_view secret, std::size_t length);
// The number on a receipt: eight signs from the key of the answer, the same for every retry.
[[nodiscard]] std::string receipt_number(std::string_view answer_key);

} // namespace maerkbar::surveys
