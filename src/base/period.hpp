#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace maerkbar {

// The lengths an indicator can be measured in. A week is ISO 8601 (Monday to Sunday); a tertial is four
// months.
enum class PeriodKind { day, week, month, quarter, tertial, year };

// One calendar period, known by its kind and first day.
struct Period {
    PeriodKind kind = PeriodKind::month;
    Date first;

    auto operator<=>(const Period&) const = default;
    [[nodiscard]] Date last() const; // the last day inside
    [[nodiscard]] Period next() const;
    [[nodiscard]] Period previous() const;
    // A stable name for URLs and files: 2026-11-22, 2026-W47, 2026-11, 2026-Q4, 2026-T3, 2026.
    [[nodiscard]] std::string code() const;
    // The ISO week number where kind is week; otherwise 1-based number within the year (day of the year for
    // days).
    [[nodiscard]] int number() const;
    // The year the period belongs to; for weeks the ISO week year.
    [[nodiscard]] int year() const;

    // The period of this kind that holds the day.
    static Period containing(PeriodKind kind, Date day);
    static std::optional<Period> parse(std::string_view code);
};

[[nodiscard]] std::string_view name_of(PeriodKind kind); // "day", "week", …
[[nodiscard]] std::optional<PeriodKind> period_kind(std::string_view name);
// How many periods from `from` to `to` (0 when equal, negative when `to` is earlier); both of the same kind.
[[nodiscard]] int distance(Period from, Period to);

} // namespace maerkbar
