#include "practice/assessment/model/model.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace maerkbar::assessment {
namespace {

constexpr std::string_view rule_names[] = {"mean",   "weighted",      "median",        "minimum",
                                           "points", "most_partials", "mean_of_items", "none"};

template <typename T>
const T* with_id(const std::vector<T>& all, std::string_view id) {
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

std::optional<std::array<int, 3>> numbers_of(std::string_view version) {
    std::array<int, 3> numbers{};
    const char* at = version.data();
    const char* end = at + version.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto [next, problem] = std::from_chars(at, end, numbers[i]);
        if (problem != std::errc{} || numbers[i] < 0) return std::nullopt;
        const bool last = i + 1 == numbers.size();
        if (last ? next != end : next == end || *next != '.') return std::nullopt;
        at = next + 1;
    }
    return numbers;
}

} // namespace

std::string_view name_of(Rule rule) {
    return rule_names[static_cast<std::size_t>(rule)];
}

std::optional<Rule> rule_named(std::string_view name) {
    const auto* found = std::ranges::find(rule_names, name);
    if (found == std::end(rule_names)) return std::nullopt;
    return static_cast<Rule>(found - std::begin(rule_names));
}

const Node* Model::node(std::string_view node_id) const {
    return with_id(nodes, node_id);
}
const Scale* Model::scale(std::string_view scale_id) const {
    return with_id(scales, scale_id);
}
const Method* Model::method(std::string_view method_id) const {
    return with_id(methods, method_id);
}
const Prompt* Model::prompt(std::string_view prompt_id) const {
    return with_id(prompts, prompt_id);
}

std::vector<const Node*> Model::children(std::string_view parent) const {
    std::vector<const Node*> found;
    for (const auto& node : nodes)
        if (node.parent == parent) found.push_back(&node);
    return found;
}

bool Model::is_item(const Node& node) const {
    return std::ranges::find(nodes, node.id, &Node::parent) == nodes.end();
}

std::vector<const Node*> Model::items(std::string_view beneath) const {
    std::vector<const Node*> found;
    const auto lies_beneath = [&](const Node* node) {
        for (; node != nullptr; node = this->node(node->parent))
            if (node->id == beneath) return true;
        return beneath.empty();
    };
    for (const auto& node : nodes)
        if (is_item(node) && lies_beneath(&node)) found.push_back(&node);
    return found;
}

int Model::depth(const Node& of) const {
    int depth = 0;
    for (const auto* above = node(of.parent); above != nullptr; above = node(above->parent))
        ++depth;
    return depth;
}

const Node& Model::top(const Node& of) const {
    const auto* found = &of;
    while (const auto* above = node(found->parent))
        found = above;
    return *found;
}

RollUpRule Model::rule(const Node& of) const {
    if (of.roll_up) return *of.roll_up;
    const auto level = static_cast<std::size_t>(depth(of));
    return level < levels.size() ? levels[level] : RollUpRule{};
}

const Scale* Model::scale_of(const Node& item, std::string_view method_id) const {
    if (!item.scored) return nullptr;
    if (!item.scale.empty()) return scale(item.scale);
    const auto* chosen = method(method_id);
    if (chosen == nullptr && !methods.empty()) chosen = &methods.front();
    if (chosen == nullptr) return nullptr;
    const auto found = chosen->scales.find(item.group);
    return found == chosen->scales.end() ? nullptr : scale(found->second);
}

std::optional<int> compare_version_numbers(std::string_view a, std::string_view b) {
    const auto first = numbers_of(a);
    const auto second = numbers_of(b);
    if (!first || !second) return std::nullopt;
    if (*first == *second) return 0;
    return *first < *second ? -1 : 1;
}

} // namespace maerkbar::assessment
