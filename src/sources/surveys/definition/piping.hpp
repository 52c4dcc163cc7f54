#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::surveys {

// The names in {braces} of a text. Braces around anything that cannot be a name are plain text.
[[nodiscard]] std::vector<std::string> piped_names(std::string_view text);

// The text with every {name} replaced by what was answered there, in words of the language; by "…" where
// nothing was.
[[nodiscard]] std::string piped(std::string_view text, const Definition& definition, const Answers& answers,
                                std::string_view language);

// An answer as people read it: the words of choices and steps, otherwise what was written. Empty without one.
[[nodiscard]] std::string answer_words(const Definition& definition, std::string_view name,
                                       const Answer& answer, std::string_view language);

} // namespace maerkbar::surveys
