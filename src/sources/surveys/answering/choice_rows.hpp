#pragma once

#include <string>
#include <vector>

#include "web/html.hpp"

namespace maerkbar::surveys::answering {

// One of several ways to go on, outside the survey's own questions.
struct ChoiceRow {
    std::string value;
    std::string text;
    bool chosen = false;
};
// A question with radio buttons, each row at least 48 px high and to be touched anywhere. `heading` goes into
// the legend as it is.
[[nodiscard]] web::Html choice_rows(const std::string& name, const web::Html& heading,
                                    const std::vector<ChoiceRow>& rows);

} // namespace maerkbar::surveys::answering
