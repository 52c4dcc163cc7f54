#pragma once

#include <string>

#include "web/parts/form.hpp"

// What the fields of form.hpp share inside this module.
namespace maerkbar::web::parts {

[[nodiscard]] std::string id_of(const Label& label);
// " (optional)" where it is; nothing for required fields.
[[nodiscard]] Html optional_mark(const Label& label, const Language& language);
// Hint and error with their ids.
[[nodiscard]] Html hint_and_error(const Label& label);
// aria-describedby, aria-invalid and required of the control.
[[nodiscard]] Html control_attributes(const Label& label);
// <div class="field"> with label, hint and error around one control.
[[nodiscard]] Html field_around(const Label& label, const Html& control, const Language& language);
// <fieldset> with legend, hint and error around several controls.
[[nodiscard]] Html group_around(const Label& label, const Html& controls, const Language& language);
[[nodiscard]] Markup width_class(FieldWidth width);

} // namespace maerkbar::web::parts
