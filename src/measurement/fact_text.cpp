#include "measurement/fact_text.hpp"

#include <chrono>

namespace maerkbar::measurement {

std::string clock_text(std::int64_t seconds) {
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(seconds / 3600) + ':' + two(seconds / 60 % 60) + ':' + two(seconds % 60);
}

std::string fact_text(const web::Language& language, ColumnType type, std::int64_t value) {
    if (value == missing) return {};
    switch (type) {
        case ColumnType::number:
            return language.number(static_cast<double>(value) / static_cast<double>(fixed_point), 2);
        case ColumnType::yes_no:
            return value != 0 ? language("Yes") : language("No");
        case ColumnType::day:
            return language.date(Date{static_cast<std::int32_t>(value)});
        case ColumnType::second:
            return clock_text(value);
        case ColumnType::seconds:
            return language.duration(std::chrono::seconds(value));
        case ColumnType::whole:
        case ColumnType::category:
            break;
    }
    return language.integer(value);
}

} // namespace maerkbar::measurement
