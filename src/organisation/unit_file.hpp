#pragma once

#include <filesystem>

#include "organisation/unit_import.hpp"

namespace maerkbar::organisation {

// Reads units from a CSV or XLSX file by the names of its columns (code, name, parent, level in Danish,
// Norwegian or English). Errors: organisation.import_column (invalid) where code or name has no column; those
// of the file.
[[nodiscard]] Result<std::vector<UnitRow>> read_unit_file(const std::filesystem::path& path);
// The same from text that rows_as_text() wrote: how the preview hands its rows on.
[[nodiscard]] Result<std::vector<UnitRow>> read_unit_text(std::string text);
[[nodiscard]] Result<std::string> rows_as_text(const std::vector<RowOutcome>& outcomes);

} // namespace maerkbar::organisation
