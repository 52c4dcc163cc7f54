#include "measurement/definition.hpp"

#include "base/names.hpp"

namespace maerkbar::measurement {

namespace {

constexpr std::string_view comparisons[] = {"is",    "is_not", "one_of", "at_most", "at_least",
                                            "below", "above",  "known",  "unknown"};
constexpr std::string_view measures[] = {"share", "mean",  "quantile", "maximum",
                                         "sum",   "count", "rate",     "ratio"};
constexpr std::string_view directions[] = {"higher", "lower", "neutral"};
constexpr std::string_view formats[] = {"percent", "number", "duration"};

} // namespace

const std::string& LocalText::in(std::string_view language) const {
    const auto& wanted = language == "nb" ? nb : language == "en" ? en : da;
    for (const auto* text : {&wanted, &da, &nb, &en})
        if (!text->empty()) return *text;
    return wanted;
}

std::string_view name_of(Comparison comparison) {
    return name_in(comparisons, comparison);
}

std::string_view name_of(MeasureKind kind) {
    return name_in(measures, kind);
}

std::string_view name_of(Direction direction) {
    return name_in(directions, direction);
}

std::string_view name_of(NumberFormat format) {
    return name_in(formats, format);
}

std::optional<Comparison> comparison_named(std::string_view name) {
    return named_in<Comparison>(comparisons, name);
}

std::optional<MeasureKind> measure_named(std::string_view name) {
    return named_in<MeasureKind>(measures, name);
}

std::optional<Direction> direction_named(std::string_view name) {
    return named_in<Direction>(directions, name);
}

std::optional<NumberFormat> format_named(std::string_view name) {
    return named_in<NumberFormat>(formats, name);
}

bool same_cells(const Definition& a, const Definition& b) {
    return a.source == b.source && a.filter == b.filter && a.measure == b.measure &&
           a.date_basis == b.date_basis && a.state == b.state;
}

} // namespace maerkbar::measurement
