#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/surveys/definition/answers.hpp"

namespace maerkbar::surveys {

enum class Comparison {
    equal,        // the one value; of several values: exactly this one
    not_equal,    // also where there is no answer
    less,         //
    at_most,      //
    more,         //
    at_least,     //
    contains,     // one of the values
    answered,     // any value
    not_answered, // none, whatever the reason
};

[[nodiscard]] std::string_view name_of(Comparison comparison);
[[nodiscard]] std::optional<Comparison> comparison_named(std::string_view name);

// When a question or page is shown. `all` without parts always holds.
struct Condition {
    enum class Kind { all, any, none, compare }; // none: not one of the parts holds
    Kind kind = Kind::all;
    std::vector<Condition> parts = {};
    std::string question = {}; // of compare: a name as in Answers
    Comparison comparison = Comparison::equal;
    std::string value = {}; // of compare, unless it asks for answered or not_answered

    bool operator==(const Condition&) const = default;
    [[nodiscard]] bool always() const { return kind == Kind::all && parts.empty(); }
};

// A number is compared as a number, anything else as text (so days are compared rightly too). Less, more and
// their kin do not hold without an answer.
[[nodiscard]] bool holds(const Condition& condition, const Answers& answers);

// Every name that it asks for, in order, also twice.
[[nodiscard]] std::vector<std::string> names_in(const Condition& condition);

// Decimal point, no blanks; no value for anything else, infinite and NaN included.
[[nodiscard]] std::optional<double> number_in(std::string_view text);

} // namespace maerkbar::surveys
