#pragma once

#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::surveys {

// At most so much, against surveys that nobody could answer and files made to exhaust memory.
inline constexpr std::size_t most_questions = 300;
inline constexpr std::size_t most_choices = 200;
inline constexpr std::size_t longest_name = 60;
inline constexpr std::size_t longest_value = 100; // bytes, of a choice
inline constexpr std::size_t longest_text = 8000; // bytes

// Letters, digits, _ and - of ASCII.
[[nodiscard]] bool is_name(std::string_view text);

// What a sound survey is: at least one page; names unique; every text in the main language; what its type
// needs; conditions and earlier answers in texts only of questions that come before. The first mistake, with
// its place in `field` ("pages.0.questions.2.choices"). Errors: survey.…
[[nodiscard]] Result<void> check(const Definition& definition);

} // namespace maerkbar::surveys
