#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// For tests: spreadsheets made by hand.
namespace maerkbar::tables::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

// A zip of these files, deflated.
std::string zip(const Parts& parts);

// A workbook whose only sheet has this <sheetData> content; `texts` are its shared strings (inner XML of
// <si>), `styles` the number format codes of style 1, 2, …
std::string workbook(std::string_view rows, const std::vector<std::string>& texts = {},
                     const std::vector<std::string>& styles = {}, std::string_view properties = "");
// The parts of such a workbook, to be changed before zipping.
Parts workbook_parts(std::string_view rows, const std::vector<std::string>& texts = {},
                     const std::vector<std::string>& styles = {}, std::string_view properties = "");
void replace_part(Parts& parts, std::string_view name, std::string content);

} // namespace maerkbar::tables::test
