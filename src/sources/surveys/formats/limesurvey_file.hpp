#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::surveys {

// One row of one of the tables that a LimeSurvey structure file is made of.
using LimeRow = std::map<std::string, std::string, std::less<>>;

struct LimeFile {
    std::map<std::string, std::vector<LimeRow>, std::less<>> tables = {};
    std::vector<std::string> languages = {};
    std::string kind = {}; // "Survey"

    [[nodiscard]] const std::vector<LimeRow>& table(std::string_view name) const;
};

// The cell of that name; empty where there is none.
[[nodiscard]] std::string_view cell(const LimeRow& row, std::string_view name);

// Errors: formats.broken_xml with the line; formats.too_large.
[[nodiscard]] Result<LimeFile> read_lime_file(std::string_view xml);

} // namespace maerkbar::surveys
