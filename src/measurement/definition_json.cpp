#include "measurement/definition_json.hpp"

#include <boost/json/serialize.hpp>

#include "measurement/json_reading.hpp"

namespace maerkbar::measurement {

namespace {

namespace json = boost::json;

constexpr int deepest_condition = 8;

// A text alone is one in Danish.
LocalText local_text(MemberReader& reader, std::string_view name) {
    LocalText text;
    const auto* value = reader.find(name);
    if (value == nullptr) return text;
    if (value->is_string()) return {std::string(value->as_string())};
    if (!value->is_object()) {
        reader.fail(name, "json.no_text", "A text belongs here.");
        return text;
    }
    MemberReader languages(value->as_object(), reader.field(name));
    languages.text("da", text.da);
    languages.text("nb", text.nb);
    languages.text("en", text.en);
    if (auto finished = languages.finish(); !finished) reader.fail(finished.error());
    return text;
}

Result<Operand> operand(const json::value& value, const std::string& field) {
    if (value.is_bool()) return Operand(value.as_bool());
    if (value.is_number()) return Operand(value.to_number<double>());
    if (value.is_string()) return Operand(std::string(value.as_string()));
    return Error{ErrorKind::invalid,
                 "definition.no_operand",
                 "A condition compares with a text, a number or yes and no.",
                 {},
                 field};
}

Result<std::vector<Operand>> operands(const json::value& value, const std::string& field) {
    std::vector<Operand> found;
    if (!value.is_array()) {
        found.push_back(TRY(operand(value, field)));
        return found;
    }
    for (const auto& item : value.as_array())
        found.push_back(TRY(operand(item, field)));
    return found;
}

Result<Condition> condition(const json::value& value, const std::string& field, int depth);

Result<Condition> combined(Condition::Kind kind, const json::value& parts, const std::string& field,
                           int depth) {
    Condition condition_;
    condition_.kind = kind;
    if (!parts.is_array())
        return Error{
            ErrorKind::invalid, "definition.no_parts", "A list of conditions belongs here.", {}, field};
    for (const auto& part : parts.as_array())
        condition_.parts.push_back(TRY(condition(part, field, depth + 1)));
    return condition_;
}

Result<Condition> condition(const json::value& value, const std::string& field, int depth) {
    if (!value.is_object() || depth > deepest_condition)
        return Error{ErrorKind::invalid, "definition.no_condition", "A condition belongs here.", {}, field};
    MemberReader reader(value.as_object(), field);
    if (const auto* parts = reader.find("all")) return combined(Condition::Kind::all, *parts, field, depth);
    if (const auto* parts = reader.find("any")) return combined(Condition::Kind::any, *parts, field, depth);
    Condition compared;
    compared.kind = value.as_object().empty() ? Condition::Kind::all : Condition::Kind::compare;
    reader.text("column", compared.column);
    reader.word("op", compared.comparison, comparison_named);
    if (const auto* with = reader.find("value")) compared.operands = TRY(operands(*with, field));
    TRY(reader.finish());
    return compared;
}

void condition_member(MemberReader& reader, std::string_view name, Condition& into) {
    const auto* value = reader.find(name);
    if (value == nullptr) return;
    auto read = condition(*value, reader.field(name), 0);
    if (!read) return reader.fail(read.error());
    into = *read;
}

void measure_member(MemberReader& reader, Measure& measure) {
    const auto* value = reader.find("measure");
    if (value == nullptr)
        return reader.fail("measure", "definition.no_measure", "Say what the indicator counts.");
    if (!value->is_object())
        return reader.fail("measure", "json.not_an_object", "This is not a JSON object.");
    MemberReader members(value->as_object(), "measure");
    members.word("kind", measure.kind, measure_named);
    condition_member(members, "condition", measure.condition);
    members.truth("unknown_is_not_met", measure.unknown_is_not_met);
    members.text("column", measure.column);
    members.number("quantile", measure.quantile);
    members.text("numerator", measure.numerator);
    members.text("denominator", measure.denominator);
    members.number("per", measure.per);
    members.whole("numerator_indicator", measure.numerator_indicator.value);
    members.whole("denominator_indicator", measure.denominator_indicator.value);
    if (auto finished = members.finish(); !finished) reader.fail(finished.error());
}

void check_looks(MemberReader& reader, const Definition& definition) {
    if (definition.name.empty()) reader.fail("name", "definition.no_name", "Give the indicator a name.");
    if (definition.decimals < 0 || definition.decimals > 6)
        reader.fail("decimals", "definition.decimals", "Between 0 and 6 decimals can be shown.");
    if (definition.measure.per <= 0)
        reader.fail("measure.per", "definition.per", "A rate is per a number above zero, for example 1000.");
}

json::value to_json(const Operand& operand) {
    return std::visit([](const auto& held) { return json::value(held); }, operand);
}

json::object to_json(const Condition& condition) {
    json::object object;
    if (condition.kind == Condition::Kind::compare) {
        object["column"] = condition.column;
        object["op"] = name_of(condition.comparison);
        if (condition.comparison == Comparison::one_of) {
            json::array values;
            for (const auto& operand : condition.operands)
                values.push_back(to_json(operand));
            object["value"] = std::move(values);
        } else if (!condition.operands.empty()) {
            object["value"] = to_json(condition.operands.front());
        }
        return object;
    }
    if (condition.kind == Condition::Kind::all && condition.parts.empty()) return object;
    json::array parts;
    for (const auto& part : condition.parts)
        parts.push_back(to_json(part));
    object[condition.kind == Condition::Kind::all ? "all" : "any"] = std::move(parts);
    return object;
}

json::object to_json(const LocalText& text) {
    json::object object;
    if (!text.da.empty()) object["da"] = text.da;
    if (!text.nb.empty()) object["nb"] = text.nb;
    if (!text.en.empty()) object["en"] = text.en;
    return object;
}

json::object to_json(const Measure& measure) {
    json::object object{{"kind", name_of(measure.kind)}};
    if (measure.condition != Condition{}) object["condition"] = to_json(measure.condition);
    if (measure.unknown_is_not_met) object["unknown_is_not_met"] = true;
    if (!measure.column.empty()) object["column"] = measure.column;
    if (measure.kind == MeasureKind::quantile) object["quantile"] = measure.quantile;
    if (!measure.numerator.empty()) object["numerator"] = measure.numerator;
    if (!measure.denominator.empty()) object["denominator"] = measure.denominator;
    if (measure.per != 1) object["per"] = measure.per;
    if (measure.numerator_indicator) object["numerator_indicator"] = measure.numerator_indicator.value;
    if (measure.denominator_indicator) object["denominator_indicator"] = measure.denominator_indicator.value;
    return object;
}

} // namespace

Result<Definition> read_definition(std::string_view text) {
    const auto object = TRY(parse_object(text));
    MemberReader reader(object, "");
    Definition definition;
    definition.name = local_text(reader, "name");
    definition.description = local_text(reader, "description");
    definition.phrase = local_text(reader, "phrase");
    definition.unit_of_measure = local_text(reader, "unit_of_measure");
    reader.text("source", definition.source);
    condition_member(reader, "filter", definition.filter);
    measure_member(reader, definition.measure);
    reader.text("date_basis", definition.date_basis);
    reader.word("direction", definition.direction, direction_named);
    reader.word("period", definition.period, period_kind);
    reader.text("chart", definition.chart);
    reader.word("format", definition.format, format_named);
    std::int64_t decimals = 0;
    reader.whole("decimals", decimals);
    definition.decimals = static_cast<int>(decimals);
    reader.truth("sample", definition.sample);
    reader.truth("state", definition.state);
    check_looks(reader, definition);
    TRY(reader.finish());
    return definition;
}

std::string write_definition(const Definition& definition) {
    json::object object{{"name", to_json(definition.name)}};
    if (!definition.description.empty()) object["description"] = to_json(definition.description);
    if (!definition.phrase.empty()) object["phrase"] = to_json(definition.phrase);
    if (!definition.unit_of_measure.empty()) object["unit_of_measure"] = to_json(definition.unit_of_measure);
    object["source"] = definition.source;
    if (definition.filter != Condition{}) object["filter"] = to_json(definition.filter);
    object["measure"] = to_json(definition.measure);
    if (definition.date_basis != "day") object["date_basis"] = definition.date_basis;
    object["direction"] = name_of(definition.direction);
    object["period"] = maerkbar::name_of(definition.period);
    if (definition.chart != "auto") object["chart"] = definition.chart;
    object["format"] = name_of(definition.format);
    if (definition.decimals != 0) object["decimals"] = definition.decimals;
    if (definition.sample) object["sample"] = true;
    if (definition.state) object["state"] = true;
    return json::serialize(object);
}

} // namespace maerkbar::measurement
