#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "tables/parse_values.hpp"
#include "tables/value_text.hpp"

using namespace maerkbar;
using namespace maerkbar::tables;

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

void check_number(std::string_view text, DecimalMark mark) {
    const auto value = parse_number(text, mark);
    if (!value) return;
    require(std::isfinite(*value));
    // What was read can be written, and is then read as the same again.
    const auto again = parse_number(number_text(*value, -1, mark), mark);
    require(std::abs(*value) > 1e60 || std::abs(*value) < 1e-40 || again == value);
}

void check_date(std::string_view text, DateOrder order) {
    const auto value = parse_date(text, order);
    if (!value) return;
    require(Period::containing(value->period.kind, value->date()) == value->period);
    if (value->second_of_day) require(*value->second_of_day >= 0 && *value->second_of_day < 86400);
    if (value->utc_offset_minutes) require(std::abs(*value->utc_offset_minutes) < 15 * 60);
    if (value->period.kind == PeriodKind::day)
        require(parse_date(value->date().iso(), order)->date() == value->date());
}

} // namespace

// Any text as any value: in range, and the same when written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const auto mark : {DecimalMark::comma, DecimalMark::point}) {
        check_number(text, mark);
        const auto duration = parse_duration(text, mark);
        require(!duration || (*duration >= 0 && std::isfinite(*duration)));
    }
    for (const auto order : {DateOrder::day_month_year, DateOrder::month_day_year, DateOrder::year_month_day})
        check_date(text, order);
    const auto time = parse_time_of_day(text);
    require(!time || (*time >= 0 && *time < 86400));
    if (time) require(parse_time_of_day(clock_text(*time)) == time);
    const std::array cells{text, text.substr(0, size / 2), text.substr(size / 2)};
    require(detect_decimal_mark(cells, DecimalMark::comma) <= DecimalMark::point);
    require(detect_date_order(cells) <= DateOrder::year_month_day);
    require(!parse_yes_no(text) || !text.empty());
    return 0;
}
