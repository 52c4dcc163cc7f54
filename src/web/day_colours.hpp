#pragma once

#include <string>
#include <string_view>

namespace maerkbar::web {

// What a browser of before 2024 needs after the style sheet `css`, because it does not know light-dark():
// each custom property that is declared as light-dark(day, night), with its colour by day. Empty where there
// is none. Telephones that get no newer browser are common among those who answer a survey.
[[nodiscard]] std::string day_colours(std::string_view css);

} // namespace maerkbar::web
