#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace maerkbar::surveys {

// Why there is no value. A question that was not shown has no answer at all; that is not one of these.
enum class Missing {
    none,         // there is a value
    dont_know,    // "don't know"
    not_relevant, // "not relevant for me"
    no_wish,      // "do not want to answer"
    skipped,      // shown and passed over
};

[[nodiscard]] std::string_view name_of(Missing missing); // "dont_know", …; empty for none
[[nodiscard]] std::optional<Missing> missing_named(std::string_view name);

// One answer. Values are texts in one canonical form: the value of a choice, "yes", a whole step "4", a
// number "12.5", a day "2026-11-22", or what somebody wrote.
struct Answer {
    std::vector<std::string> values = {}; // several for multiple choice and ranking, in the order given
    Missing missing = Missing::none;

    bool operator==(const Answer&) const = default;
    [[nodiscard]] bool answered() const { return missing == Missing::none && !values.empty(); }
    [[nodiscard]] std::string_view value() const {
        return answered() ? std::string_view(values.front()) : std::string_view();
    }
};

// By the question's name; a row of a matrix and a side of a pair have names of their own: "skills.python",
// "wait.expectation", and what was written beside "other": "topics.other".
using Answers = std::map<std::string, Answer, std::less<>>;

// nullptr where there is none.
[[nodiscard]] const Answer* find(const Answers& answers, std::string_view name);

// {"satisfied":4,"topics":["phone","mail"],"why":{"missing":"dont_know"}}; numbers and texts are the same.
// Errors: json.not_an_object, answers.unreadable with the field.
[[nodiscard]] Result<Answers> read_answers(std::string_view json);
[[nodiscard]] std::string write_answers(const Answers& answers);

} // namespace maerkbar::surveys
