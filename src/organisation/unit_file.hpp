#pragma once

#include <filesystem>

#include "organisation/unit_import.hpp"

namespace maerkbar::organisation {

// Which heading is what, where somebody has said so; an empty one is looked for by its usual names.
struct UnitHeadings {
    std::string code;
    std::string name;
    std::string parent;
    std::string level;
};

// A file whose columns must be told: its headings, and all of it as CSV text for read_unit_text().
struct UnitTable {
    std::vector<std::string> headings;
    std::string text;
};
[[nodiscard]] Result<UnitTable> read_unit_table(const std::filesystem::path& path);

// Reads units from a CSV or XLSX file by the names of its columns (code, name, parent, level in Danish,
// Norwegian or English). Errors: organisation.import_column (invalid) where code or name has no column; those
// of the file.
[[nodiscard]] Result<std::vector<UnitRow>> read_unit_file(const std::filesystem::path& path);
// The same from text that rows_as_text() wrote: how the preview hands its rows on.
[[nodiscard]] Result<std::vector<UnitRow>> read_unit_text(std::string text,
                                                          const UnitHeadings& headings = {});
[[nodiscard]] Result<std::string> rows_as_text(const std::vector<RowOutcome>& outcomes);

} // namespace maerkbar::organisation
