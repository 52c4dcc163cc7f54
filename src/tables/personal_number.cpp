#include "tables/personal_number.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "tables/characters.hpp"

namespace maerkbar::tables {

namespace {

constexpr std::string_view mask = "******-****";

int digit(std::string_view digits, std::size_t i) {
    return digits[i] - '0';
}

int two_digits(std::string_view digits, std::size_t i) {
    return digit(digits, i) * 10 + digit(digits, i + 1);
}

template <std::size_t count>
int weighted_sum(std::string_view digits, const std::array<int, count>& weights) {
    int sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += weights[i] * digit(digits, i);
    return sum;
}

// The century stands in the seventh digit ("Personnummeret i CPR-systemet", CPR-kontoret).
int cpr_year(int two_figures, int seventh) {
    if (seventh <= 3) return 1900 + two_figures;
    if (seventh == 4 || seventh == 9) return (two_figures <= 36 ? 2000 : 1900) + two_figures;
    return (two_figures <= 57 ? 2000 : 1800) + two_figures;
}

bool is_cpr(std::string_view digits) {
    int day = two_digits(digits, 0);
    if (day > 60) day -= 60;
    return Date::from(cpr_year(two_digits(digits, 4), digit(digits, 6)), two_digits(digits, 2), day)
        .has_value();
}

bool cpr_check_digit_fits(std::string_view digits) {
    return weighted_sum<10>(digits, {4, 3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

// Two check digits modulo 11 (forskrift til folkeregisterloven § 2-2-3).
bool norwegian_check_digits_fit(std::string_view digits) {
    return weighted_sum<10>(digits, {3, 7, 6, 1, 8, 9, 4, 5, 2, 1}) % 11 == 0 &&
           weighted_sum<11>(digits, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

std::optional<PersonalNumberKind> norwegian_kind(std::string_view digits) {
    if (!norwegian_check_digits_fit(digits)) return std::nullopt;
    auto kind = PersonalNumberKind::national_identity;
    int day = two_digits(digits, 0);
    int month = two_digits(digits, 2);
    if (day > 40) {
        day -= 40;
        kind = PersonalNumberKind::d_number;
    } else if (month > 40) {
        month -= 40;
        kind = PersonalNumberKind::h_number;
    }
    // The century does not matter for whether the day exists, but in 1900, which was no leap year and whose
    // two figures are those of 2000, which was.
    if (!Date::from(2000 + two_digits(digits, 4), month, day)) return std::nullopt;
    return kind;
}

// Letters of the Latin alphabet, also æøå and their kin, which are two bytes from 0xC3 on in UTF-8.
bool letter_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    if (is_letter(text[at - 1])) return true;
    return at >= 2 && static_cast<signed char>(text[at - 1]) < 0 && text[at - 2] >= '\xC3' &&
           text[at - 2] <= '\xC9';
}

bool letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    return is_letter(text[at]) || (text[at] >= '\xC3' && text[at] <= '\xC9');
}

// "cpr0101901234" is one in spite of the letters.
bool named_before(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 5> names{"cpr", "cprnr", "fnr", "pnr", "cpr-nr"};
    const auto before = lower_case(text.substr(at < 6 ? 0 : at - 6, at < 6 ? at : 6));
    return std::any_of(names.begin(), names.end(), [&](auto name) { return before.ends_with(name); });
}

// The decimals of a number: 3,0101901234. Longer whole parts are lists: 0101901234,0202901234; and digits
// before `from` belong to the number found there.
bool is_fraction(std::string_view text, std::size_t at, std::size_t from) {
    if (at < from + 2 || (text[at - 1] != '.' && text[at - 1] != ',')) return false;
    std::size_t whole = 0;
    while (whole < at - 1 - from && is_digit(text[at - 2 - whole]))
        ++whole;
    return whole >= 1 && whole <= 5;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count]))
        ++count;
    return count;
}

// Length of what may stand between the date and the rest: a hyphen or dash, spaces, or a hyphen between
// spaces.
std::size_t joint_length(std::string_view text) {
    std::size_t length = 0;
    for (int spaces = 0; spaces < 2; ++spaces)
        length += leading_space(text.substr(length));
    const auto rest = text.substr(length);
    length += rest.starts_with("-") ? 1 : rest.starts_with("\u2013") || rest.starts_with("\u2010") ? 3 : 0;
    length += leading_space(text.substr(length));
    return length;
}

// A run of digits, whole or in two groups, as eleven digits at most.
struct Candidate {
    std::array<char, 11> digits{};
    std::size_t count = 0;
    std::size_t end = 0; // in the text
    bool hyphen = false;

    [[nodiscard]] std::string_view view() const { return {digits.data(), count}; }
    void add(std::string_view more) {
        std::copy(more.begin(), more.end(), digits.begin() + static_cast<std::ptrdiff_t>(count));
        count += more.size();
    }
};

// Digits that follow each other.
struct Run {
    std::size_t start = 0;
    std::size_t length = 0;
    std::size_t from = 0; // where the search began
};

std::optional<Candidate> candidate(std::string_view text, Run run) {
    const auto [start, length, from] = run;
    Candidate out;
    out.end = start + length;
    if (length == 10 || length == 11) {
        if (is_fraction(text, start, from)) return std::nullopt;
        out.add(text.substr(start, length));
    } else if (length == 6) {
        const auto joint = joint_length(text.substr(out.end));
        const auto second = out.end + joint;
        const auto count = digits_at(text, second);
        if (joint == 0 || (count != 4 && count != 5)) return std::nullopt;
        out.add(text.substr(start, length));
        out.add(text.substr(second, count));
        out.hyphen = trim(text.substr(out.end, joint)).size() > 0;
        out.end = second + count;
    } else {
        return std::nullopt;
    }
    return out;
}

std::optional<PersonalNumber> judge(std::string_view text, Run run) {
    const auto start = run.start;
    const auto found = candidate(text, run);
    if (!found || letter_at(text, found->end)) return std::nullopt;
    PersonalNumber out{start, found->end - start, PersonalNumberKind::cpr, Certainty::possible};
    const auto digits = found->view();
    if (found->count == 10) {
        if (!is_cpr(digits)) return std::nullopt;
        if (found->hyphen || cpr_check_digit_fits(digits)) out.certainty = Certainty::likely;
    } else {
        const auto kind = norwegian_kind(digits);
        if (!kind) return std::nullopt;
        out.kind = *kind;
        out.certainty = Certainty::likely;
    }
    if (letter_before(text, start) && !named_before(text, start)) return std::nullopt;
    return out;
}

} // namespace

std::optional<PersonalNumber> find_personal_number(std::string_view text, std::size_t from) {
    constexpr std::size_t shortest_run = 6;
    // Every run of six digits covers one of these places.
    for (std::size_t at = from + shortest_run - 1; at < text.size();) {
        if (!is_digit(text[at])) {
            at += shortest_run;
            continue;
        }
        std::size_t start = at;
        while (start > from && is_digit(text[start - 1]))
            --start;
        const auto length = digits_at(text, start);
        if (const auto found = judge(text, {start, length, from})) return found;
        at = start + length + shortest_run;
    }
    return std::nullopt;
}

std::string mask_personal_numbers(std::string_view text) {
    std::string out;
    std::size_t done = 0;
    while (const auto found = find_personal_number(text, done)) {
        out += text.substr(done, found->position - done);
        out += mask;
        done = found->position + found->length;
    }
    out += text.substr(done);
    return out;
}

} // namespace maerkbar::tables
