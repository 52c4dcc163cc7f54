#include "web/chart/number_style.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace maerkbar::web::chart {

std::string format(const NumberStyle& style, double value) {
    const double shown = value * style.factor;
    if (!std::isfinite(shown)) return {};
    char digits[400];
    const int decimals = std::clamp(style.decimals, 0, 12);
    const auto end =
        std::to_chars(digits, digits + sizeof digits, std::abs(shown), std::chars_format::fixed, decimals)
            .ptr;
    const std::string_view number(digits, static_cast<std::size_t>(end - digits));
    const std::string_view whole = number.substr(0, number.find('.'));
    const bool is_zero = number.find_first_not_of("0.") == std::string_view::npos;
    std::string out = shown < 0 && !is_zero ? "\u2212" : "";
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0) out += style.group_mark;
        out += whole[i];
    }
    if (whole.size() < number.size()) (out += style.decimal_mark) += number.substr(whole.size() + 1);
    return out += style.suffix;
}

} // namespace maerkbar::web::chart
