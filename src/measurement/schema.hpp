#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maerkbar::measurement {

// What a column of facts holds. Every value is stored and computed as one 64-bit whole number, so that cells
// are exact.
enum class ColumnType {
    whole,    // a count
    number,   // a decimal number, fixed point: value × 10,000
    seconds,  // a duration in whole seconds
    yes_no,   // 1 or 0
    category, // the id of a text in the source's dictionary (category_value)
    day,      // days since 1970-01-01
    second,   // seconds since local midnight
};

inline constexpr std::int64_t fixed_point = 10'000;
inline constexpr std::int64_t missing = std::numeric_limits<std::int64_t>::min();

// A column that is not stored but computed from two stored day columns by the calendar of the unit.
struct WorkingDaysBetween {
    std::string from; // column of type day; "day" is the fact's own date
    std::string to;
};

// One typed column that indicators can filter on and count.
struct Column {
    std::string name;  // stable: used in definitions, the API and SQL
    std::string label; // English text, the key of its translations
    ColumnType type = ColumnType::whole;
    bool required = false;
    std::optional<WorkingDaysBetween> derived = std::nullopt;
};

// How a source describes its facts to measurement. Every fact also has a unit and a local day ("day").
struct SourceSchema {
    std::string name;  // stable: "contacts"
    std::string label; // English text
    std::vector<Column> columns;
    // Rule 6 of the architecture: the least number of answers a cell may be shown with; none for open
    // figures.
    std::optional<int> protected_minimum = std::nullopt;
    // Facts stand for whole periods and lie on the first day of theirs (figures): the period of the last fact
    // is complete as soon as it has ended. Otherwise a period is complete when facts reach its end.
    bool by_period = false;
    // Facts are written down as they happen: they speak for every day until today, and a period without facts
    // had none of them (a count of 0), where other sources would miss them.
    bool live = false;
    // Facts may say how things stand at the end of their period (on a waiting list: 132), so that an
    // indicator may take them for states.
    bool may_be_states = false;
    // Facts last from their own day until the day in this column (or are not over yet), so that an indicator
    // may count those that stand at the end of a day.
    std::optional<std::string> lasts_until = std::nullopt;
    // The facts themselves follow from opening hours and closing days (otherwise derived columns alone may).
    bool from_calendar = false;

    // Index into columns.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].name == column) return i;
        return std::nullopt;
    }
};

} // namespace maerkbar::measurement
