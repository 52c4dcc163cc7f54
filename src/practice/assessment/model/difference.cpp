#include "practice/assessment/model/difference.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace maerkbar::assessment {
namespace {

constexpr std::string_view carry_names[] = {"keep", "clamp", "rescale", "reset"};

bool same_scale(const Scale* a, const Scale* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return a->id == b->id && a->min == b->min && a->max == b->max && a->whole == b->whole &&
           a->ladder().size() == b->ladder().size() && a->aspects.size() == b->aspects.size();
}

ItemChange change_of(const Node& old, const Model& before, const Node& now, const Model& after) {
    if (!same_scale(before.scale_of(old, {}), after.scale_of(now, {}))) return ItemChange::scale;
    const bool same_texts =
        old.names == now.names && old.question == now.question && old.examples == now.examples;
    return same_texts ? ItemChange::same : ItemChange::texts;
}

} // namespace

std::string_view name_of(Carry carry) {
    return carry_names[static_cast<std::size_t>(carry)];
}

std::optional<Carry> carry_named(std::string_view name) {
    const auto* found = std::ranges::find(carry_names, name);
    if (found == std::end(carry_names)) return std::nullopt;
    return static_cast<Carry>(found - std::begin(carry_names));
}

std::vector<ItemDifference> compare_versions(const Model& before, const Model& after) {
    std::vector<ItemDifference> differences;
    for (const auto* now : after.items()) {
        const auto* old = before.node(now->id);
        if (old == nullptr) {
            differences.push_back({now->id, ItemChange::added, {}, now->names, {}, now->question});
        } else if (const auto change = change_of(*old, before, *now, after); change != ItemChange::same) {
            differences.push_back({now->id, change, old->names, now->names, old->question, now->question});
        }
    }
    for (const auto* old : before.items())
        if (after.node(old->id) == nullptr)
            differences.push_back({old->id, ItemChange::removed, old->names, {}, old->question, {}});
    return differences;
}

Result<void> may_follow(const Model& before, const Model& after) {
    if (before.id != after.id)
        return Error{ErrorKind::invalid,
                     "assessment.other_model",
                     "This is the model {found}, not {wanted}. Import it as a model of its own.",
                     {{"found", after.id}, {"wanted", before.id}},
                     "file"};
    const auto order = compare_version_numbers(after.version, before.version);
    if (!order)
        return Error{ErrorKind::invalid,
                     "assessment.version_number",
                     "“{version}” is not a version number. Write three whole numbers, such as 1.2.0.",
                     {{"version", after.version}},
                     "file"};
    if (*order <= 0)
        return Error{
            ErrorKind::invalid,
            "assessment.version_not_newer",
            "Version {found} is not newer than {present}, which is here already. Nothing was changed. "
            "Give the file a higher version number.",
            {{"found", after.version}, {"present", before.version}},
            "file"};
    return {};
}

std::optional<double> carried(double value, Carry carry, const Scale& before, const Scale& after) {
    switch (carry) {
        case Carry::keep:
            return after.allows(value) ? std::optional(value) : std::nullopt;
        case Carry::clamp: {
            const double inside = std::clamp(value, after.min, after.max);
            return after.whole ? std::round(inside) : inside;
        }
        case Carry::rescale: {
            const auto found = converted(value, before, after);
            return found && after.whole ? std::optional(std::round(*found)) : found;
        }
        case Carry::reset:
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace maerkbar::assessment
