#pragma once

#include <vector>

#include "organisation/form_page.hpp"
#include "practice/assessment/model/scale.hpp"

// The steps of a scale as fields, with room for two more.
namespace maerkbar::assessment::editor {

// A number that may have decimals.
[[nodiscard]] web::Html number_field(web::parts::Label label, std::string value,
                                     const web::Language& language);
[[nodiscard]] web::Html ladder_fields(const std::vector<Band>& bands, const organisation::Filled& filled,
                                      const web::Language& language);
// Rows without numbers are left out.
[[nodiscard]] std::vector<Band> read_ladder(web::Form& form);

} // namespace maerkbar::assessment::editor
