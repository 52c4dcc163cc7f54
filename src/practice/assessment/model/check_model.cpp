#include <algorithm>
#include <set>

#include "practice/assessment/model/read_model.hpp"

namespace maerkbar::assessment {
namespace {

constexpr int deepest = 12;

Error unsound(std::string code, std::string text, const std::string& value) {
    return {ErrorKind::invalid, std::move(code), std::move(text), {{"value", value}}, "file"};
}

template <typename T>
Result<void> check_ids(const std::vector<T>& all) {
    std::set<std::string_view> seen;
    for (const auto& one : all) {
        if (!sound_id(one.id))
            return unsound("assessment.model_id",
                           "The id “{value}” is not usable. Write letters a–z, digits, dots, dashes.",
                           one.id);
        if (!seen.insert(one.id).second)
            return unsound("assessment.model_twice", "The id “{value}” stands there twice.", one.id);
    }
    return {};
}

Result<void> check_ladder(const Scale& scale, const std::vector<Band>& bands) {
    const double step = scale.whole ? 1 : 0;
    double expected = scale.min;
    for (const auto& band : bands) {
        if (band.from != expected || band.to < band.from)
            return unsound(
                "assessment.model_bands",
                "The bands of the scale “{value}” have a gap or overlap. Each begins where the one "
                "before ends.",
                scale.id);
        expected = band.to + step;
    }
    if (bands.empty() || bands.back().to != scale.max)
        return unsound("assessment.model_band_end",
                       "The bands of the scale “{value}” do not reach from its lowest to its highest value.",
                       scale.id);
    return {};
}

Result<void> check_scale(const Scale& scale) {
    if (scale.min >= scale.max)
        return unsound("assessment.model_range",
                       "The scale “{value}” has no room between lowest and highest.", scale.id);
    TRY(check_ids(scale.aspects));
    if (scale.aspects.empty()) return check_ladder(scale, scale.bands);
    for (const auto& aspect : scale.aspects)
        TRY(check_ladder(scale, aspect.bands));
    return {};
}

Result<void> check_method(const Model& model, const Method& method) {
    for (const auto& [group, scale] : method.scales)
        if (model.scale(scale) == nullptr)
            return unsound("assessment.model_scale", "Nothing is known of the scale “{value}”.", scale);
    return {};
}

Result<void> check_node(const Model& model, const Node& node, const std::set<std::string_view>& before) {
    if (!node.parent.empty() && !before.contains(node.parent))
        return unsound("assessment.model_parent",
                       "“{value}” lies beneath something that does not stand before it in the file.",
                       node.id);
    if (node.names.empty()) return unsound("assessment.model_name", "“{value}” has no name.", node.id);
    if (!(node.weight >= 0))
        return unsound("assessment.model_weight", "The weight of “{value}” is below zero.", node.id);
    if (!node.scale.empty() && model.scale(node.scale) == nullptr)
        return unsound("assessment.model_scale", "Nothing is known of the scale “{value}”.", node.scale);
    const bool known_group =
        node.group.empty() || std::ranges::find(model.groups, node.group, &Group::id) != model.groups.end();
    if (!known_group)
        return unsound("assessment.model_group", "Nothing is known of the group “{value}”.", node.group);
    if (model.depth(node) >= deepest)
        return unsound("assessment.model_depth", "“{value}” lies too deep; at most 12 levels are taken.",
                       node.id);
    return {};
}

Result<void> check_tree(const Model& model) {
    std::set<std::string_view> before;
    for (const auto& node : model.nodes) {
        TRY(check_node(model, node, before));
        before.insert(node.id);
    }
    for (const auto& mapping : model.mappings)
        if (model.node(mapping.from) == nullptr)
            return unsound("assessment.model_mapping", "A mapping starts at “{value}”, which is not there.",
                           mapping.from);
    return {};
}

} // namespace

bool sound_id(std::string_view id) {
    return !id.empty() && id.size() <= 60 && std::ranges::all_of(id, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' || letter == '_';
    });
}

Result<void> check_draft(const Model& model) {
    if (!sound_id(model.id))
        return unsound("assessment.model_id",
                       "The id “{value}” is not usable. Write letters a–z, digits, dots, dashes.", model.id);
    if (!compare_version_numbers(model.version, model.version))
        return unsound("assessment.model_version",
                       "“{value}” is not a version number. Write three whole numbers, such as 1.2.0.",
                       model.version);
    TRY(check_ids(model.scales));
    TRY(check_ids(model.groups));
    TRY(check_ids(model.methods));
    TRY(check_ids(model.nodes));
    TRY(check_ids(model.prompts));
    for (const auto& scale : model.scales)
        TRY(check_scale(scale));
    for (const auto& method : model.methods)
        TRY(check_method(model, method));
    return check_tree(model);
}

Result<void> check_model(const Model& model) {
    if (model.names.empty() || model.nodes.empty())
        return unsound("assessment.model_empty", "The model “{value}” has no name or nothing to assess.",
                       model.id);
    return check_draft(model);
}

} // namespace maerkbar::assessment
