#include "measurement/typed_duration.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.hpp"
#include "base/translatable.hpp"

namespace maerkbar::measurement {
namespace {

struct Unit {
    std::string_view word;
    double seconds;
};
constexpr Unit units[] = {
    {"s", 1},         {"sek", 1},       {"sekund", 1},   {"sekunder", 1},  {"sec", 1},       {"second", 1},
    {"seconds", 1},   {"m", 60},        {"min", 60},     {"minut", 60},    {"minutter", 60}, {"minutt", 60},
    {"minute", 60},   {"minutes", 60},  {"t", 3600},     {"time", 3600},   {"timer", 3600},  {"h", 3600},
    {"hour", 3600},   {"hours", 3600},  {"d", 86400},    {"dag", 86400},   {"dage", 86400},  {"dager", 86400},
    {"day", 86400},   {"days", 86400},  {"uge", 604800}, {"uger", 604800}, {"uke", 604800},  {"uker", 604800},
    {"week", 604800}, {"weeks", 604800}};

// Takes what `belongs` off the front of `text`.
template <typename Belongs>
std::string_view take_while(std::string_view& text, Belongs belongs) {
    const auto end = std::find_if_not(text.begin(), text.end(), belongs);
    const auto taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(taken.size());
    return taken;
}

bool is_blank(char c) {
    return c == ' ';
}

bool is_numeric(char c) {
    return (c >= '0' && c <= '9') || c == ',' || c == '.';
}

std::optional<double> take_number(std::string_view& text) {
    std::string digits{take_while(text, is_numeric)};
    std::ranges::replace(digits, ',', '.');
    double number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

std::optional<double> take_unit(std::string_view& text) {
    const auto word = lower_case(take_while(text, [](char c) { return !is_blank(c) && !is_numeric(c); }));
    if (text.starts_with('.')) text.remove_prefix(1); // "2 min."
    const auto found = std::ranges::find(units, word, &Unit::word);
    return found == std::end(units) ? std::nullopt : std::optional(found->seconds);
}

// At most three decimals, without zeros at the end.
std::string plain(double number) {
    char buffer[32];
    auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, 3).ptr;
    while (end[-1] == '0')
        --end;
    if (end[-1] == '.') --end;
    return {buffer, end};
}

} // namespace

std::optional<double> typed_duration(std::string_view text) {
    double seconds = 0;
    bool any = false;
    for (take_while(text, is_blank); !text.empty(); take_while(text, is_blank)) {
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        take_while(text, is_blank);
        const auto unit = *number == 0 && text.empty() ? 1.0 : take_unit(text);
        if (!unit) return std::nullopt;
        seconds += *number * *unit;
        any = true;
    }
    return any ? std::optional(seconds) : std::nullopt;
}

std::optional<double> duration_in(web::Form& form, std::string_view name) {
    const auto text = form.text(name);
    if (text.empty()) return std::nullopt;
    const auto seconds = typed_duration(text);
    if (!seconds)
        form.fail(name, "form.no_duration",
                  translatable("Write a length of time with its unit, for example 2 min or 1 hour 30 min."));
    return seconds;
}

std::string duration_to_type(double seconds) {
    if (seconds < 0 || !std::isfinite(seconds) || seconds > 1e12) return {};
    const auto minutes = static_cast<std::int64_t>(std::floor(seconds / 60));
    const auto rest = seconds - static_cast<double>(minutes) * 60;
    std::string text;
    const auto add = [&](const std::string& number, std::string_view unit) {
        text.append(text.empty() ? "" : " ").append(number).append(" ").append(unit);
    };
    if (minutes >= 60) add(std::to_string(minutes / 60), "h");
    if (minutes % 60 > 0) add(std::to_string(minutes % 60), "min");
    if (rest >= 0.0005) add(plain(rest), "s");
    return text.empty() ? "0" : text;
}

} // namespace maerkbar::measurement
