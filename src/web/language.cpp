#include "web/language.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/translatable.hpp"
#include "web/language_formats.hpp"
#include "web/language_texts.hpp"
#include "web/nynorsk.hpp"

namespace maerkbar::web {

struct Language::Data {
    std::string code;
    std::string name;
    Texts texts;
    Formats formats;
};

namespace {

struct Unit {
    std::int64_t seconds;
    const char* one;
    const char* many;
};

constexpr std::array units = {
    Unit{86400, translatable("{count} day"), translatable("{count} days")},
    Unit{3600, translatable("{count} hour"), translatable("{count} hours")},
    Unit{60, translatable("{count} minute"), translatable("{count} minutes")},
    Unit{1, translatable("{count} second"), translatable("{count} seconds")},
};

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// Digits with an optional minus and point, as to_chars writes them, into the language's own signs.
std::string localised(std::string_view plain, const Formats& formats) {
    const bool negative = plain.starts_with('-');
    if (negative) plain.remove_prefix(1);
    const auto point = std::min(plain.find('.'), plain.size());
    std::string out = negative ? formats.minus : std::string();
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) out += formats.group;
        out += plain[i];
    }
    if (point < plain.size()) out.append(formats.decimal).append(plain.substr(point + 1));
    return out;
}

std::unique_ptr<Language::Data> data_of(std::string_view code, std::string_view name) {
    return std::make_unique<Language::Data>(
        Language::Data{std::string(code), std::string(name), Texts(code), Formats(code)});
}

bool only_zeros(std::string_view digits) {
    return digits.find_first_not_of("-0.") == std::string_view::npos;
}

} // namespace

Language::Language(std::unique_ptr<const Data> data) : data_(std::move(data)) {}
Language::~Language() = default;
Language::Language(Language&&) noexcept = default;

std::string_view Language::code() const {
    return data_->code;
}

std::string_view Language::name() const {
    return data_->name;
}

std::string Language::operator()(std::string_view key) const {
    if (key.empty()) return {}; // in a catalogue that is the header
    std::string text(key);
    const char* found = data_->texts.find(nullptr, text);
    return found ? std::string(found) : text;
}

std::string Language::operator()(std::string_view key, const Arguments& arguments) const {
    return fill_in((*this)(key), arguments);
}

std::string Language::in_context(std::string_view context, std::string_view key) const {
    std::string text(key);
    const char* found = data_->texts.find(std::string(context).c_str(), text);
    return found ? std::string(found) : text;
}

std::string Language::plural(std::string_view one, std::string_view many, std::int64_t count,
                             Arguments arguments) const {
    const char* found = data_->texts.find_plural(std::string(one), count);
    arguments.emplace_back("count", integer(count));
    return fill_in(found ? std::string_view(found) : (count == 1 ? one : many), arguments);
}

std::string Language::error(const Error& error) const {
    return (*this)(error.text, error.arguments);
}

std::string Language::integer(std::int64_t number) const {
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    return localised({buffer, end}, data_->formats);
}

std::string Language::number(double number, int decimals) const {
    if (!std::isfinite(number)) return "–";
    std::array<char, 512> buffer; // DBL_MAX has 309 digits before the point
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                            std::chars_format::fixed, std::min(decimals, 100));
    if (error != std::errc()) return "–";
    std::string_view digits(buffer.data(), end);
    if (digits.starts_with('-') && only_zeros(digits)) digits.remove_prefix(1); // no "-0,0"
    return localised(digits, data_->formats);
}

std::string Language::percent(double share, int decimals) const {
    return std::isfinite(share) ? number(share * 100, decimals) + data_->formats.percent : "–";
}

std::string Language::date(Date date, DateStyle style) const {
    if (style == DateStyle::short_)
        return fill_in(in_context("short date", "{day}/{month}/{year}"),
                       {{"day", two_digits(date.day())},
                        {"month", two_digits(date.month())},
                        {"year", std::to_string(date.year())}});
    return fill_in(in_context("long date", "{day} {month} {year}"),
                   {{"day", std::to_string(date.day())},
                    {"month", data_->formats.months[static_cast<std::size_t>(date.month() - 1)]},
                    {"year", std::to_string(date.year())}});
}

std::string Language::period(Period period) const {
    if (period.kind == PeriodKind::day) return date(period.first, DateStyle::long_);
    const auto year = std::to_string(period.year());
    if (period.kind == PeriodKind::year) return year;
    return fill_in(in_context("period", "{period} {year}"),
                   {{"period", period_without_year(period)}, {"year", year}});
}

std::string Language::period_without_year(Period period) const {
    const Arguments number = {{"number", std::to_string(period.number())}};
    const auto& month = data_->formats.months[static_cast<std::size_t>(period.first.month() - 1)];
    switch (period.kind) {
        case PeriodKind::day:
            return fill_in(in_context("day without year", "{day} {month}"),
                           {{"day", std::to_string(period.first.day())}, {"month", month}});
        case PeriodKind::week:
            return fill_in(in_context("period", "week {number}"), number);
        case PeriodKind::month:
            return month;
        case PeriodKind::quarter:
            return fill_in(in_context("period", "Q{number}"), number);
        case PeriodKind::tertial:
            return fill_in(in_context("period", "T{number}"), number);
        case PeriodKind::year:
            break;
    }
    return std::to_string(period.year());
}

std::string Language::moment(std::chrono::sys_seconds time) const {
    const auto local = local_time(time);
    return fill_in(
        in_context("moment", "{date}, {time}"),
        {{"date", date(local.date)},
         {"time", two_digits(local.hour) + data_->formats.time_separator + two_digits(local.minute)}});
}

std::string Language::duration(std::chrono::seconds length) const {
    const auto seconds = length.count();
    for (const auto& unit : units) {
        if (std::abs(seconds) < unit.seconds && unit.seconds > 1) continue;
        if (seconds % unit.seconds == 0) return plural(unit.one, unit.many, seconds / unit.seconds);
        const char* many = data_->texts.find_plural(unit.one, 2);
        const auto parts = static_cast<double>(seconds) / static_cast<double>(unit.seconds);
        return fill_in(many ? many : unit.many, {{"count", number(parts, 1)}});
    }
    return {};
}

std::string Language::list(std::span<const std::string> items) const {
    if (items.empty()) return {};
    std::string start = items.front();
    for (std::size_t i = 1; i + 1 < items.size(); ++i)
        start.append(", ").append(items[i]);
    if (items.size() == 1) return start;
    return fill_in(in_context("end of a list", "{start} and {last}"),
                   {{"start", start}, {"last", items.back()}});
}

int Language::compare(std::string_view a, std::string_view b) const {
    return data_->formats.compare(a, b);
}

Languages::Languages() {
    const auto add = [this](std::string_view code, std::string_view name) {
        languages_.emplace_back(data_of(code, name));
    };
    languages_.reserve(3);
    add("da", "Dansk");
    add("nb", "Norsk bokmål");
    add("en", "English");
}

Languages::~Languages() = default;

Language nynorsk() {
    return Language(data_of(nynorsk_code, "Norsk nynorsk"));
}

bool Languages::has(std::string_view code) const {
    return get(code).code() == code;
}

const Language& Languages::get(std::string_view code) const {
    for (const auto& language : languages_)
        if (language.code() == code) return language;
    return languages_.front();
}

} // namespace maerkbar::web
