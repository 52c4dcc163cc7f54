#include <algorithm>

#include "organisation/unit_changes.hpp"

#include "base/translatable.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::size_t longest_name = 200; // bytes of UTF-8

Error refuse(std::string code, std::string text, std::vector<std::pair<std::string, std::string>> arguments,
             std::string field = {}) {
    return {ErrorKind::invalid, "organisation." + std::move(code), std::move(text), std::move(arguments),
            std::move(field)};
}

std::string named(const UnitTree& tree, UnitId unit, Date day) {
    return std::string{tree.name(unit, day)};
}

// Whether `target` lies above `start` (or is it) on any of these days.
bool meets(const UnitTree& tree, UnitId start, UnitId target, const Validity& during, int depth = 0) {
    if (start == target) return true;
    const auto* unit = tree.find(start);
    if (unit == nullptr || depth > 1000) return false;
    return std::ranges::any_of(unit->parents, [&](const ParentSpan& span) {
        const auto both = common(span.valid, during);
        return !both.empty() && meets(tree, span.parent, target, both, depth + 1);
    });
}

template <typename Span>
bool tiles(const std::vector<Span>& spans, const Validity& whole) {
    Date reached = whole.from;
    for (const auto& span : spans) {
        if (span.valid.from != reached || span.valid.empty()) return false;
        reached = span.valid.to;
    }
    return reached == whole.to;
}

Result<void> check_names(const Unit& unit) {
    if (!tiles(unit.names, unit.valid))
        return refuse("day_outside", translatable("The day lies outside the days when the unit is open."), {},
                      "from");
    for (const auto& span : unit.names) {
        if (folded(span.name).empty())
            return refuse("name_missing", translatable("Give the unit a name."), {}, "name");
        if (span.name.size() > longest_name)
            return refuse("name_long", translatable("The name is too long. Use at most 200 characters."), {},
                          "name");
    }
    return {};
}

Result<void> check_parent(const UnitTree& tree, const Unit& unit, const ParentSpan& span) {
    const auto* parent = tree.find(span.parent);
    if (parent == nullptr)
        return Error{
            ErrorKind::not_found, "organisation.unknown_unit", "There is no such unit.", {}, "parent"};
    if (meets(tree, span.parent, unit.id, span.valid))
        return refuse("cycle",
                      translatable("“{unit}” cannot lie beneath “{parent}”, because “{parent}” lies beneath "
                                   "“{unit}” at that time."),
                      {{"unit", named(tree, unit.id, span.valid.from)},
                       {"parent", named(tree, span.parent, span.valid.from)}},
                      "parent");
    if (!parent->valid.covers(span.valid))
        return refuse(
            "parent_closed",
            translatable(
                "“{unit}” cannot lie beneath “{parent}”, because “{parent}” is not open all that time."),
            {{"unit", named(tree, unit.id, span.valid.from)},
             {"parent", named(tree, span.parent, span.valid.from)}},
            "parent");
    return {};
}

Result<void> check_parents(const UnitTree& tree, const Unit& unit) {
    const bool root = unit.id == tree.root();
    if (root && unit.parents.empty()) return {};
    if (!tiles(unit.parents, unit.valid))
        return refuse("day_outside", translatable("The day lies outside the days when the unit is open."), {},
                      "from");
    for (const auto& span : unit.parents)
        if (auto checked = check_parent(tree, unit, span); !checked.ok()) return checked;
    return {};
}

Result<void> check_children(const UnitTree& tree, const Unit& unit) {
    std::string open;
    UnitId last;
    for (const auto& span : tree.ever_below(unit.id)) {
        if (unit.valid.covers(span.valid) || span.unit == last) continue;
        last = span.unit;
        open += (open.empty() ? "" : ", ") + named(tree, span.unit, unit.valid.to);
    }
    if (open.empty()) return {};
    return refuse(
        "open_children",
        translatable(
            "“{unit}” has units beneath it on days when it would not be open: {children}. Move or close them "
            "first, or merge the unit into another."),
        {{"unit", named(tree, unit.id, unit.valid.to - 1)}, {"children", open}}, "from");
}

Result<void> check_codes(const UnitTree& tree, const Unit& unit) {
    for (const auto& code : unit.codes) {
        for (const auto id : tree.with_code(code.value)) {
            const auto& other = *tree.find(id);
            const bool same = id != unit.id && other.valid.overlaps(unit.valid) &&
                              folded(other.code(code.kind)) == folded(code.value);
            if (same)
                return refuse("code_taken", translatable("The code {code} belongs to “{unit}” already."),
                              {{"code", code.value}, {"unit", named(tree, other.id, other.valid.from)}},
                              "code_" + std::string{name_of(code.kind)});
        }
    }
    return {};
}

} // namespace

Result<void> check_unit(const UnitTree& tree, UnitId id) {
    const auto* unit = tree.find(id);
    if (unit == nullptr)
        return Error{ErrorKind::not_found, "organisation.unknown_unit", "There is no such unit."};
    if (unit->valid.empty())
        return refuse("day_outside", translatable("The unit must be open for at least one day."), {}, "from");
    TRY(check_names(*unit));
    TRY(check_parents(tree, *unit));
    TRY(check_children(tree, *unit));
    return check_codes(tree, *unit);
}

} // namespace maerkbar::organisation
