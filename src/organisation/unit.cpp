#include "organisation/unit.hpp"

#include <algorithm>

namespace maerkbar::organisation {
namespace {

constexpr std::string_view code_kind_names[] = {"own", "os2mo", "sor", "organisation"};

} // namespace

std::string_view name_of(CodeKind kind) {
    return code_kind_names[static_cast<std::size_t>(kind)];
}

std::optional<CodeKind> code_kind(std::string_view name) {
    const auto found = std::ranges::find(code_kinds, name, [](CodeKind kind) { return name_of(kind); });
    if (found == std::end(code_kinds)) return std::nullopt;
    return *found;
}

std::string_view Unit::name(Date day) const {
    if (names.empty()) return {};
    const auto later =
        std::ranges::upper_bound(names, day, {}, [](const NameSpan& span) { return span.valid.from; });
    return later == names.begin() ? names.front().name : std::prev(later)->name;
}

std::optional<UnitId> Unit::parent(Date day) const {
    for (const auto& span : parents)
        if (span.valid.holds(day)) return span.parent;
    return std::nullopt;
}

std::string_view Unit::code(CodeKind kind) const {
    const auto found = std::ranges::find(codes, kind, &UnitCode::kind);
    return found == codes.end() ? std::string_view{} : std::string_view{found->value};
}

} // namespace maerkbar::organisation
