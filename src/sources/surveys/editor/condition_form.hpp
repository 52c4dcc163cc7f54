#pragma once

#include <string>
#include <vector>

#include "sources/surveys/definition/definition.hpp"
#include "web/fields.hpp"

// When a question or a page is shown, as the fields of a form, and back. Pure.
namespace maerkbar::surveys::editor {

// Fields: "shown_if.how" (all, any or none) and rows of "shown_if.N.question", "shown_if.N.is" and
// "shown_if.N.value" with N from 0. A condition of conditions is kept as it is: "keep_condition".
[[nodiscard]] bool fits_the_form(const Condition& condition);
void put_condition(web::Fields& fields, const Condition& condition);
// Rows without a question are passed over; without any it always holds.
[[nodiscard]] Condition read_condition(const web::Fields& sent, const Condition& before);

[[nodiscard]] std::string condition_field(std::size_t row, std::string_view part); // "shown_if.0.question"
// Rows that a form shows: those filled in and one more, at least two.
[[nodiscard]] std::size_t condition_rows(const web::Fields& fields);
inline constexpr std::size_t most_condition_rows = 20;

// An answer that a later condition or text may ask for.
struct EarlierAnswer {
    std::string name;
    const Question* question = nullptr;
};
// Those before a page, to the end of a page, or before a question, by their names; of the whole survey where
// there is none of that name.
[[nodiscard]] std::vector<EarlierAnswer> answers_before_page(const Definition& survey, std::string_view page);
[[nodiscard]] std::vector<EarlierAnswer> answers_until_page(const Definition& survey, std::string_view page);
[[nodiscard]] std::vector<EarlierAnswer> answers_before_question(const Definition& survey,
                                                                 std::string_view question);

} // namespace maerkbar::surveys::editor
