#pragma once

#include <string>
#include <string_view>

#include "sources/surveys/definition/definition.hpp"

namespace maerkbar::surveys {

// The words of one step of a scale: the question's own (`choices`), else ours in da, nb, nn or en (en where
// the language is another), else nothing: steps between the ends of a six-point scale have a number alone.
[[nodiscard]] std::string step_words(const Definition& definition, const Question& question, int step,
                                     std::string_view language);

// The words of any value of the question: a choice's text, "Yes", a step's words, or the value itself.
[[nodiscard]] std::string value_words(const Definition& definition, const Question& question,
                                      std::string_view value, std::string_view language);

// Our own words for what every survey needs, in the respondent's language, easy-read variants included.
enum class Word { yes, no, other, dont_know, not_relevant, no_wish, skipped };
[[nodiscard]] std::string_view word(Word word, std::string_view language);
[[nodiscard]] std::string_view missing_words(Missing missing, std::string_view language);

} // namespace maerkbar::surveys
