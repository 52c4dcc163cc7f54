#include <boost/json.hpp>

#include "base/translatable.hpp"
#include "sources/import/mapping.hpp"

namespace maerkbar::sources {

namespace json = boost::json;

namespace {

Error not_a_mapping() {
    return {ErrorKind::invalid, "import.bad_mapping",
            translatable("The column mapping is not valid JSON of the expected form. See the API description "
                         "for its fields.")};
}

json::object field_to_json(const FieldMapping& field) {
    json::object object;
    if (!field.column.empty()) object["column"] = field.column;
    if (!field.constant.empty()) object["constant"] = field.constant;
    if (!field.minus.empty()) object["minus"] = json::value_from(field.minus);
    return object;
}

json::object reading_to_json(const tables::ReadOptions& reading) {
    json::object object;
    if (reading.separator) object["separator"] = std::string(1, *reading.separator);
    if (reading.encoding) object["encoding"] = tables::name_of(*reading.encoding);
    if (reading.decimal_mark)
        object["decimal_mark"] = *reading.decimal_mark == tables::DecimalMark::comma ? "," : ".";
    if (reading.date_order) object["date_order"] = static_cast<int>(*reading.date_order);
    if (reading.header_line) object["header_line"] = *reading.header_line;
    if (!reading.sheet.empty()) object["sheet"] = reading.sheet;
    return object;
}

std::string text_of(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

std::optional<std::int64_t> whole_of(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    if (!value || !value->is_int64() || value->as_int64() < 0) return std::nullopt;
    return value->as_int64();
}

FieldMapping field_from_json(const json::value& value) {
    if (value.is_string()) return {.column = std::string(value.as_string())};
    if (!value.is_object()) return {};
    const auto& object = value.as_object();
    FieldMapping field{.column = text_of(object, "column"), .constant = text_of(object, "constant")};
    if (const auto* minus = object.if_contains("minus"); minus && minus->is_array())
        for (const auto& column : minus->as_array())
            if (column.is_string()) field.minus.emplace_back(column.as_string());
    return field;
}

tables::ReadOptions reading_from_json(const json::object& object) {
    tables::ReadOptions reading;
    if (const auto separator = text_of(object, "separator"); separator.size() == 1)
        reading.separator = separator[0];
    reading.encoding = tables::encoding_named(text_of(object, "encoding"));
    if (const auto mark = text_of(object, "decimal_mark"); !mark.empty())
        reading.decimal_mark = mark == "." ? tables::DecimalMark::point : tables::DecimalMark::comma;
    if (const auto order = whole_of(object, "date_order"); order && *order <= 2)
        reading.date_order = static_cast<tables::DateOrder>(*order);
    if (const auto line = whole_of(object, "header_line"))
        reading.header_line = static_cast<std::size_t>(*line);
    reading.sheet = text_of(object, "sheet");
    return reading;
}

const json::object* object_in(const json::object& root, std::string_view key) {
    const auto* value = root.if_contains(key);
    return value ? value->if_object() : nullptr;
}

} // namespace

std::string Mapping::to_json() const {
    json::object root;
    auto& fields_out = (root["fields"] = json::object()).as_object();
    for (const auto& [name, field] : fields)
        fields_out[name] = field_to_json(field);
    auto& personal = (root["personal_numbers"] = json::object()).as_object();
    for (const auto& [column, rule] : personal_numbers)
        personal[column] = rule == PersonalNumberRule::leave_out ? "leave_out" : "not_personal";
    auto& units_out = (root["units"] = json::object()).as_object();
    for (const auto& [text, code] : units)
        units_out[text] = code;
    root["reading"] = reading_to_json(reading);
    return json::serialize(root);
}

Result<Mapping> Mapping::from_json(std::string_view text) {
    boost::system::error_code failed;
    const auto value = json::parse(json::string_view(text.data(), text.size()), failed);
    if (failed || !value.is_object()) return not_a_mapping();
    const auto& root = value.as_object();
    const auto* fields = object_in(root, "fields");
    if (!fields) return not_a_mapping();
    Mapping mapping;
    for (const auto& [name, field] : *fields)
        mapping.fields[std::string(name)] = field_from_json(field);
    if (const auto* personal = object_in(root, "personal_numbers"))
        for (const auto& [column, rule] : *personal)
            mapping.personal_numbers[std::string(column)] = rule == json::value("not_personal")
                                                                ? PersonalNumberRule::not_personal
                                                                : PersonalNumberRule::leave_out;
    if (const auto* units = object_in(root, "units"))
        for (const auto& [name, code] : *units)
            if (code.is_string()) mapping.units[std::string(name)] = std::string(code.as_string());
    if (const auto* reading = object_in(root, "reading")) mapping.reading = reading_from_json(*reading);
    return mapping;
}

} // namespace maerkbar::sources
