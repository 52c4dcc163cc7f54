#pragma once

#include <string_view>

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

enum class Way { up, down };
// Among its siblings, with everything beneath it; nothing at the end of them.
void move_node(Model& model, std::string_view id, Way way);

} // namespace maerkbar::assessment
