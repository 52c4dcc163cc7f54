#pragma once

#include <string>
#include <string_view>

namespace maerkbar::cases {

// Whether the whole text fits the pattern, where *** stands for any text, also none.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view text);

// Every run of white space as one blank, none at the ends: how a person reads a page.
[[nodiscard]] std::string squeezed(std::string_view text);

} // namespace maerkbar::cases
