#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sources/import/source.hpp"
#include "tables/table_file.hpp"

namespace maerkbar::sources {

// Where the value of one field comes from: a column (less other columns, for numbers), or the same text in
// every row.
struct FieldMapping {
    std::string column = {};
    std::vector<std::string> minus = {}; // attendances − breaches = seen in time
    std::string constant = {};
    bool operator==(const FieldMapping&) const = default;
};

// What a person decided about a column in which personal numbers were found.
enum class PersonalNumberRule {
    leave_out,   // the column is not read at all
    not_personal // a journal or phone number that looks like one; logged with the person's name
};

// How one kind of extract is read: which column is what, and how the file is written. Saved with the feed and
// reused.
struct Mapping {
    std::map<std::string, FieldMapping> fields;                      // by field name
    std::map<std::string, PersonalNumberRule> personal_numbers = {}; // by column name
    std::map<std::string, std::string> units = {};                   // text in the file → code of a unit
    tables::ReadOptions reading = {};

    [[nodiscard]] std::string to_json() const; // always the same text for the same mapping
    static Result<Mapping> from_json(std::string_view json);
};

// A first proposal from the names of the columns and what their first cells hold. `header` and `sample` as in
// TableFile.
[[nodiscard]] Mapping guess_mapping(const Source& source, const tables::TableFile& file);

// Where the row id comes from; null where none is mapped.
[[nodiscard]] const FieldMapping* mapped_row_id(const Source& source, const Mapping& mapping);

// Whether the mapping can be used on a file with these columns. The errors name the field.
[[nodiscard]] std::vector<Error> check_mapping(const Source& source, const Mapping& mapping,
                                               const tables::TableFile& file);

} // namespace maerkbar::sources
