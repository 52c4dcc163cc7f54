#pragma once

#include <vector>

#include "practice/assessment/pages/routes.hpp"

namespace maerkbar::assessment {

// /assessments/models: the models there are, and the editor.
[[nodiscard]] std::vector<web::Route> editor_routes(AssessmentServices& services);

} // namespace maerkbar::assessment
