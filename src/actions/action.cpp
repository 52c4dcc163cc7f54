#include "actions/action.hpp"

#include <algorithm>
#include <iterator>

namespace maerkbar::actions {
namespace {

constexpr std::string_view status_names[] = {"open", "running", "done", "dropped"};

} // namespace

std::string_view name_of(Status status) {
    return status_names[static_cast<std::size_t>(status)];
}

std::optional<Status> status_named(std::string_view name) {
    const auto* found = std::ranges::find(status_names, name);
    if (found == std::end(status_names)) return std::nullopt;
    return static_cast<Status>(found - std::begin(status_names));
}

} // namespace maerkbar::actions
