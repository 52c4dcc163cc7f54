#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace maerkbar::cases {

// Compares what stands at a path ("items.0.name"; "items.length" is a list's length; "" is all) with what is
// wanted: JSON, "absent", or a pattern for a text. The order of members does not matter.
[[nodiscard]] Result<void> check_json(std::string_view body, std::string_view path, std::string_view wanted);

// What stands at the path: a text as it is, anything else as JSON.
[[nodiscard]] Result<std::string> json_text(std::string_view body, std::string_view path);

} // namespace maerkbar::cases
