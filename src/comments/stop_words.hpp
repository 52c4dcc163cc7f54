#pragma once

#include <set>
#include <string>
#include <string_view>

#include "comments/words.hpp"

namespace maerkbar::comments {

using StopWords = std::set<std::string, std::less<>>;

// Words that say nothing by themselves: pronouns, prepositions, conjunctions, auxiliary verbs. Lists of our
// own, in lower case; the Norwegian one has both forms of the language.
const StopWords& stop_words(Language language);

} // namespace maerkbar::comments
