#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/assessment/model/scale.hpp"
#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::assessment {

// Points of one item on its scale: one dot for each answer, above each other where they are equal, without
// names.
struct DotPlot {
    const Scale& scale;
    std::string name;                     // "K1.1 Retning, alle" – what a screen reader says first
    std::vector<double> points;           // rising
    std::optional<double> agreed = {};    // a line where the group agreed
    std::optional<double> last_time = {}; // a dashed line where it stood before
};

// An SVG that says its values in words too.
[[nodiscard]] web::Html dot_plot(const DotPlot& plot, const web::Language& language);

} // namespace maerkbar::assessment
