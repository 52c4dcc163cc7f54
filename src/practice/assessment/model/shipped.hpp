#pragma once

#include <vector>

#include "practice/assessment/model/model.hpp"

namespace maerkbar::assessment {

// The models that lie in the program (models/assessment), read and checked once, in order of file name.
[[nodiscard]] const std::vector<Model>& shipped_models();

} // namespace maerkbar::assessment
