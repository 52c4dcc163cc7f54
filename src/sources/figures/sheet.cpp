#include "sources/figures/sheet.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/translatable.hpp"
#include "web/url.hpp"

namespace maerkbar::sources {

namespace {

constexpr std::array<std::string_view, 2> shapes = {"share", "value"};
constexpr std::array<std::string_view, 6> kinds = {"month", "week", "quarter", "tertial", "year", "day"};
constexpr double largest = 1e11;               // as for every number that is imported
constexpr double smallest_step = 1.0 / 10'000; // numbers are stored with four decimals

// One text of a CSV row, in quotes.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

void check_span(web::Form& form, const SheetChoice& choice) {
    if (choice.last < choice.first)
        form.fail("to", "figures.span_backwards", translatable("The last day lies before the first."));
    else if (distance(choice.first, choice.last) >= most_periods)
        form.fail("to", "figures.span_long",
                  translatable("A sheet has room for {most} periods. Choose a shorter span."),
                  {{"most", std::to_string(most_periods)}});
}

std::optional<double> read_cell(web::Form& form, const std::string& field, tables::DecimalMark mark) {
    const auto text = form.text(field, 40);
    if (text.empty()) return std::nullopt;
    const auto number = tables::parse_number(text, mark);
    if (!number || std::abs(*number) > largest) {
        form.fail(field, "figures.no_number",
                  translatable("“{text}” is not a number. Write it as 1204 or 12,5."), {{"text", text}});
        return std::nullopt;
    }
    return number;
}

// A numerator means nothing without its denominator, and the other way round.
void check_pair(web::Form& form, Period period) {
    const auto numerator = field_of("numerator", period);
    const auto denominator = field_of("denominator", period);
    const bool has_numerator = !form.typed(numerator).empty();
    if (has_numerator == !form.typed(denominator).empty()) return;
    form.fail(has_numerator ? denominator : numerator, "figures.half",
              has_numerator ? translatable("Type the denominator too, or remove the numerator.")
                            : translatable("Type the numerator too, or remove the denominator."));
}

void check_denominator(web::Form& form, const Numbers& numbers, Period period) {
    const auto found = numbers.find(field_of("denominator", period));
    if (found != numbers.end() && found->second < 0)
        form.fail(found->first, "figures.negative", translatable("A denominator is never below zero."));
}

bool same(const Numbers& a, const Numbers& b, const std::string& field) {
    const auto left = a.find(field);
    const auto right = b.find(field);
    if (left == a.end() || right == b.end()) return (left == a.end()) == (right == b.end());
    return std::abs(left->second - right->second) < smallest_step / 2;
}

} // namespace

std::vector<SheetColumn> columns_of(SheetShape shape) {
    if (shape == SheetShape::value) return {{"value", translatable("Value")}};
    return {{"numerator", translatable("Numerator")}, {"denominator", translatable("Denominator")}};
}

std::vector<Period> periods_of(const SheetChoice& choice) {
    std::vector<Period> periods;
    for (auto period = choice.first; period <= choice.last; period = period.next())
        periods.push_back(period);
    return periods;
}

std::string field_of(std::string_view column, Period period) {
    return std::string(column) + "-" + period.code();
}

std::string row_id_of(const SheetChoice& choice, Period period) {
    return "typed/" + std::to_string(choice.unit.value) + "/" + choice.series + "/" + period.code();
}

SheetChoice read_choice(web::Form& form) {
    SheetChoice choice;
    choice.unit = form.required_id<UnitId>("unit");
    choice.series = form.text("new_series", 100);
    if (choice.series.empty()) choice.series = form.text("series", 100);
    if (choice.series.empty())
        form.fail("new_series", "figures.no_series",
                  translatable("Choose a series, or type the name of a new one."));
    choice.shape = form.choice("shape", shapes) == "share" ? SheetShape::share : SheetShape::value;
    const auto kind = period_kind(form.choice("kind", kinds)).value_or(PeriodKind::month);
    choice.first = Period::containing(kind, form.required_date("from"));
    choice.last = Period::containing(kind, form.required_date("to"));
    if (form.ok()) check_span(form, choice);
    return choice;
}

std::string address_of(const SheetChoice& choice) {
    return web::with_query("/figures/sheet",
                           {{"unit", std::to_string(choice.unit.value)},
                            {"series", choice.series},
                            {"shape", std::string(shapes[static_cast<std::size_t>(choice.shape)])},
                            {"kind", std::string(name_of(choice.first.kind))},
                            {"from", choice.first.first.iso()},
                            {"to", choice.last.first.iso()}});
}

Typed read_typed(const web::Form& form, const SheetChoice& choice) {
    Typed typed;
    for (const auto period : periods_of(choice))
        for (const auto& column : columns_of(choice.shape))
            typed[field_of(column.name, period)] = form.typed(field_of(column.name, period));
    return typed;
}

Numbers read_numbers(web::Form& form, const SheetChoice& choice, tables::DecimalMark mark) {
    Numbers numbers;
    for (const auto period : periods_of(choice)) {
        for (const auto& column : columns_of(choice.shape)) {
            const auto field = field_of(column.name, period);
            if (const auto number = read_cell(form, field, mark)) numbers[field] = *number;
        }
        if (choice.shape == SheetShape::value) continue;
        check_pair(form, period);
        check_denominator(form, numbers, period);
    }
    return numbers;
}

std::vector<Period> changed_periods(const SheetChoice& choice, const Numbers& now, const Numbers& published) {
    std::vector<Period> changed;
    for (const auto period : periods_of(choice))
        for (const auto& column : columns_of(choice.shape))
            if (!same(now, published, field_of(column.name, period))) {
                changed.push_back(period);
                break;
            }
    return changed;
}

std::string csv_of(const SheetChoice& choice, const Numbers& numbers, const SheetFile& file) {
    std::string csv = "when,unit,series,row_id,moment";
    for (const auto& column : columns_of(choice.shape))
        csv += "," + std::string(column.name);
    for (const auto period : file.periods) {
        csv += "\n" + period.first.iso() + "," + in_quotes(file.unit) + "," + in_quotes(choice.series) + "," +
               in_quotes(row_id_of(choice, period)) + "," + file.moment;
        for (const auto& column : columns_of(choice.shape)) {
            const auto found = numbers.find(field_of(column.name, period));
            csv += "," + (found == numbers.end() ? "" : fmt::format("{:.4f}", found->second));
        }
    }
    return csv + "\n";
}

} // namespace maerkbar::sources
