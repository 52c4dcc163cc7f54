#pragma once

#include <optional>
#include <string>

#include "organisation/form_page.hpp"
#include "practice/assessment/model/model.hpp"

// A rule for adding up, as fields: `name` and `name`-most.
namespace maerkbar::assessment::editor {

[[nodiscard]] std::string rule_name(Rule rule, const web::Language& language);

// With `none_text` there is a choice of no rule of its own.
[[nodiscard]] web::Html rule_fields(const web::parts::Label& label, const std::optional<RollUpRule>& stored,
                                    std::string none_text, const organisation::Filled& filled,
                                    const web::Language& language);
// No value where none was chosen.
[[nodiscard]] std::optional<RollUpRule> read_rule(web::Form& form, const std::string& name);

} // namespace maerkbar::assessment::editor
