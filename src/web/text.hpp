#pragma once

#include <string_view>

#include "base/text.hpp"

namespace maerkbar::web {

// Takes off and returns what stands before the first `separator` (or all), and the separator with it.
[[nodiscard]] inline std::string_view take_until(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto taken = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return taken;
}

} // namespace maerkbar::web
