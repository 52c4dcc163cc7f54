#include "sources/import/mapping.hpp"
#include "base/translatable.hpp"

#include <algorithm>
#include <set>

#include "tables/characters.hpp"

namespace maerkbar::sources {

namespace {

// How well a column's name fits a field: 2 the same, 1 it contains a synonym as its beginning, 0 not at all.
int likeness(const InputField& field, std::string_view column) {
    const auto name = tables::lower_case(tables::trim(column));
    if (name == field.name) return 3;
    for (const auto& synonym : field.synonyms)
        if (name == synonym) return 2;
    for (const auto& synonym : field.synonyms)
        if (synonym.size() > 3 && name.starts_with(synonym)) return 1;
    return 0;
}

const std::string* best_column(const InputField& field, const std::vector<std::string>& header,
                               const std::set<std::string>& taken) {
    const std::string* best = nullptr;
    int best_likeness = 0;
    for (const auto& column : header) {
        const int fit = taken.contains(column) ? 0 : likeness(field, column);
        if (fit > best_likeness) {
            best = &column;
            best_likeness = fit;
        }
    }
    return best;
}

Error missing_column(const InputField& field, const std::string& column) {
    return {ErrorKind::invalid,
            "import.no_such_column",
            translatable(
                "The file has no column called “{column}”. Choose one of the file's columns for “{field}”."),
            {{"column", column}, {"field", field.label}},
            field.name};
}

void check_field(const InputField& field, const FieldMapping* mapped, const tables::TableFile& file,
                 std::vector<Error>& errors) {
    if (!mapped || (mapped->column.empty() && mapped->constant.empty())) {
        if (field.required)
            errors.push_back({ErrorKind::invalid,
                              "import.field_not_mapped",
                              translatable("Choose the column that holds “{field}”."),
                              {{"field", field.label}},
                              field.name});
        return;
    }
    if (!mapped->column.empty() && !file.column(mapped->column))
        errors.push_back(missing_column(field, mapped->column));
    for (const auto& column : mapped->minus)
        if (!file.column(column)) errors.push_back(missing_column(field, column));
}

} // namespace

Mapping guess_mapping(const Source& source, const tables::TableFile& file) {
    Mapping mapping;
    std::set<std::string> taken;
    for (const auto& field : source.fields) {
        if (field.kind == FieldKind::pseudonym) continue; // always a person's own choice
        if (const auto* column = best_column(field, file.header(), taken)) {
            mapping.fields[field.name].column = *column;
            taken.insert(*column);
        }
    }
    return mapping;
}

const FieldMapping* mapped_row_id(const Source& source, const Mapping& mapping) {
    for (const auto& field : source.fields)
        if (field.kind == FieldKind::row_id)
            if (const auto found = mapping.fields.find(field.name); found != mapping.fields.end())
                return &found->second;
    return nullptr;
}

std::vector<Error> check_mapping(const Source& source, const Mapping& mapping,
                                 const tables::TableFile& file) {
    std::vector<Error> errors;
    for (const auto& field : source.fields) {
        const auto found = mapping.fields.find(field.name);
        check_field(field, found == mapping.fields.end() ? nullptr : &found->second, file, errors);
    }
    for (const auto& [name, mapped] : mapping.fields)
        if (!source.field(name))
            errors.push_back({ErrorKind::invalid,
                              "import.no_such_field",
                              translatable("There is no field called “{field}” in this source."),
                              {{"field", name}},
                              name});
    return errors;
}

} // namespace maerkbar::sources
