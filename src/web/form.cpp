#include "web/form.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "web/text.hpp"

namespace maerkbar::web {

namespace {

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

template <typename Number>
std::optional<Number> parsed(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// 22.11.2026, 2-1-2026 or 22/11/2026: day, month, year.
std::optional<Date> parse_typed_date(std::string_view text) {
    const auto first = text.find_first_of(".-/");
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto day = parsed<int>(text.substr(0, first));
    const auto month = parsed<int>(text.substr(first + 1, second - first - 1));
    const auto year = parsed<int>(text.substr(second + 1));
    if (!day || !month || !year || text.size() - second - 1 != 4) return std::nullopt;
    return Date::from(*year, *month, *day);
}

} // namespace

std::string_view Form::value(std::string_view name) const {
    return trimmed(fields_.get(name).value_or(""));
}

bool Form::present(std::string_view name) {
    if (!value(name).empty()) return true;
    if (!error_at(name)) fail(name, "form.missing", "This field must be filled in.");
    return false;
}

std::string Form::text(std::string_view name, std::size_t longest) {
    const auto found = value(name);
    if (characters(found) > longest)
        fail(name, "form.too_long", "Write at most {longest} characters; there are {count}.",
             {{"longest", std::to_string(longest)}, {"count", std::to_string(characters(found))}});
    return std::string(found);
}

std::string Form::required_text(std::string_view name, std::size_t longest) {
    return present(name) ? text(name, longest) : std::string();
}

std::optional<std::int64_t> Form::integer(std::string_view name, std::int64_t least, std::int64_t most) {
    const auto found = value(name);
    if (found.empty()) return std::nullopt;
    const auto number = parsed<std::int64_t>(found);
    if (!number)
        fail(name, "form.not_whole", "Write a whole number with digits alone.");
    else if (*number < least)
        fail(name, "form.too_small", "Write a number of at least {least}.",
             {{"least", std::to_string(least)}});
    else if (*number > most)
        fail(name, "form.too_big", "Write a number of at most {most}.", {{"most", std::to_string(most)}});
    else
        return number;
    return std::nullopt;
}

std::optional<double> Form::number(std::string_view name) {
    std::string found(value(name));
    if (found.empty()) return std::nullopt;
    std::replace(found.begin(), found.end(), ',', '.');
    const auto number = parsed<double>(found);
    if (number && std::isfinite(*number)) return number;
    fail(name, "form.not_number", "Write a number, for example 12,5, without blanks between the digits.");
    return std::nullopt;
}

std::optional<Date> Form::date(std::string_view name) {
    const auto found = value(name);
    if (found.empty()) return std::nullopt;
    auto date = Date::parse_iso(found);
    if (!date) date = parse_typed_date(found);
    if (!date) fail(name, "form.not_date", "Write a date that exists, for example 22.11.2026.");
    return date;
}

std::int64_t Form::required_integer(std::string_view name, std::int64_t least, std::int64_t most) {
    return present(name) ? integer(name, least, most).value_or(0) : 0;
}

double Form::required_number(std::string_view name) {
    return present(name) ? number(name).value_or(0) : 0;
}

Date Form::required_date(std::string_view name) {
    return present(name) ? date(name).value_or(Date{}) : Date{};
}

bool Form::checked(std::string_view name) const {
    const auto found = value(name);
    return !found.empty() && found != "false" && found != "0" && found != "off";
}

std::string_view Form::choice(std::string_view name, std::span<const std::string_view> choices) {
    const auto found = std::find(choices.begin(), choices.end(), value(name));
    if (found != choices.end()) return *found;
    fail(name, "form.no_choice", "Choose one of the possibilities.");
    return choices.empty() ? std::string_view() : choices.front();
}

std::vector<std::string> Form::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto found : fields_.all(name))
        if (const auto text = trimmed(found); !text.empty()) values.emplace_back(text);
    return values;
}

Result<void> Form::expect_version(std::int64_t present) const {
    if (parsed<std::int64_t>(value("version")) == present) return {};
    return Error{
        ErrorKind::conflict, "form.changed_meanwhile",
        "Somebody else changed this while you were working on it, so nothing was saved. Go back, load the "
        "page again and make your changes once more."};
}

void Form::fail(std::string_view field, std::string_view code, std::string_view text,
                std::vector<std::pair<std::string, std::string>> arguments) {
    fail(Error{ErrorKind::invalid, std::string(code), std::string(text), std::move(arguments),
               std::string(field)});
}

const Error* Form::error_at(std::string_view field) const {
    for (const auto& error : errors_)
        if (error.field == field) return &error;
    return nullptr;
}

} // namespace maerkbar::web
