#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace maerkbar {

// What stands on each line, without blanks around it; empty lines are left out.
[[nodiscard]] inline std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty()) lines.emplace_back(line);
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return lines;
}

} // namespace maerkbar
