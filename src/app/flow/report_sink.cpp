#include "app/flow/report_sink.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace maerkbar::app_flow {

using event_log::Milliseconds;

void ReportSink::count(std::size_t value) {
    std::array<char, 24> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    number({buffer.data(), result.ptr});
}

void ReportSink::fixed(double value, int decimals) {
    std::array<char, 400> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      std::chars_format::fixed, decimals);
    number({buffer.data(), result.ptr});
}

void ReportSink::milliseconds(Milliseconds value) {
    std::array<char, 32> buffer{};
    char* to = buffer.data();
    if (value < 0) *to++ = '-';
    const auto size = static_cast<std::uint64_t>(std::abs(value));
    to = std::to_chars(to, buffer.data() + buffer.size(), size / 1000).ptr;
    *to++ = '.';
    const auto rest = static_cast<unsigned>(size % 1000);
    for (const unsigned weight : {100U, 10U, 1U})
        *to++ = static_cast<char>('0' + rest / weight % 10);
    number({buffer.data(), to});
}

void ReportSink::milliseconds(double value) {
    fixed(value / 1000, 3);
}

void ReportSink::moment(Milliseconds value) {
    text(moment_text(value));
}

std::string moment_text(Milliseconds value) {
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds{value}};
    const auto midnight = floor<days>(moment);
    const year_month_day date{midnight};
    const hh_mm_ss clock{moment - midnight};
    std::array<char, 40> buffer{};
    const auto number = [](auto part) { return static_cast<int>(part.count()); };
    const int length = std::snprintf(
        buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), number(clock.hours()),
        number(clock.minutes()), number(clock.seconds()), number(clock.subseconds()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

} // namespace maerkbar::app_flow
