#pragma once

#include "measurement/definition.hpp"
#include "measurement/schema.hpp"
#include "web/form.hpp"

// A definition as the fields of a form, both ways. Names of the fields:
//
//   name.da, phrase.nb, description.en, unit_of_measure.da …
//   filter.0.column, filter.0.op, filter.0.value (and filter.1 …: all must hold); condition.0.column …
//   kind, column, numerator, denominator, quantile (percent), per, unknown_is_not_met,
//   numerator_indicator, denominator_indicator, date_basis, direction, period, chart, format, decimals,
//   sample, state
namespace maerkbar::measurement {

inline constexpr std::size_t most_condition_rows = 20;

// How many condition rows the fields hold, counted to the last one with a column.
[[nodiscard]] std::size_t condition_rows(const web::Fields& fields, std::string_view prefix);

// Whether rows of "column, comparison, value" can show it; others (nested ones) come over the API and are
// kept as they are.
[[nodiscard]] bool fits_rows(const Condition& condition);

[[nodiscard]] web::Fields fields_of(const Definition& definition, const SourceSchema& schema,
                                    std::string_view language);

// What was sent. A condition that does not fit rows is taken from `before` where the field filter.kept or
// condition.kept says so. Mistakes go into the form.
[[nodiscard]] Definition read_definition_form(web::Form& form, const SourceSchema& schema,
                                              const Definition& before);

// The form's field for a part of a definition that compile() complains about: "measure.condition" →
// "condition.0.value".
[[nodiscard]] std::string form_field(std::string_view part);

} // namespace maerkbar::measurement
