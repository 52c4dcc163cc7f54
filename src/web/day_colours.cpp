#include "web/day_colours.hpp"

namespace maerkbar::web {
namespace {

constexpr std::string_view opening = ": light-dark(";

// The first argument of a function, brackets within it included: "var(--grey-1)" of "var(--grey-1),
// #10161e)".
std::string_view first_argument(std::string_view arguments) {
    int depth = 0;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == '(') ++depth;
        if (arguments[i] == ')') --depth;
        if (depth < 0 || (depth == 0 && arguments[i] == ',')) return arguments.substr(0, i);
    }
    return {};
}

} // namespace

std::string day_colours(std::string_view css) {
    std::string day;
    for (auto at = css.find(opening); at != std::string_view::npos; at = css.find(opening, at + 1)) {
        const auto before = css.find_last_of(" \n{;", at);
        const auto name = css.substr(before + 1, at - before - 1);
        if (!name.starts_with("--")) continue;
        day.append(name).append(": ").append(first_argument(css.substr(at + opening.size()))).append(";\n");
    }
    if (day.empty()) return day;
    return "@supports not (color: light-dark(white, black)) {\n:root {\ncolor-scheme: light;\n" + day +
           "}\n}\n";
}

} // namespace maerkbar::web
