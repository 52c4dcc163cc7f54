#include "measurement/whole_number.hpp"

#include <algorithm>

namespace maerkbar::measurement {

namespace {

__extension__ using Unsigned128 = unsigned __int128;
constexpr Unsigned128 largest = ~Unsigned128{0} >> 1;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::string to_text(Int128 number) {
    auto rest = number < 0 ? ~static_cast<Unsigned128>(number) + 1 : static_cast<Unsigned128>(number);
    std::string text;
    do {
        text += static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (number < 0) text += '-';
    std::reverse(text.begin(), text.end());
    return text;
}

bool take_number(std::string_view& text, Int128& number) {
    const bool negative = text.starts_with('-');
    std::size_t length = negative ? 1 : 0;
    const std::size_t first_digit = length;
    Unsigned128 magnitude = 0;
    for (; length < text.size() && is_digit(text[length]); ++length) {
        const auto digit = static_cast<Unsigned128>(text[length] - '0');
        if (magnitude > (largest - digit) / 10) return false;
        magnitude = magnitude * 10 + digit;
    }
    if (length == first_digit) return false;
    text.remove_prefix(length);
    number = negative ? -static_cast<Int128>(magnitude) : static_cast<Int128>(magnitude);
    return true;
}

} // namespace maerkbar::measurement
