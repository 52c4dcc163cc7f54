#include "sources/import/row_reader.hpp"

#include <algorithm>
#include <cmath>

#include "base/translatable.hpp"
#include "tables/characters.hpp"
#include "tables/parse_values.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::sources {

namespace {

// The largest magnitude that fixed point holds with room for sums over many rows.
constexpr double largest_number = 1e11;

std::string shown(std::string_view value) {
    constexpr std::size_t longest = 40;
    auto text = tables::mask_personal_numbers(value);
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

int reading_order(FieldKind kind) {
    if (kind == FieldKind::when) return 0;
    return kind == FieldKind::time ? 1 : 2;
}

} // namespace

RowReader::RowReader(const Source& source, const Mapping& mapping, const tables::TableFile& file,
                     Lookup& lookup, DateLimits limits)
    : mapping_(mapping),
      header_(file.header()),
      detection_(file.detection()),
      lookup_(lookup),
      limits_(limits),
      second_column_(source.schema.find("second")),
      columns_(source.schema.columns.size()) {
    for (const auto& field : source.fields) {
        const auto found = mapping.fields.find(field.name);
        if (found == mapping.fields.end()) continue;
        Binding binding{&field,
                        file.column(found->second.column),
                        {},
                        found->second.constant,
                        source.schema.find(field.column)};
        for (const auto& name : found->second.minus)
            if (const auto column = file.column(name)) binding.minus.push_back(*column);
        if (binding.column || !binding.constant.empty()) bindings_.push_back(std::move(binding));
    }
    std::stable_sort(bindings_.begin(), bindings_.end(), [](const Binding& a, const Binding& b) {
        return reading_order(a.field->kind) < reading_order(b.field->kind);
    });
}

std::string_view RowReader::cell(const Binding& binding, const tables::Row& row) const {
    const auto text = binding.column ? tables::trim(row[*binding.column]) : std::string_view();
    return text.empty() ? std::string_view(binding.constant) : text;
}

bool RowReader::read(const tables::Row& row, FactRow& fact, std::vector<RowError>& errors) {
    const auto before = errors.size();
    fact.line = row.line();
    fact.unit = {};
    fact.day = {};
    fact.row_key.clear();
    fact.pseudonym.clear();
    fact.values.assign(columns_, measurement::missing);
    bool dated = true;
    for (const auto& binding : bindings_) {
        if (binding.field->kind == FieldKind::unit && !dated) continue; // cannot be looked up without a day
        const auto problem = read_field(binding, row, fact);
        if (!problem) continue;
        report(binding, row, *problem, errors);
        if (binding.field->kind == FieldKind::when) dated = false;
    }
    return errors.size() == before;
}

std::optional<RowReader::Problem> RowReader::read_field(const Binding& binding, const tables::Row& row,
                                                        FactRow& fact) {
    const auto text = cell(binding, row);
    if (text.empty()) {
        if (!binding.field->required) return std::nullopt;
        return Problem{"import.value_missing",
                       translatable("The cell is empty, but every row needs this value.")};
    }
    switch (binding.field->kind) {
        case FieldKind::when:
            return read_when(text, fact);
        case FieldKind::unit:
            return read_unit(text, fact);
        case FieldKind::row_id:
            fact.row_key = text;
            return std::nullopt;
        case FieldKind::pseudonym:
            fact.pseudonym = lookup_.keyed_hash(text);
            return std::nullopt;
        case FieldKind::time:
            if (const auto second = tables::parse_time_of_day(text)) {
                if (second_column_) fact.values[*second_column_] = *second;
                return std::nullopt;
            }
            return Problem{"import.not_a_time",
                           translatable("“{value}” is not a time of day such as 13:05.")};
        default:
            return read_value(binding, row, fact.values[*binding.schema_column]);
    }
}

std::optional<RowReader::Problem> RowReader::read_when(std::string_view text, FactRow& fact) {
    const auto date = tables::parse_date(text, detection_.date_order);
    if (!date)
        return Problem{"import.not_a_date", translatable("“{value}” is not a date such as 22-11-2026.")};
    if (!inside(date->date()))
        return Problem{"import.date_unlikely",
                       translatable("The date {value} is too far from today. Is it mistyped?")};
    fact.day = date->date();
    if (date->second_of_day && second_column_) fact.values[*second_column_] = *date->second_of_day;
    return std::nullopt;
}

std::optional<RowReader::Problem> RowReader::read_unit(std::string_view text, FactRow& fact) {
    const auto renamed =
        mapping_.units.empty() ? mapping_.units.end() : mapping_.units.find(std::string(text));
    const auto unit =
        lookup_.unit(renamed == mapping_.units.end() ? text : std::string_view(renamed->second), fact.day);
    if (!unit)
        return Problem{
            "import.unknown_unit",
            translatable(
                "There is no unit with the code or name “{value}” on that day. Add the unit, or say in the "
                "mapping which unit it is.")};
    fact.unit = *unit;
    return std::nullopt;
}

std::optional<RowReader::Problem> RowReader::read_value(const Binding& binding, const tables::Row& row,
                                                        std::int64_t& value) {
    const auto text = cell(binding, row);
    switch (binding.field->kind) {
        case FieldKind::number:
            return read_number(binding, row, value);
        case FieldKind::whole:
            return read_whole(text, value);
        case FieldKind::seconds:
            return read_seconds(text, value);
        case FieldKind::date:
            return read_date(text, value);
        case FieldKind::yes_no:
            if (const auto answer = tables::parse_yes_no(text)) {
                value = *answer ? 1 : 0;
                return std::nullopt;
            }
            return Problem{"import.not_yes_or_no", translatable("“{value}” is neither yes nor no.")};
        default:
            value = lookup_.category(*binding.schema_column, text);
            return std::nullopt;
    }
}

std::optional<RowReader::Problem> RowReader::read_number(const Binding& binding, const tables::Row& row,
                                                         std::int64_t& value) const {
    const Problem not_a_number{"import.not_a_number", translatable("“{value}” is not a number.")};
    auto number = tables::parse_number(cell(binding, row), detection_.decimal_mark);
    if (!number) return not_a_number;
    for (const auto column : binding.minus) {
        const auto less = tables::parse_number(row[column], detection_.decimal_mark);
        if (!less) return not_a_number;
        *number -= *less;
    }
    if (std::abs(*number) > largest_number)
        return Problem{"import.number_too_large",
                       translatable("{value} is too large. Give the figure in thousands or millions.")};
    value = std::llround(*number * static_cast<double>(measurement::fixed_point));
    return std::nullopt;
}

std::optional<RowReader::Problem> RowReader::read_whole(std::string_view text, std::int64_t& value) const {
    const auto number = tables::parse_number(text, detection_.decimal_mark);
    if (!number || *number != std::floor(*number) || std::abs(*number) > largest_number)
        return Problem{"import.not_a_whole_number", translatable("“{value}” is not a whole number.")};
    value = static_cast<std::int64_t>(*number);
    return std::nullopt;
}

std::optional<RowReader::Problem> RowReader::read_seconds(std::string_view text, std::int64_t& value) const {
    const auto seconds = tables::parse_duration(text, detection_.decimal_mark);
    if (!seconds || *seconds > largest_number)
        return Problem{"import.not_a_duration",
                       translatable("“{value}” is not a length of time such as 90 or 00:01:30.")};
    value = std::llround(*seconds);
    return std::nullopt;
}

std::optional<RowReader::Problem> RowReader::read_date(std::string_view text, std::int64_t& value) const {
    const auto date = tables::parse_date(text, detection_.date_order);
    if (!date)
        return Problem{"import.not_a_date", translatable("“{value}” is not a date such as 22-11-2026.")};
    if (!inside(date->date()))
        return Problem{"import.date_unlikely",
                       translatable("The date {value} is too far from today. Is it mistyped?")};
    value = date->date().days;
    return std::nullopt;
}

void RowReader::report(const Binding& binding, const tables::Row& row, Problem problem,
                       std::vector<RowError>& errors) const {
    const auto column = binding.column ? header_[*binding.column] : binding.field->label;
    errors.push_back(
        {row.line(),
         column,
         {ErrorKind::invalid, problem.code, problem.text, {{"value", shown(cell(binding, row))}}, column}});
}

} // namespace maerkbar::sources
