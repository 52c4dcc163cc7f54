#include "practice/assessment/model/edit.hpp"

#include <algorithm>
#include <set>

#include "practice/assessment/model/read_model.hpp"

namespace maerkbar::assessment {
namespace {

void add_beneath(const Model& model, std::string_view parent, std::vector<Node>& into) {
    for (const auto* child : model.children(parent)) {
        into.push_back(*child);
        add_beneath(model, child->id, into);
    }
}

// Each node before those beneath it, and those before its next sibling.
void put_in_order(Model& model) {
    std::vector<Node> ordered;
    ordered.reserve(model.nodes.size());
    add_beneath(model, {}, ordered);
    model.nodes = std::move(ordered);
}

Error no_parent() {
    return {ErrorKind::invalid, "assessment.no_parent",
            "What it lies beneath is no longer there. Go back to the model and look again."};
}

} // namespace

Result<void> add_node(Model& model, Node node) {
    if (!node.parent.empty() && model.node(node.parent) == nullptr) return no_parent();
    if (!sound_id(node.id) || model.node(node.id) != nullptr)
        return Error{ErrorKind::invalid,
                     "assessment.new_id",
                     "“{value}” cannot be used: write letters a–z, digits, dots and dashes, and nothing that "
                     "the model has already.",
                     {{"value", node.id}},
                     "id"};
    model.nodes.push_back(std::move(node));
    put_in_order(model);
    return {};
}

void remove_node(Model& model, std::string_view id) {
    std::vector<Node> beneath;
    add_beneath(model, id, beneath);
    std::set<std::string, std::less<>> gone{std::string(id)};
    for (const auto& node : beneath)
        gone.insert(node.id);
    std::erase_if(model.nodes, [&](const Node& node) { return gone.contains(node.id); });
    std::erase_if(model.mappings, [&](const Mapping& mapping) { return gone.contains(mapping.from); });
}

std::vector<const Node*> possible_areas(const Model& model, std::string_view id) {
    std::vector<Node> beneath;
    add_beneath(model, id, beneath);
    std::vector<const Node*> areas;
    for (const auto& node : model.nodes)
        if (node.id != id && !model.is_item(node) &&
            std::ranges::find(beneath, node.id, &Node::id) == beneath.end())
            areas.push_back(&node);
    return areas;
}

Result<void> move_beneath(Model& model, std::string_view id, std::string_view area) {
    const auto found = std::ranges::find(model.nodes, id, &Node::id);
    if (found == model.nodes.end()) return no_parent();
    if (found->parent == area) return {};
    const auto areas = possible_areas(model, id);
    if (!area.empty() && std::ranges::find(areas, area, &Node::id) == areas.end()) return no_parent();
    auto moved = std::move(*found);
    moved.parent = area;
    model.nodes.erase(found);
    model.nodes.push_back(std::move(moved)); // the last of its new siblings
    put_in_order(model);
    return {};
}

void move_node(Model& model, std::string_view id, Way way) {
    const auto* node = model.node(id);
    if (node == nullptr) return;
    const auto siblings = model.children(node->parent);
    const auto at = std::ranges::find(siblings, node) - siblings.begin();
    const auto other = at + (way == Way::up ? -1 : 1);
    if (other < 0 || other >= std::ssize(siblings)) return;
    const auto position = [&](const Node* one) { return one - model.nodes.data(); };
    const auto from = position(siblings[static_cast<std::size_t>(at)]);
    const auto to = position(siblings[static_cast<std::size_t>(other)]);
    std::swap(model.nodes[static_cast<std::size_t>(from)], model.nodes[static_cast<std::size_t>(to)]);
    put_in_order(model);
}

} // namespace maerkbar::assessment
