#pragma once

#include <string_view>

#include "base/result.hpp"

namespace maerkbar::sources {

// Why an import ended as failed, by the code that is stored with it: what happened and what to do next. A
// sentence that fits all where the code is none of ours.
[[nodiscard]] Error import_failure(std::string_view code);

} // namespace maerkbar::sources
