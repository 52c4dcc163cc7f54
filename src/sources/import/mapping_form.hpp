#pragma once

#include "sources/import/drafts.hpp"
#include "sources/import/source.hpp"
#include "tables/table_file.hpp"
#include "web/fields.hpp"
#include "web/html.hpp"
#include "web/language.hpp"
#include "web/parts/form.hpp"

namespace maerkbar::sources {

// The form in which a person says which column is what, and reading it back. Field names: column:FIELD,
// constant:FIELD, minus:FIELD, personal:COLUMN, unit:TEXT, separator, encoding, decimal_mark, date_order,
// header_line, sheet.

[[nodiscard]] web::Html mapping_fields(const Source& source, const Mapping& mapping,
                                       const tables::TableFile& file, const web::parts::FormErrors& errors,
                                       const web::Language& language);
// How the file is written; normally found by itself, so it opens only on demand.
[[nodiscard]] web::Html reading_fields(const Mapping& mapping, const tables::TableFile& file,
                                       const web::Language& language);
[[nodiscard]] Mapping mapping_from_form(const Source& source, const web::Fields& form);

} // namespace maerkbar::sources
