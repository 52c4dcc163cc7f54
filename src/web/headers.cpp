#include "web/headers.hpp"

#include <algorithm>

namespace maerkbar::web {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string_view> Headers::get(std::string_view name) const {
    for (const auto& [key, value] : lines_)
        if (equal_ignoring_case(key, name)) return value;
    return std::nullopt;
}

void Headers::add(std::string name, std::string value) {
    lines_.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string name, std::string value) {
    std::erase_if(lines_, [&](const auto& line) { return equal_ignoring_case(line.first, name); });
    add(std::move(name), std::move(value));
}

} // namespace maerkbar::web
