#include "sources/surveys/definition/condition.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <compare>

#include "base/names.hpp"

namespace maerkbar::surveys {

namespace {

constexpr std::array<std::string_view, 9> comparison_names{
    "equal", "not_equal", "less", "at_most", "more", "at_least", "contains", "answered", "not_answered"};

std::partial_ordering compare(std::string_view a, std::string_view b) {
    const auto x = number_in(a);
    const auto y = number_in(b);
    if (x && y) return *x <=> *y;
    return a <=> b;
}

bool same(std::string_view a, std::string_view b) {
    return std::is_eq(compare(a, b));
}

bool compare_holds(const Condition& condition, const Answers& answers) {
    const auto* answer = find(answers, condition.question);
    const bool answered = answer != nullptr && answer->answered();
    const auto order = [&] { return compare(answer->value(), condition.value); };
    const auto equal = [&] {
        return answered && answer->values.size() == 1 && same(answer->value(), condition.value);
    };
    switch (condition.comparison) {
        case Comparison::equal:
            return equal();
        case Comparison::not_equal:
            return !equal();
        case Comparison::less:
            return answered && std::is_lt(order());
        case Comparison::at_most:
            return answered && std::is_lteq(order());
        case Comparison::more:
            return answered && std::is_gt(order());
        case Comparison::at_least:
            return answered && std::is_gteq(order());
        case Comparison::contains:
            return answered && std::ranges::any_of(answer->values, [&](const std::string& value) {
                       return same(value, condition.value);
                   });
        case Comparison::answered:
            return answered;
        case Comparison::not_answered:
            return !answered;
    }
    return false;
}

void collect(const Condition& condition, std::vector<std::string>& names) {
    if (condition.kind == Condition::Kind::compare) names.push_back(condition.question);
    for (const auto& part : condition.parts)
        collect(part, names);
}

} // namespace

std::string_view name_of(Comparison comparison) {
    return comparison_names[static_cast<std::size_t>(comparison)];
}

std::optional<Comparison> comparison_named(std::string_view name) {
    return named_in<Comparison>(comparison_names, name);
}

bool holds(const Condition& condition, const Answers& answers) {
    const auto part_holds = [&](const Condition& part) { return holds(part, answers); };
    switch (condition.kind) {
        case Condition::Kind::all:
            return std::ranges::all_of(condition.parts, part_holds);
        case Condition::Kind::any:
            return std::ranges::any_of(condition.parts, part_holds);
        case Condition::Kind::none:
            return std::ranges::none_of(condition.parts, part_holds);
        case Condition::Kind::compare:
            return compare_holds(condition, answers);
    }
    return false;
}

std::vector<std::string> names_in(const Condition& condition) {
    std::vector<std::string> names;
    collect(condition, names);
    return names;
}

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

} // namespace maerkbar::surveys
