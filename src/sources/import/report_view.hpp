#pragma once

#include <span>
#include <string>

#include "organisation/unit_tree.hpp"
#include "sources/import/check.hpp"
#include "web/html.hpp"
#include "web/language.hpp"

namespace maerkbar::sources {

// The parts of import pages that show what was read.

// "14.203 rows can be imported, 12 cannot."
[[nodiscard]] std::string report_sentence(const CheckReport& report, const web::Language& language);
// The first rows as they will be stored, with the names of units and the texts of values.
[[nodiscard]] web::Html sample_table(const Source& source, const CheckReport& report,
                                     const organisation::UnitTree& tree, const web::Language& language);
// Values of category columns that the dictionary does not have yet: often misspelt. Empty when there are
// none.
[[nodiscard]] web::Html new_values(const Source& source, const CheckReport& report,
                                   const web::Language& language);
// The first `most` errors: line, column, sentence.
[[nodiscard]] web::Html error_table(std::span<const RowError> errors, std::size_t most,
                                    const web::Language& language);
// Errors as a file for Excel: line, column, sentence, code.
[[nodiscard]] Result<std::string> errors_csv(std::span<const RowError> errors, const web::Language& language);
// What the reader found out about the file: kind, encoding, separator, decimal mark, first line of data.
[[nodiscard]] web::Html detection_facts(const tables::TableFile& file, const web::Language& language);
// Rows read but left out or odd: totals, blank and ragged rows, repaired characters. Empty when there are
// none.
[[nodiscard]] web::Html reading_notes(const tables::ReadingNotes& notes, const web::Language& language);

} // namespace maerkbar::sources
