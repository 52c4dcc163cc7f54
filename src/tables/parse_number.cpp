#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "tables/characters.hpp"
#include "tables/parse_values.hpp"

namespace maerkbar::tables {

namespace {

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (text.size() < suffix.size() || !equal_ignoring_case(text.substr(text.size() - suffix.size()), suffix))
        return false;
    text.remove_suffix(suffix.size());
    text = trim(text);
    return true;
}

// Hyphen, minus sign (U+2212) or dash (U+2013), as word processors make them.
bool take_minus(std::string_view& text) {
    return take_prefix(text, "-") || take_prefix(text, "\u2212") || take_prefix(text, "\u2013");
}

struct Dressed {
    std::string_view digits;
    double factor = 1;
};

// Takes off sign, parentheses, percent sign and currency.
std::optional<Dressed> undress(std::string_view text) {
    Dressed out;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        out.factor = -1;
        text = trim(text.substr(1, text.size() - 2));
        if (!text.empty() && !is_digit(text.front())) return std::nullopt;
    }
    if (!text.empty() && !is_digit(text.back())) {
        if (take_suffix(text, "%")) out.factor /= 100;
        for (const std::string_view currency : {"kr.", "kr", "DKK", "NOK"})
            if (take_suffix(text, currency)) break;
    }
    if (take_minus(text))
        out.factor = -out.factor;
    else if (!take_prefix(text, "+") && take_suffix(text, "-"))
        out.factor = -out.factor;
    out.digits = trim(text);
    return out;
}

// The plain form of a number with grouped thousands: digits, at most one point, exponent.
class PlainNumber {
  public:
    // False where it is not one.
    bool read(std::string_view text, DecimalMark mark) {
        const char decimal = mark == DecimalMark::comma ? ',' : '.';
        const char group = mark == DecimalMark::comma ? '.' : ',';
        if (!whole_part(text, group)) return false;
        if (take_prefix(text, {&decimal, 1})) {
            put('.');
            if (digits(text) == 0) return false;
        } else if (whole_digits_ == 0) {
            return false;
        }
        return exponent(text) && text.empty() && fits_;
    }
    [[nodiscard]] std::string_view text() const { return {buffer_.data(), size_}; }

  private:
    void put(char c) {
        if (size_ == buffer_.size())
            fits_ = false;
        else
            buffer_[size_++] = c;
    }
    std::size_t digits(std::string_view& text) {
        std::size_t count = 0;
        for (; count < text.size() && is_digit(text[count]); ++count)
            put(text[count]);
        text.remove_prefix(count);
        return count;
    }
    // Length of a thousands separator before three digits; 0 where there is none.
    static std::size_t separator(std::string_view text, char group) {
        const auto length = text.empty() ? 0 : text[0] == group || text[0] == '\'' ? 1 : leading_space(text);
        const auto rest = text.substr(length);
        const bool three = rest.size() >= 3 && is_digit(rest[0]) && is_digit(rest[1]) && is_digit(rest[2]);
        return three && (rest.size() == 3 || !is_digit(rest[3])) ? length : 0;
    }
    bool whole_part(std::string_view& text, char group) {
        const bool leading_zero = !text.empty() && text[0] == '0';
        whole_digits_ = digits(text);
        if (whole_digits_ == 0 || whole_digits_ > 3 || leading_zero) return true;
        std::string_view first;
        while (const auto length = separator(text, group)) {
            if (!first.empty() && text.substr(0, length) != first) return false;
            first = text.substr(0, length);
            text.remove_prefix(length);
            digits(text);
        }
        return true;
    }
    bool exponent(std::string_view& text) {
        if (text.empty() || to_lower(text[0]) != 'e') return true;
        put('e');
        text.remove_prefix(1);
        if (take_prefix(text, "-"))
            put('-');
        else
            take_prefix(text, "+");
        return digits(text) > 0;
    }

    std::array<char, 64> buffer_{};
    std::size_t size_ = 0;
    std::size_t whole_digits_ = 0;
    bool fits_ = true;
};

} // namespace

std::optional<double> parse_number(std::string_view text, DecimalMark mark) {
    text = trim(text);
    if (text.empty() || text.size() > 64) return std::nullopt;
    const auto dressed = undress(text);
    if (!dressed || dressed->digits.empty()) return std::nullopt;
    PlainNumber plain;
    if (!plain.read(dressed->digits, mark)) return std::nullopt;
    double value = 0;
    const auto digits = plain.text();
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    // Dividing keeps 45 % at 0.45 exactly, where multiplying by 0.01 would not.
    value = std::abs(dressed->factor) < 1 ? value / 100 : value;
    return dressed->factor < 0 ? -value : value;
}

DecimalMark detect_decimal_mark(std::span<const std::string_view> cells, DecimalMark fallback) {
    std::size_t commas = 0;
    std::size_t points = 0;
    for (const auto cell : cells) {
        if (parse_time_of_day(cell)) continue; // 13.05
        const bool comma = parse_number(cell, DecimalMark::comma).has_value();
        const bool point = parse_number(cell, DecimalMark::point).has_value();
        commas += comma && !point ? 1 : 0;
        points += point && !comma ? 1 : 0;
    }
    if (commas == points) return fallback;
    return commas > points ? DecimalMark::comma : DecimalMark::point;
}

} // namespace maerkbar::tables
