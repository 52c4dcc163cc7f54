#include "cases/pattern.hpp"

namespace maerkbar::cases {

bool matches(std::string_view pattern, std::string_view text) {
    constexpr std::string_view any = "***";
    auto gap = pattern.find(any);
    if (gap == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, gap))) return false;
    text.remove_prefix(gap);
    pattern.remove_prefix(gap + any.size());
    // Each piece between two gaps is taken at its first place; the last one must end the text.
    while ((gap = pattern.find(any)) != std::string_view::npos) {
        const auto place = text.find(pattern.substr(0, gap));
        if (place == std::string_view::npos) return false;
        text.remove_prefix(place + gap);
        pattern.remove_prefix(gap + any.size());
    }
    return text.ends_with(pattern);
}

std::string squeezed(std::string_view text) {
    std::string result;
    bool gap = false;
    for (const char letter : text) {
        if (letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r') {
            gap = true;
            continue;
        }
        if (gap && !result.empty()) result += ' ';
        gap = false;
        result += letter;
    }
    return result;
}

} // namespace maerkbar::cases
