#include <array>

#include "sources/import/importer.hpp"

namespace maerkbar::sources {

namespace {

constexpr std::array<std::string_view, 2> modes = {"replace", "merge"};
constexpr std::array<std::string_view, 6> states = {"waiting", "running", "published",
                                                    "undoing", "undone",  "failed"};

template <typename Enum, std::size_t count>
std::optional<Enum> named(const std::array<std::string_view, count>& names, std::string_view name) {
    for (std::size_t i = 0; i < count; ++i)
        if (names[i] == name) return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

std::string_view name_of(ImportMode mode) {
    return modes[static_cast<std::size_t>(mode)];
}

std::optional<ImportMode> import_mode(std::string_view name) {
    return named<ImportMode>(modes, name);
}

std::string_view name_of(ImportState state) {
    return states[static_cast<std::size_t>(state)];
}

std::optional<ImportState> import_state(std::string_view name) {
    return named<ImportState>(states, name);
}

} // namespace maerkbar::sources
