#include "base/names.hpp"
#include "sources/import/importer.hpp"

namespace maerkbar::sources {

namespace {

constexpr std::string_view modes[] = {"replace", "merge"};
constexpr std::string_view states[] = {"waiting", "running", "published", "undoing", "undone", "failed"};

} // namespace

std::string_view name_of(ImportMode mode) {
    return name_in(modes, mode);
}

std::optional<ImportMode> import_mode(std::string_view name) {
    return named_in<ImportMode>(modes, name);
}

std::string_view name_of(ImportState state) {
    return name_in(states, state);
}

std::optional<ImportState> import_state(std::string_view name) {
    return named_in<ImportState>(states, name);
}

} // namespace maerkbar::sources
