#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/period.hpp"
#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "tables/parse_values.hpp"
#include "web/form.hpp"

namespace maerkbar::sources {

// At most so many periods on one sheet.
inline constexpr int most_periods = 60;

enum class SheetShape { share, value }; // numerator and denominator, or one number

// What a person wants to type: one series of one unit, for a span of periods.
struct SheetChoice {
    UnitId unit;
    std::string series;
    SheetShape shape = SheetShape::share;
    Period first;
    Period last;
};

// A cell by the name of its field, as in numerator-2026-01: what was typed, and what it means.
using Typed = std::map<std::string, std::string, std::less<>>;
using Numbers = std::map<std::string, double, std::less<>>;

struct SheetColumn {
    std::string_view name;  // of the schema
    std::string_view label; // English key
};
[[nodiscard]] std::vector<SheetColumn> columns_of(SheetShape shape);
[[nodiscard]] std::vector<Period> periods_of(const SheetChoice& choice);
[[nodiscard]] std::string field_of(std::string_view column, Period period);
// Follows the row through all corrections: a later row with the same id takes its place.
[[nodiscard]] std::string row_id_of(const SheetChoice& choice, Period period);

// Reads unit, series, shape, kind, from and to; mistakes go to the form.
[[nodiscard]] SheetChoice read_choice(web::Form& form);
// The address of the sheet.
[[nodiscard]] std::string address_of(const SheetChoice& choice);

// What is in the cells of the sheet.
[[nodiscard]] Typed read_typed(const web::Form& form, const SheetChoice& choice);
// The numbers in the cells that are not empty; mistakes go to the form.
[[nodiscard]] Numbers read_numbers(web::Form& form, const SheetChoice& choice, tables::DecimalMark mark);

// The periods whose numbers are other than those published: only they are sent.
[[nodiscard]] std::vector<Period> changed_periods(const SheetChoice& choice, const Numbers& now,
                                                  const Numbers& published);
// The rows of these periods as a file that the importer reads. `unit` is how the importer finds the unit,
// `moment` makes every file another one, also when a number returns to what it was.
struct SheetFile {
    std::vector<Period> periods;
    std::string unit;
    std::string moment;
};
[[nodiscard]] std::string csv_of(const SheetChoice& choice, const Numbers& numbers, const SheetFile& file);

} // namespace maerkbar::sources
