#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::surveys {

// A sheet of texts, the header first.
struct TextSheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
};

// An .xlsx file of these sheets; every cell is text, so nothing is taken for a formula. Error:
// formats.no_workbook (unavailable) when the disk for temporary files is full.
[[nodiscard]] Result<std::string> make_workbook(const std::vector<TextSheet>& sheets);

} // namespace maerkbar::surveys
