#pragma once

#include <string_view>

#include "base/result.hpp"
#include "web/fields.hpp"

namespace maerkbar::web {

// The members of a JSON object as fields, so that a page's form and the API are read by the same code:
// numbers and booleans as text, null left out, arrays of plain values as one field several times, inner
// objects as outer.inner and arrays of objects as list.0.name. At most 32 levels deep and 10,000 values.
[[nodiscard]] Result<Fields> fields_of_json(std::string_view text);

} // namespace maerkbar::web
