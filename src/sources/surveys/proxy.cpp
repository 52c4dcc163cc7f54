#include "sources/surveys/proxy.hpp"

#include <algorithm>
#include <array>

namespace maerkbar::surveys {

namespace {

constexpr std::array<std::string_view, 5> answerer_names{"self", "relative", "guardian", "staff", "other"};
constexpr std::array<std::string_view, 2> view_names{"own", "person"};
constexpr std::array<std::string_view, 4> help_names{"", "none", "some", "much"};

template <typename Enum, std::size_t Count>
std::optional<Enum> named(const std::array<std::string_view, Count>& names, std::string_view name) {
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view name_of(AnsweredBy by) {
    return answerer_names[static_cast<std::size_t>(by)];
}

std::string_view name_of(WhoseView view) {
    return view_names[static_cast<std::size_t>(view)];
}

std::string_view name_of(Help help) {
    return help_names[static_cast<std::size_t>(help)];
}

std::optional<AnsweredBy> answerer_named(std::string_view name) {
    return named<AnsweredBy>(answerer_names, name);
}

std::optional<WhoseView> view_named(std::string_view name) {
    return named<WhoseView>(view_names, name);
}

std::optional<Help> help_named(std::string_view name) {
    return named<Help>(help_names, name);
}

} // namespace maerkbar::surveys
