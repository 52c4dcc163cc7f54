#include "measurement/editor/definition_form.hpp"

#include <algorithm>
#include <cmath>

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "measurement/typed_duration.hpp"
#include "measurement/verdict.hpp"
#include "web/text.hpp"

namespace maerkbar::measurement {

namespace {

constexpr char value_separator = ';';

std::string row_field(std::string_view prefix, std::size_t row, std::string_view part) {
    return std::string(prefix) + '.' + std::to_string(row) + '.' + std::string(part);
}

// With a decimal point and no more digits than needed.
std::string plain(double number) {
    if (number == std::round(number) && std::abs(number) < 1e15)
        return std::to_string(static_cast<std::int64_t>(number));
    JsonWriter json;
    auto text = json.value(number).text();
    if (text.find('E') == std::string::npos) return text;
    text = std::to_string(number);
    while (text.back() == '0')
        text.pop_back();
    return text;
}

std::string truth_text(bool truth, std::string_view language) {
    if (language == "en") return truth ? "yes" : "no";
    if (truth) return "ja";
    return language == "nb" ? "nei" : "nej";
}

// Whatever is written here is read in every language.
struct Writing {
    const SourceSchema& schema;
    std::string_view language;
};

std::string operand_text(const Operand& operand, bool duration, std::string_view language) {
    if (const auto* truth = std::get_if<bool>(&operand)) return truth_text(*truth, language);
    if (const auto* number = std::get_if<double>(&operand))
        return duration ? duration_to_type(*number) : plain(*number);
    return std::get<std::string>(operand);
}

std::string operands_text(const Condition& condition, const Writing& writing) {
    const auto column = writing.schema.find(condition.column);
    const bool duration = column && writing.schema.columns[*column].type == ColumnType::seconds;
    std::string values;
    for (const auto& operand : condition.operands)
        values += (values.empty() ? "" : "; ") + operand_text(operand, duration, writing.language);
    return values;
}

void add_condition(web::Fields& fields, std::string_view prefix, const Condition& condition,
                   const Writing& writing) {
    if (!fits_rows(condition)) return fields.add(std::string(prefix) + ".kept", "1");
    const auto add = [&](std::size_t row, const Condition& compare) {
        fields.add(row_field(prefix, row, "column"), compare.column);
        fields.add(row_field(prefix, row, "op"), std::string(name_of(compare.comparison)));
        fields.add(row_field(prefix, row, "value"), operands_text(compare, writing));
    };
    if (condition.kind == Condition::Kind::compare) return add(0, condition);
    for (std::size_t row = 0; row < condition.parts.size(); ++row)
        add(row, condition.parts[row]);
}

void add_text(web::Fields& fields, const std::string& name, const LocalText& text) {
    fields.add(name + ".da", text.da);
    fields.add(name + ".nb", text.nb);
    fields.add(name + ".en", text.en);
}

void add_measure(web::Fields& fields, const Measure& measure) {
    fields.add("kind", std::string(name_of(measure.kind)));
    fields.add("column", measure.column);
    fields.add("numerator", measure.numerator);
    fields.add("denominator", measure.denominator);
    fields.add("quantile", plain(measure.quantile * 100));
    fields.add("per", plain(measure.per));
    if (measure.unknown_is_not_met) fields.add("unknown_is_not_met", "1");
    fields.add("numerator_indicator", std::to_string(measure.numerator_indicator.value));
    fields.add("denominator_indicator", std::to_string(measure.denominator_indicator.value));
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, text) != words.end();
}

std::optional<bool> truth_in(std::string_view text) {
    if (is_one_of(text, {"1", "ja", "Ja", "yes", "Yes", "true"})) return true;
    if (is_one_of(text, {"0", "nej", "Nej", "nei", "Nei", "no", "No", "false"})) return false;
    return std::nullopt;
}

void fail_value(web::Form& form, const std::string& field, const char* text) {
    form.fail(field, "definition.wrong_value", text);
}

std::optional<Operand> length_in(web::Form& form, const std::string& field, std::string_view text) {
    if (const auto seconds = typed_duration(text)) return Operand(*seconds);
    fail_value(form, field,
               translatable("Write a length of time with its unit, for example 2 min or 1 hour 30 min."));
    return std::nullopt;
}

// One value of a condition, of the column's type.
std::optional<Operand> operand_in(web::Form& form, const Column& column, const std::string& field,
                                  std::string_view text) {
    switch (column.type) {
        case ColumnType::category:
            return Operand(std::string(text));
        case ColumnType::yes_no:
            if (const auto truth = truth_in(text)) return Operand(*truth);
            fail_value(form, field, translatable("Write yes or no."));
            return std::nullopt;
        case ColumnType::day: {
            const web::Fields one{{field, std::string(text)}};
            if (const auto day = web::Form(one).date(field)) return Operand(day->iso());
            fail_value(form, field, translatable("Write a date such as 2026-11-22."));
            return std::nullopt;
        }
        default:
            break;
    }
    if (column.type == ColumnType::seconds) return length_in(form, field, text);
    const web::Fields one{{field, std::string(text)}};
    if (const auto number = web::Form(one).number(field)) return Operand(*number);
    fail_value(form, field, translatable("Write a number."));
    return std::nullopt;
}

std::optional<Condition> compare_in(web::Form& form, const SourceSchema& schema, std::string_view prefix,
                                    std::size_t row) {
    Condition condition{Condition::Kind::compare};
    condition.column = form.text(row_field(prefix, row, "column"));
    const auto index = schema.find(condition.column);
    if (!index) return std::nullopt;
    condition.comparison = comparison_named(form.text(row_field(prefix, row, "op"))).value_or(Comparison::is);
    if (condition.comparison == Comparison::known || condition.comparison == Comparison::unknown)
        return condition;
    const auto field = row_field(prefix, row, "value");
    const auto typed = form.text(field, 2000);
    std::string_view rest = typed;
    while (!rest.empty()) {
        const bool several = condition.comparison == Comparison::one_of;
        const auto value = trimmed(several ? web::take_until(rest, value_separator)
                                           : std::exchange(rest, std::string_view()));
        if (value.empty()) continue;
        if (auto operand = operand_in(form, schema.columns[*index], field, value))
            condition.operands.push_back(std::move(*operand));
    }
    if (trimmed(typed).empty()) fail_value(form, field, translatable("Write the value of the condition."));
    return condition;
}

Condition condition_in(web::Form& form, const SourceSchema& schema, std::string_view prefix,
                       const Condition& before) {
    if (form.checked(std::string(prefix) + ".kept")) return before;
    Condition all;
    for (std::size_t row = 0; row < most_condition_rows; ++row)
        if (auto compare = compare_in(form, schema, prefix, row)) all.parts.push_back(std::move(*compare));
    if (all.parts.size() != 1) return all;
    auto only = std::move(all.parts.front());
    return only;
}

LocalText text_in(web::Form& form, const std::string& name, std::size_t longest) {
    return {form.text(name + ".da", longest), form.text(name + ".nb", longest),
            form.text(name + ".en", longest)};
}

bool needs_value(MeasureKind kind) {
    return kind == MeasureKind::mean || kind == MeasureKind::quantile || kind == MeasureKind::maximum ||
           kind == MeasureKind::sum;
}

double percent_in(web::Form& form, std::string_view name) {
    const auto percent = form.number(name).value_or(50);
    if (percent <= 0 || percent >= 100)
        form.fail(name, "definition.quantile", translatable("Write a percentage between 0 and 100."));
    return percent / 100;
}

// Only the parts that its kind uses, so that what was typed for another kind does not linger.
Measure measure_in(web::Form& form, const SourceSchema& schema, const Measure& before) {
    Measure measure;
    measure.kind = measure_named(form.text("kind")).value_or(MeasureKind::count);
    if (needs_value(measure.kind)) measure.column = form.text("column");
    if (measure.kind == MeasureKind::quantile) measure.quantile = percent_in(form, "quantile");
    if (measure.kind == MeasureKind::share || measure.kind == MeasureKind::rate) {
        measure.numerator = form.text("numerator");
        measure.denominator = form.text("denominator");
    }
    if (measure.kind == MeasureKind::share && measure.denominator.empty()) {
        measure.numerator.clear();
        measure.condition = condition_in(form, schema, "condition", before.condition);
        measure.unknown_is_not_met = form.checked("unknown_is_not_met");
    }
    if (measure.kind == MeasureKind::rate || measure.kind == MeasureKind::ratio)
        measure.per = form.number("per").value_or(1);
    if (measure.kind == MeasureKind::ratio) {
        measure.numerator_indicator = form.required_id<IndicatorId>("numerator_indicator");
        measure.denominator_indicator = form.required_id<IndicatorId>("denominator_indicator");
    }
    return measure;
}

} // namespace

std::size_t condition_rows(const web::Fields& fields, std::string_view prefix) {
    std::size_t rows = 0;
    for (std::size_t row = 0; row < most_condition_rows; ++row)
        if (!fields.text(row_field(prefix, row, "column")).empty()) rows = row + 1;
    return rows;
}

bool fits_rows(const Condition& condition) {
    if (condition.kind == Condition::Kind::compare) return true;
    if (condition.kind == Condition::Kind::any || condition.parts.size() > most_condition_rows) return false;
    return std::ranges::all_of(condition.parts,
                               [](const Condition& part) { return part.kind == Condition::Kind::compare; });
}

web::Fields fields_of(const Definition& definition, const SourceSchema& schema, std::string_view language) {
    const Writing writing{schema, language};
    web::Fields fields;
    fields.add("source", schema.name);
    add_text(fields, "name", definition.name);
    add_text(fields, "phrase", definition.phrase);
    add_text(fields, "description", definition.description);
    add_text(fields, "unit_of_measure", definition.unit_of_measure);
    add_condition(fields, "filter", definition.filter, writing);
    add_condition(fields, "condition", definition.measure.condition, writing);
    add_measure(fields, definition.measure);
    fields.add("date_basis", definition.date_basis);
    fields.add("direction", std::string(name_of(definition.direction)));
    fields.add("period", std::string(name_of(definition.period)));
    fields.add("chart", definition.chart);
    fields.add("format", std::string(name_of(definition.format)));
    fields.add("decimals", std::to_string(definition.decimals));
    if (definition.sample) fields.add("sample", "1");
    if (definition.state) fields.add("state", "1");
    return fields;
}

Definition read_definition_form(web::Form& form, const SourceSchema& schema, const Definition& before) {
    Definition definition;
    definition.name = text_in(form, "name", 120);
    if (definition.name.empty())
        form.fail("name.da", "definition.no_name", translatable("Give the indicator a name."));
    definition.phrase = text_in(form, "phrase", 200);
    definition.description = text_in(form, "description", 1000);
    definition.unit_of_measure = text_in(form, "unit_of_measure", 40);
    definition.source = schema.name;
    definition.filter = condition_in(form, schema, "filter", before.filter);
    definition.measure = measure_in(form, schema, before.measure);
    definition.date_basis = form.text("date_basis");
    if (definition.date_basis.empty()) definition.date_basis = "day";
    definition.direction = direction_named(form.text("direction")).value_or(Direction::neutral);
    definition.period = period_kind(form.text("period")).value_or(PeriodKind::month);
    const auto chart = form.text("chart");
    definition.chart = chart_named(chart) ? chart : "auto";
    definition.format = format_named(form.text("format")).value_or(NumberFormat::number);
    definition.decimals = static_cast<int>(form.integer("decimals", 0, 4).value_or(0));
    definition.sample = form.checked("sample");
    definition.state = form.checked("state");
    return definition;
}

std::string form_field(std::string_view part) {
    if (part == "filter") return "filter.0.value";
    if (part == "measure.condition") return "condition.0.value";
    if (part == "measure") return "numerator_indicator";
    constexpr std::string_view measure = "measure.";
    if (part.starts_with(measure)) part.remove_prefix(measure.size());
    return std::string(part);
}

} // namespace maerkbar::measurement
