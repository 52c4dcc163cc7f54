#pragma once

#include <string>
#include <string_view>

#include "base/function_ref.hpp"

namespace maerkbar::comments {

// The reader's words for an English text.
using InWords = FunctionRef<std::string(std::string_view english)>;

// Masks are stored as codes, "[PHONE]", and read as words, "[phone number]", in the language of whoever
// reads. What stands in brackets and is no mask stays.
[[nodiscard]] std::string masks_in_words(std::string_view text, InWords in_words);
// The other way, for a text that was edited where its masks stood in words; in capital or small letters.
[[nodiscard]] std::string masks_as_codes(std::string_view text, InWords in_words);

} // namespace maerkbar::comments
