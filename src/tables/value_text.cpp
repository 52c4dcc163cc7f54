#include "tables/value_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace maerkbar::tables {

namespace {

std::string two_digits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

std::string number_text(double value, int decimals, DecimalMark mark) {
    if (!std::isfinite(value)) return {};
    constexpr double fixed_below = 1e17;
    constexpr double fixed_from = 1e-7;
    const double size = std::abs(value);
    const bool fixed = size == 0 || (size < fixed_below && size >= fixed_from);
    std::array<char, 400> text{}; // the longest double in fixed form has 309 digits before the mark
    auto* const end = text.data() + text.size();
    const auto format = fixed ? std::chars_format::fixed : std::chars_format::scientific;
    const auto written = decimals < 0 ? std::to_chars(text.data(), end, value, format)
                                      : std::to_chars(text.data(), end, value, std::chars_format::fixed,
                                                      std::min(decimals, 20));
    std::string out(text.data(), written.ptr);
    if (out.starts_with('-') && out.find_first_of("123456789") == out.npos) out.erase(0, 1); // no minus zero
    if (mark == DecimalMark::comma) std::replace(out.begin(), out.end(), '.', ',');
    return out;
}

std::string clock_text(std::int64_t seconds) {
    return two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" + two_digits(seconds % 60);
}

} // namespace maerkbar::tables
