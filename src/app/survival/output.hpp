#pragma once

#include <string>

#include "app/survival/words.hpp"

namespace maerkbar::app_survival {

// One function a format; each gives the whole output.
[[nodiscard]] std::string text_output(const Report& report);
// Kaplan–Meier curves of all cases and of every group, one row a distinct time.
[[nodiscard]] std::string csv_output(const Report& report);
[[nodiscard]] std::string json_output(const Report& report);
// A picture of the curves: the share still open against time.
[[nodiscard]] std::string svg_output(const Report& report);

// The curves that pictures show: the two that are compared, else the first groups, else all cases.
inline constexpr std::size_t most_curves = 4;
[[nodiscard]] std::vector<const GroupResult*> drawn_curves(const Analysis& analysis);

} // namespace maerkbar::app_survival
