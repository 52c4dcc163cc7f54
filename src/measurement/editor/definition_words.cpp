#include "measurement/editor/definition_words.hpp"

#include <chrono>
#include <cmath>

namespace maerkbar::measurement {

namespace {

using web::Language;

std::string column_label(const Language& language, const SourceSchema& schema, const std::string& name) {
    const auto found = schema.find(name);
    return found ? language(schema.columns[*found].label) : name;
}

std::string number_words(const Language& language, double number) {
    if (number == std::round(number)) return language.integer(std::llround(number));
    return language.number(number, 2);
}

std::string operand_words(const Language& language, const Operand& operand, ColumnType type) {
    if (const auto* truth = std::get_if<bool>(&operand)) return *truth ? language("yes") : language("no");
    if (const auto* number = std::get_if<double>(&operand)) {
        if (type == ColumnType::seconds)
            return language.duration(std::chrono::seconds(std::llround(*number)));
        return number_words(language, *number);
    }
    const auto& text = std::get<std::string>(operand);
    if (const auto day = type == ColumnType::day ? Date::parse_iso(text) : std::nullopt)
        return language.date(*day);
    return text;
}

std::string compare_words(const Language& language, const Condition& condition, const SourceSchema& schema) {
    const auto index = schema.find(condition.column);
    const auto type = index ? schema.columns[*index].type : ColumnType::category;
    std::vector<std::string> values;
    for (const auto& operand : condition.operands)
        values.push_back(operand_words(language, operand, type));
    const web::Arguments arguments{{"column", column_label(language, schema, condition.column)},
                                   {"value", values.empty() ? "" : values.front()},
                                   {"values", language.list(values)}};
    switch (condition.comparison) {
        case Comparison::is:
            return language("{column} is {value}", arguments);
        case Comparison::is_not:
            return language("{column} is not {value}", arguments);
        case Comparison::one_of:
            return language("{column} is one of {values}", arguments);
        case Comparison::at_most:
            return language("{column} is at most {value}", arguments);
        case Comparison::at_least:
            return language("{column} is at least {value}", arguments);
        case Comparison::below:
            return language("{column} is below {value}", arguments);
        case Comparison::above:
            return language("{column} is above {value}", arguments);
        case Comparison::known:
            return language("{column} is filled in", arguments);
        case Comparison::unknown:
            break;
    }
    return language("{column} is not filled in", arguments);
}

std::string share_words(const Language& language, const Measure& measure, const SourceSchema& schema) {
    if (!measure.denominator.empty())
        return language("{numerator} as a share of {denominator}",
                        {{"numerator", column_label(language, schema, measure.numerator)},
                         {"denominator", column_label(language, schema, measure.denominator)}});
    return language("The share of rows where {condition}",
                    {{"condition", condition_words(language, measure.condition, schema)}});
}

std::string quantile_words(const Language& language, double quantile, const std::string& column) {
    if (quantile == 0.5) return language("The median of {column}", {{"column", column}});
    return language("{column}: what {share} of the rows stay within",
                    {{"column", column}, {"share", language.percent(quantile)}});
}

std::string rate_words(const Language& language, const Measure& measure, const SourceSchema& schema) {
    const auto numerator =
        measure.numerator.empty() ? language("Rows") : column_label(language, schema, measure.numerator);
    return language("{numerator} per {per} of {denominator}",
                    {{"numerator", numerator},
                     {"per", number_words(language, measure.per)},
                     {"denominator", column_label(language, schema, measure.denominator)}});
}

std::string missing_words(const Language& language, const Measure& measure) {
    if (measure.unknown_is_not_met) return language("They count as not met.");
    return language("They are left out.");
}

} // namespace

std::string condition_words(const Language& language, const Condition& condition,
                            const SourceSchema& schema) {
    if (condition.kind == Condition::Kind::compare) return compare_words(language, condition, schema);
    std::vector<std::string> parts;
    for (const auto& part : condition.parts)
        parts.push_back(condition_words(language, part, schema));
    if (condition.kind == Condition::Kind::all || parts.size() == 1) return language.list(parts);
    return language("at least one of these holds: {conditions}", {{"conditions", language.list(parts)}});
}

std::string measure_words(const Language& language, const Measure& measure, const SourceSchema& schema) {
    const auto column = column_label(language, schema, measure.column);
    switch (measure.kind) {
        case MeasureKind::share:
            return share_words(language, measure, schema);
        case MeasureKind::mean:
            return language("The mean of {column}", {{"column", column}});
        case MeasureKind::quantile:
            return quantile_words(language, measure.quantile, column);
        case MeasureKind::maximum:
            return language("The largest {column}", {{"column", column}});
        case MeasureKind::sum:
            return language("The sum of {column}", {{"column", column}});
        case MeasureKind::rate:
            return rate_words(language, measure, schema);
        case MeasureKind::count:
        case MeasureKind::ratio:
            break;
    }
    return language("The number of rows");
}

std::string direction_words(const Language& language, Direction direction) {
    switch (direction) {
        case Direction::higher_better:
            return language("Higher is better");
        case Direction::lower_better:
            return language("Lower is better");
        case Direction::neutral:
            break;
    }
    return language("Neither is better");
}

std::string period_kind_words(const Language& language, PeriodKind kind) {
    switch (kind) {
        case PeriodKind::day:
            return language("Day");
        case PeriodKind::week:
            return language("Week");
        case PeriodKind::month:
            return language("Month");
        case PeriodKind::quarter:
            return language("Quarter");
        case PeriodKind::tertial:
            return language("Tertial (four months)");
        case PeriodKind::year:
            break;
    }
    return language("Year");
}

std::vector<DefinitionLine> definition_words(const Language& language, const Definition& definition,
                                             const SourceSchema& schema) {
    const auto filter = condition_words(language, definition.filter, schema);
    std::vector<DefinitionLine> lines{
        {language("Data"), language(schema.label)},
        {language("Rows that count"), filter.empty() ? language("All rows") : filter},
        {language("What is counted"), measure_words(language, definition.measure, schema)}};
    const bool judged =
        definition.measure.kind == MeasureKind::share && definition.measure.denominator.empty();
    if (judged)
        lines.push_back(
            {language("Rows without the information"), missing_words(language, definition.measure)});
    if (definition.date_basis != "day")
        lines.push_back(
            {language("Date that counts"), column_label(language, schema, definition.date_basis)});
    if (definition.state)
        lines.push_back({language("Over time"),
                         language("The last state of each unit in the period, added over units; never added "
                                  "over time")});
    lines.push_back({language("Period"), period_kind_words(language, definition.period)});
    lines.push_back({language("Direction"), direction_words(language, definition.direction)});
    return lines;
}

} // namespace maerkbar::measurement
