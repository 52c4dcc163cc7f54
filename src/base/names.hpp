#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace maerkbar {

// Enumerations and their stable names: names[i] belongs to the enumerator with the number i.
template <typename Enum>
std::string_view name_in(std::span<const std::string_view> names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

template <typename Enum>
std::optional<Enum> named_in(std::span<const std::string_view> names, std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace maerkbar
