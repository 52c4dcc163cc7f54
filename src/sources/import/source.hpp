#pragma once

#include <string>
#include <vector>

#include "measurement/schema.hpp"

namespace maerkbar::sources {

// What a person can point a column of a file at.
enum class FieldKind {
    when,     // date, date and time, or a whole period: gives the fact's day (and "second")
    time,     // time of day in a column of its own: gives "second"
    date,     // a further date
    unit,     // code or name of a unit
    category, // a text among few: channel, customer type, series …
    number,   // decimal number
    whole,    // whole number
    seconds,  // duration
    yes_no,
    row_id,    // the system's own number of the row: overlapping extracts are matched on it
    pseudonym, // a person's number, of which only a keyed hash is stored
};

struct InputField {
    std::string name;  // stable, in mappings and the API
    std::string label; // English text, the key of its translations
    FieldKind kind = FieldKind::whole;
    bool required = false;
    std::string column = {}; // of the schema; empty for when, unit, row_id and pseudonym
    // What such a column is usually called in extracts, lower case, in the three languages.
    std::vector<std::string> synonyms = {};
};

// A source of facts that come row by row from files, the API or hand: its schema, where its facts lie, and
// what can be mapped to it. Everything else about importing is the same for all sources.
struct Source {
    measurement::SourceSchema schema;
    std::string table; // the table of facts; columns named as in the schema
    std::vector<InputField> fields;

    [[nodiscard]] const InputField* field(std::string_view name) const {
        for (const auto& field : fields)
            if (field.name == name) return &field;
        return nullptr;
    }
};

} // namespace maerkbar::sources
