#pragma once

#include <span>
#include <string>
#include <string_view>

namespace maerkbar {

// Without blanks, tabs and line ends at both sides.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// With a to z for A to Z; all other letters stay as they are.
[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

// "case, activity, time" of three words and ", ".
[[nodiscard]] inline std::string joined(std::span<const std::string> words, std::string_view between) {
    std::string text;
    for (const auto& word : words)
        text.append(text.empty() ? std::string_view() : between).append(word);
    return text;
}

} // namespace maerkbar
