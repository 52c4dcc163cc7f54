#pragma once

#include <optional>
#include <string_view>

#include "base/period.hpp"
#include "tables/cursor.hpp"

namespace maerkbar::tables {

// The month with this name or abbreviation (Danish, Norwegian, English; lower case), 1 to 12; 0 where it is
// none.
[[nodiscard]] int month_named(std::string_view word);
// Whether it is the name or abbreviation of a weekday, which dates may begin with.
[[nodiscard]] bool is_weekday(std::string_view word);

[[nodiscard]] constexpr int year_of_two_figures(int figures) {
    return figures < 70 ? 2000 + figures : 1900 + figures;
}

// A whole year in four figures, 1000 to 9999, or in two.
[[nodiscard]] std::optional<int> take_year(Cursor& cursor);

// The rest of a period after its year: nothing (a year), -W47, K4, Q4, T3, -11, " uge 47".
[[nodiscard]] std::optional<Period> period_after_year(Cursor cursor, int year);
// uge 47 2026 · W47/2026 · Q4 2026 · kvartal 4 2026 · nov 2026 · november-26, where `word` stood first.
[[nodiscard]] std::optional<Period> period_after_word(Cursor cursor, std::string_view word);
// 4. kvartal 2026 · 3. tertial 2026 · 11-2026 · 11/2026, where `number` stood first.
[[nodiscard]] std::optional<Period> period_after_number(Cursor cursor, int number);

} // namespace maerkbar::tables
