#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "practice/assessment/model/model.hpp"

// Changes to the tree of a model that is being worked on. An id is given once and stays: it tells items apart
// from version to version.
namespace maerkbar::assessment {

// Beneath `node.parent`, after its siblings there. Errors: assessment.model_parent, assessment.model_twice,
// assessment.model_id (invalid).
[[nodiscard]] Result<void> add_node(Model& model, Node node);
// With everything beneath it, and the mappings that start there.
void remove_node(Model& model, std::string_view id);

// Areas that the node may lie beneath: those that have something beneath them already, but not the node
// itself nor what lies beneath it. The top is always possible.
[[nodiscard]] std::vector<const Node*> possible_areas(const Model& model, std::string_view id);
// With everything beneath it, after its new siblings; `area` empty: at the top. Error: assessment.no_parent
// (invalid) where it may not lie there.
[[nodiscard]] Result<void> move_beneath(Model& model, std::string_view id, std::string_view area);

enum class Way { up, down };
// Among its siblings, with everything beneath it; nothing at the end of them.
void move_node(Model& model, std::string_view id, Way way);

} // namespace maerkbar::assessment
