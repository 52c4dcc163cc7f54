#include "measurement/compiled_definition.hpp"

#include <cmath>

namespace maerkbar::measurement {

namespace {

Error refuse(std::string_view field, std::string_view code, std::string_view text,
             std::vector<std::pair<std::string, std::string>> arguments = {}) {
    return {ErrorKind::invalid, std::string(code), std::string(text), std::move(arguments),
            std::string(field)};
}

bool ordered(ColumnType type) {
    return type != ColumnType::category && type != ColumnType::yes_no;
}

bool takes_none(Comparison comparison) {
    return comparison == Comparison::known || comparison == Comparison::unknown;
}

bool needs_order(Comparison comparison) {
    return comparison == Comparison::at_most || comparison == Comparison::at_least ||
           comparison == Comparison::below || comparison == Comparison::above;
}

// Turns one definition into programs and indexes; remembers which part it is at, for errors.
class Compiler {
  public:
    Compiler(const SourceSchema& schema, const CategoryLookup& categories)
        : schema_(schema), categories_(categories) {}

    Result<ConditionProgram> program(const Condition& condition, std::string_view field) {
        ConditionProgram steps;
        TRY(append(condition, field, steps));
        return steps;
    }

    Result<std::size_t> column(std::string_view name, std::string_view field) {
        if (name.empty()) return refuse(field, "definition.no_column", "Choose the column that is counted.");
        const auto found = schema_.find(name);
        if (!found)
            return refuse(field, "definition.unknown_column", "{source} has no column {column}.",
                          {{"source", schema_.name}, {"column", std::string(name)}});
        return *found;
    }

    Result<std::size_t> amount(std::string_view name, std::string_view field) {
        const auto index = TRY(column(name, field));
        const auto type = schema_.columns[index].type;
        if (type == ColumnType::category || type == ColumnType::day || type == ColumnType::second)
            return refuse(field, "definition.no_amount",
                          "{column} is not an amount. Choose a column with numbers or durations.",
                          {{"column", std::string(name)}});
        return index;
    }

    std::vector<std::string> unseen;

  private:
    Result<void> append(const Condition& condition, std::string_view field, ConditionProgram& steps) {
        if (condition.kind == Condition::Kind::compare) return compare(condition, field, steps);
        for (const auto& part : condition.parts)
            TRY(append(part, field, steps));
        steps.push_back({condition.kind, condition.parts.size()});
        return {};
    }

    Result<void> compare(const Condition& condition, std::string_view field, ConditionProgram& steps) {
        ConditionStep step{Condition::Kind::compare};
        step.column = TRY(column(condition.column, field));
        step.comparison = condition.comparison;
        const auto& described = schema_.columns[step.column];
        if (needs_order(step.comparison) && !ordered(described.type))
            return refuse(field, "definition.no_order", "{column} has no order: use is, is not or one of.",
                          {{"column", described.name}});
        TRY(check_count(condition, field));
        for (const auto& operand : condition.operands)
            step.operands.push_back(TRY(stored(described, operand, field)));
        steps.push_back(std::move(step));
        return {};
    }

    static Result<void> check_count(const Condition& condition, std::string_view field) {
        const auto count = condition.operands.size();
        const std::vector<std::pair<std::string, std::string>> column{{"column", condition.column}};
        if (takes_none(condition.comparison)) {
            if (count > 0)
                return refuse(field, "definition.operand_too_many",
                              "The condition on {column} takes no value.", column);
        } else if (condition.comparison == Comparison::one_of) {
            if (count == 0)
                return refuse(field, "definition.no_operands",
                              "The condition on {column} needs at least one value.", column);
        } else if (count != 1) {
            return refuse(field, "definition.one_operand",
                          "The condition on {column} needs exactly one value.", column);
        }
        return {};
    }

    // The operand as facts store it.
    Result<std::int64_t> stored(const Column& described, const Operand& operand, std::string_view field) {
        const auto* number = std::get_if<double>(&operand);
        const auto* text = std::get_if<std::string>(&operand);
        const auto* truth = std::get_if<bool>(&operand);
        switch (described.type) {
            case ColumnType::category:
                if (text) return category(described, *text);
                break;
            case ColumnType::yes_no:
                if (truth) return *truth ? 1 : 0;
                break;
            case ColumnType::day:
                if (const auto day = text ? Date::parse_iso(*text) : std::nullopt) return day->days;
                break;
            default:
                if (number && std::abs(*number) < 1e14)
                    return std::llround(*number * scale_of(described.type));
        }
        return refuse(field, "definition.wrong_value",
                      "The value in the condition on {column} is not of the column's type.",
                      {{"column", described.name}});
    }

    std::int64_t category(const Column& described, const std::string& text) {
        if (const auto id = categories_(described.name, text)) return *id;
        unseen.push_back(text);
        return missing; // no row has it: `is` finds nothing, `is not` everything
    }

    const SourceSchema& schema_;
    const CategoryLookup& categories_;
};

Result<void> check_quantile(const Measure& measure) {
    if (measure.kind != MeasureKind::quantile || (measure.quantile > 0 && measure.quantile < 1)) return {};
    return refuse("measure.quantile", "definition.wrong_quantile",
                  "A quantile lies between 0 and 1, for example 0.9.");
}

Result<void> fraction_columns(Compiler& compiler, const Measure& measure, CompiledDefinition& compiled) {
    const bool counts_rows = measure.kind == MeasureKind::rate && measure.numerator.empty();
    if (!counts_rows) compiled.numerator = TRY(compiler.amount(measure.numerator, "measure.numerator"));
    compiled.denominator = TRY(compiler.amount(measure.denominator, "measure.denominator"));
    return {};
}

Result<void> measured_columns(Compiler& compiler, const Measure& measure, CompiledDefinition& compiled) {
    switch (measure.kind) {
        case MeasureKind::share:
            if (!measure.denominator.empty()) return fraction_columns(compiler, measure, compiled);
            compiled.condition = TRY(compiler.program(measure.condition, "measure.condition"));
            if (compiled.condition.size() < 2 && measure.condition.kind != Condition::Kind::compare)
                return refuse("measure.condition", "definition.no_condition",
                              "Say what a row must meet to count.");
            return {};
        case MeasureKind::rate:
            return fraction_columns(compiler, measure, compiled);
        case MeasureKind::count:
            return {};
        case MeasureKind::ratio:
            return refuse("measure.kind", "definition.ratio_of_rows",
                          "A ratio of two indicators has no source of its own. Leave the source empty.");
        default:
            compiled.value = TRY(compiler.amount(measure.column, "measure.column"));
            compiled.histogram = measure.kind == MeasureKind::quantile;
            return check_quantile(measure);
    }
}

Result<std::optional<std::size_t>> date_column(Compiler& compiler, const SourceSchema& schema,
                                               std::string_view name) {
    if (name == "day") return std::optional<std::size_t>{};
    const auto index = TRY(compiler.column(name, "date_basis"));
    if (schema.columns[index].type != ColumnType::day)
        return refuse("date_basis", "definition.no_date", "{column} is not a date.",
                      {{"column", std::string(name)}});
    return std::optional(index);
}

bool adds_up(MeasureKind kind) {
    return kind != MeasureKind::maximum && kind != MeasureKind::quantile;
}

Result<void> state_columns(Compiler& compiler, const Definition& definition, const SourceSchema& schema,
                           CompiledDefinition& compiled) {
    if (!definition.state) return {};
    compiled.stock = stock_of(definition, schema);
    if (compiled.stock == Stock::none)
        return refuse(
            "state", "definition.no_states",
            "The rows of {source} say what happened, not how things stand. Choose another source, or "
            "count what happened.",
            {{"source", schema.name}});
    if (compiled.date_basis)
        return refuse("date_basis", "definition.state_date",
                      "A state counts on its own day. Choose no other date.");
    if (compiled.stock == Stock::reported) return {};
    if (!adds_up(definition.measure.kind))
        return refuse(
            "measure.kind", "definition.state_measure",
            "Of rows that last, only what adds up can be a state: a number, a sum, a mean or a share.");
    compiled.until = TRY(compiler.column(*schema.lasts_until, "state"));
    return {};
}

} // namespace

Stock stock_of(const Definition& definition, const SourceSchema& schema) {
    if (!definition.state) return Stock::none;
    if (schema.lasts_until) return Stock::standing;
    return schema.may_be_states ? Stock::reported : Stock::none;
}

double scale_of(ColumnType type) {
    return type == ColumnType::number ? static_cast<double>(fixed_point) : 1.0;
}

Result<CompiledDefinition> compile(const Definition& definition, const SourceSchema& schema,
                                   const CategoryLookup& categories) {
    if (definition.source != schema.name)
        return refuse("source", "definition.unknown_source", "There is no source called {source}.",
                      {{"source", definition.source}});
    Compiler compiler(schema, categories);
    CompiledDefinition compiled;
    compiled.kind = definition.measure.kind;
    compiled.unknown_is_not_met = definition.measure.unknown_is_not_met;
    compiled.filter = TRY(compiler.program(definition.filter, "filter"));
    compiled.date_basis = TRY(date_column(compiler, schema, definition.date_basis));
    TRY(measured_columns(compiler, definition.measure, compiled));
    TRY(state_columns(compiler, definition, schema, compiled));
    compiled.unseen_categories = std::move(compiler.unseen);
    return compiled;
}

} // namespace maerkbar::measurement
