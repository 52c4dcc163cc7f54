#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/form.hpp"

namespace maerkbar::measurement {

// The seconds in a length of time as people type it in any of the languages: "2 min", "1,5 timer",
// "1 time 30 minutter", "90 sek". Every number needs its unit, so that minutes are never taken for seconds;
// only 0 is clear without. Nothing where the text is no such length.
[[nodiscard]] std::optional<double> typed_duration(std::string_view text);

// The same in a field of a form; a text that is no length of time becomes the field's mistake. Nothing when
// it is empty.
[[nodiscard]] std::optional<double> duration_in(web::Form& form, std::string_view name);

// Such a text for a form that is filled in already, read the same in every language: "1 h 30 min", "2 min",
// "7.5 s".
[[nodiscard]] std::string duration_to_type(double seconds);

} // namespace maerkbar::measurement
