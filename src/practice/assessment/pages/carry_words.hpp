#pragma once

#include <string>

#include "practice/assessment/model/difference.hpp"
#include "web/language.hpp"
#include "web/parts/form.hpp"

// What a change of an item is called, and the choice of what becomes of its old value.
namespace maerkbar::assessment {

[[nodiscard]] std::string item_change_text(ItemChange change, const web::Language& language);
// `chosen` is the name of a Carry; empty: not decided.
[[nodiscard]] web::Html carry_field(web::parts::Label label, std::string_view chosen,
                                    const web::Language& language);

} // namespace maerkbar::assessment
