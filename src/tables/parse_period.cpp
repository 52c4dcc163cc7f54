#include "tables/parse_period.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace maerkbar::tables {

namespace {

std::optional<PeriodKind> kind_named(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, PeriodKind>, 15> words{{{"w", PeriodKind::week},
                                                                             {"u", PeriodKind::week},
                                                                             {"uge", PeriodKind::week},
                                                                             {"uke", PeriodKind::week},
                                                                             {"week", PeriodKind::week},
                                                                             {"k", PeriodKind::quarter},
                                                                             {"q", PeriodKind::quarter},
                                                                             {"kv", PeriodKind::quarter},
                                                                             {"kvt", PeriodKind::quarter},
                                                                             {"kvartal", PeriodKind::quarter},
                                                                             {"quarter", PeriodKind::quarter},
                                                                             {"t", PeriodKind::tertial},
                                                                             {"tertial", PeriodKind::tertial},
                                                                             {"m", PeriodKind::month},
                                                                             {"md", PeriodKind::month}}};
    for (const auto& [name, kind] : words)
        if (name == word) return kind;
    return std::nullopt;
}

std::optional<Period> numbered(PeriodKind kind, int number, int year) {
    if (kind == PeriodKind::week) {
        const auto week = std::to_string(year) + "-W" + (number < 10 ? "0" : "") + std::to_string(number);
        return Period::parse(week);
    }
    const int months = kind == PeriodKind::quarter ? 3 : kind == PeriodKind::tertial ? 4 : 1;
    if (number < 1 || number > 12 / months) return std::nullopt;
    const auto first = Date::from(year, (number - 1) * months + 1, 1);
    return first ? std::optional(Period::containing(kind, *first)) : std::nullopt;
}

void skip_joint(Cursor& cursor) {
    cursor.take('.');
    cursor.take(',');
    cursor.skip_space();
    cursor.take_one_of("-/");
    cursor.skip_space();
}

std::optional<Period> year_at_end(Cursor cursor, PeriodKind kind, int number) {
    skip_joint(cursor);
    const auto year = take_year(cursor);
    return year && cursor.done() ? numbered(kind, number, *year) : std::nullopt;
}

} // namespace

int month_named(std::string_view word) {
    constexpr std::array<std::string_view, 12> beginnings{"jan", "feb", "mar", "apr", "maj", "jun",
                                                          "jul", "aug", "sep", "okt", "nov", "dec"};
    constexpr std::array<std::string_view, 28> names{
        "january",  "januar",    "february", "februar", "march",   "marts", "mars",
        "april",    "mai",       "may",      "june",    "juni",    "july",  "juli",
        "august",   "september", "sept",     "october", "oktober", "oct",   "november",
        "december", "desember",  "des",      "jan",     "feb",     "mrt",   "mrs"};
    const bool known = std::find(names.begin(), names.end(), word) != names.end();
    const bool short_form = std::find(beginnings.begin(), beginnings.end(), word) != beginnings.end();
    if (!known && !short_form) return 0;
    if (word == "mai" || word == "may") return 5;
    if (word.starts_with("des")) return 12;
    if (word.starts_with("oct")) return 10;
    if (word == "mrt" || word == "mrs") return 3;
    const auto found = std::find(beginnings.begin(), beginnings.end(), word.substr(0, 3));
    return static_cast<int>(found - beginnings.begin()) + 1;
}

bool is_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> names{"mandag", "tirsdag", "onsdag", "torsdag",
                                                    "fredag", "lørdag",  "søndag"};
    constexpr std::array<std::string_view, 20> others{"man", "tir", "tirs", "ons", "tor", "tors", "fre",
                                                      "lør", "søn", "mon",  "tue", "wed", "thu",  "fri",
                                                      "sat", "sun", "ma",   "ti",  "on",  "to"};
    return std::find(names.begin(), names.end(), word) != names.end() ||
           std::find(others.begin(), others.end(), word) != others.end();
}

std::optional<int> take_year(Cursor& cursor) {
    if (const auto two = cursor.number(2, 2)) return year_of_two_figures(*two);
    const auto four = cursor.number(4, 4);
    return four && *four >= 1000 ? four : std::nullopt;
}

std::optional<Period> period_after_year(Cursor cursor, int year) {
    if (cursor.done()) {
        const auto first = Date::from(year, 1, 1);
        return first ? std::optional(Period::containing(PeriodKind::year, *first)) : std::nullopt;
    }
    skip_joint(cursor);
    auto kind = std::optional(PeriodKind::month);
    if (!is_digit(cursor.peek())) {
        const auto word = cursor.word();
        if (const int month = month_named(word); month > 0)
            return cursor.done() ? numbered(PeriodKind::month, month, year) : std::nullopt;
        kind = kind_named(word);
        cursor.take('.');
        cursor.skip_space();
    }
    const auto number = cursor.number(1, 2);
    return kind && number && cursor.done() ? numbered(*kind, *number, year) : std::nullopt;
}

std::optional<Period> period_after_word(Cursor cursor, std::string_view word) {
    if (const int month = month_named(word); month > 0) return year_at_end(cursor, PeriodKind::month, month);
    const auto kind = kind_named(word);
    cursor.take('.');
    cursor.skip_space();
    const auto number = cursor.number(1, 2);
    return kind && number ? year_at_end(cursor, *kind, *number) : std::nullopt;
}

std::optional<Period> period_after_number(Cursor cursor, int number) {
    Cursor month = cursor;
    if (month.take_one_of("-/.") != '\0' && month.digit_count() == 4)
        return year_at_end(month, PeriodKind::month, number);
    cursor.take('.');
    cursor.skip_space();
    const auto kind = kind_named(cursor.word());
    return kind ? year_at_end(cursor, *kind, number) : std::nullopt;
}

} // namespace maerkbar::tables
