#include "comments/masking.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/date.hpp"
#include "comments/number_groups.hpp"
#include "comments/words.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::comments {

namespace {

struct Finding {
    std::size_t end = 0;
    std::string_view mask;
};
using Found = std::optional<Finding>;

bool is_year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

int two_digits(std::string_view digits, std::size_t at) {
    return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
}

// Day and month of a Norwegian number, D-numbers (day + 40) and H-numbers (month + 40) too; the check digits
// may be mistyped, so they are not asked.
bool begins_with_day(std::string_view digits) {
    int day = two_digits(digits, 0);
    int month = two_digits(digits, 2);
    if (day > 40) day -= 40;
    if (month > 40) month -= 40;
    return Date::from(2000 + two_digits(digits, 4), month, day).has_value();
}

Found norwegian_number(const NumberGroups& number) {
    const bool joined = number.begins_with({11});
    const bool parted = number.begins_with({6, 5});
    if ((!joined && !parted) || !begins_with_day(number.digits(0))) return std::nullopt;
    return Finding{number.end(parted ? 1 : 0), "[ID]"};
}

Found personal_number(const NumberGroups& number) {
    const auto start = number.groups[0].start;
    const auto found = tables::find_personal_number(number.text, start);
    if (found && found->position == start) return Finding{start + found->length, "[ID]"};
    return norwegian_number(number);
}

// Four groups of two, four and four, three-two-three, or eight digits in a row. Two years are no phone
// number.
Found phone(const NumberGroups& number) {
    if (number.begins_with({8})) return Finding{number.end(0), "[PHONE]"};
    if (number.begins_with({2, 2, 2, 2}) && number.evenly_joined(4)) return Finding{number.end(3), "[PHONE]"};
    if (number.begins_with({3, 2, 3})) return Finding{number.end(2), "[PHONE]"};
    if (number.begins_with({4, 4}) && !(is_year(number.digits(0)) && is_year(number.digits(1))))
        return Finding{number.end(1), "[PHONE]"};
    return std::nullopt;
}

// +45 12 34 56 78: all groups until there are as many digits as a number can have.
Found international_phone(std::string_view text, std::size_t plus) {
    constexpr std::size_t fewest = 8;
    constexpr std::size_t most = 15;
    if (plus + 1 >= text.size() || !is_digit(text[plus + 1])) return std::nullopt;
    const auto number = groups_at(text, plus + 1);
    std::size_t digits = 0;
    std::size_t last = 0;
    // The country's digits and eight more are all there are in Denmark and Norway.
    const auto wanted = number.digits(0).starts_with("45") || number.digits(0).starts_with("47") ? 10 : most;
    for (std::size_t i = 0; i < number.groups.size(); ++i) {
        if (digits >= wanted || digits + number.groups[i].length > most) break;
        digits += number.groups[i].length;
        last = i;
    }
    if (digits < fewest) return std::nullopt;
    return Finding{number.end(last), "[PHONE]"};
}

Found account(const NumberGroups& number) {
    const auto& groups = number.groups;
    if (number.begins_with({4, 4, 4, 4})) return Finding{number.end(3), "[ACCOUNT]"};
    if (number.begins_with({4, 2, 5})) return Finding{number.end(2), "[ACCOUNT]"};
    if (groups.size() > 1 && groups[0].length == 4 && groups[1].length >= 6 && groups[1].length <= 10 &&
        !is_year(number.digits(0)))
        return Finding{number.end(1), "[ACCOUNT]"};
    return std::nullopt;
}

// "DK50 0040 0440 1162 43": two letters, two digits and the rest in groups.
Found iban(std::string_view text, std::size_t start) {
    constexpr std::size_t fewest_digits = 13;
    const auto upper = [&](std::size_t at) { return at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; };
    if (!upper(start) || !upper(start + 1) || start + 2 >= text.size() || !is_digit(text[start + 2]))
        return std::nullopt;
    const auto number = groups_at(text, start + 2);
    std::size_t digits = 0;
    for (const auto& group : number.groups)
        digits += group.length;
    if (digits < fewest_digits) return std::nullopt;
    return Finding{number.end(number.groups.size() - 1), "[ACCOUNT]"};
}

// Words that announce a case number, as they end before "nr", "." and ":" are taken away.
bool names_a_case(std::string_view before) {
    constexpr std::array<std::string_view, 15> names{
        "sagsnr", "sagsnummer", "sag nr",        "sagen nr", "sag", "saksnr",      "saksnummer", "sak nr",
        "sak",    "journalnr",  "journalnummer", "j.nr",     "jnr", "case number", "case no"};
    auto end = before.find_last_not_of(" .:#");
    if (end == std::string_view::npos) return false;
    const auto from = end > 20 ? end - 20 : 0;
    const auto last = lower_case(before.substr(from, end + 1 - from));
    return std::any_of(names.begin(), names.end(), [&](auto name) {
        return last.ends_with(name) &&
               (last.size() == name.size() || !is_word_byte(last[last.size() - name.size() - 1]));
    });
}

Found case_number(const NumberGroups& number) {
    constexpr std::size_t digits_after_year = 5;
    constexpr std::size_t short_number = 3;
    const auto& groups = number.groups;
    if (groups.size() > 1 && is_year(number.digits(0)) && groups[1].length >= digits_after_year)
        return Finding{number.end(1), "[CASE]"};
    if (!names_a_case(number.text.substr(0, groups[0].start))) return std::nullopt;
    std::size_t last = 0;
    while (last + 1 < groups.size() && number.text[number.end(last)] != ' ')
        ++last;
    if (last == 0 && groups[0].length < short_number) return std::nullopt; // "sag 2" is the second
    return Finding{number.end(last), "[CASE]"};
}

Found long_number(const NumberGroups& number) {
    constexpr std::size_t long_from = 9;
    if (number.groups[0].length < long_from) return std::nullopt;
    return Finding{number.end(0), "[NUMBER]"};
}

Found number_at(std::string_view text, std::size_t start) {
    const auto number = groups_at(text, start);
    for (const auto match : {personal_number, case_number, account, phone, long_number})
        if (const auto found = match(number); found && word_ends(text, found->end)) return found;
    return std::nullopt;
}

bool in_address(char c) {
    return is_word_byte(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '%';
}

// An address from its first character on: something, @, something with a full stop.
Found email_at(std::string_view text, std::size_t start) {
    auto at = start;
    while (at < text.size() && in_address(text[at]))
        ++at;
    if (at == start || at >= text.size() || text[at] != '@') return std::nullopt;
    auto end = at + 1;
    while (end < text.size() && in_address(text[end]))
        ++end;
    while (end > at + 1 && !is_word_byte(text[end - 1]))
        --end;
    if (text.substr(at, end - at).find('.') == std::string_view::npos) return std::nullopt;
    return Finding{end, "[EMAIL]"};
}

Found url_at(std::string_view text, std::size_t start) {
    const auto head = lower_case(text.substr(start, 8));
    if (!head.starts_with("http://") && !head.starts_with("https://") && !head.starts_with("www."))
        return std::nullopt;
    auto end = std::min(text.find_first_of(" \t\r\n<>\"", start), text.size());
    while (std::string_view(".,;:!?)").find(text[end - 1]) != std::string_view::npos)
        --end;
    return Finding{end, "[URL]"};
}

class Masker {
  public:
    Masker(std::string_view text, std::span<const std::string> names)
        : text_(text), lower_(lower_case(text)) {
        for (const auto& name : names)
            if (!name.empty()) names_.push_back(lower_case(name));
        // The longest first, so that "Bo Berg" is not left as "[NAME] Berg".
        std::sort(names_.begin(), names_.end(),
                  [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }

    Masked run() {
        for (std::size_t at = 0; at < text_.size();) {
            const auto found = find(at);
            if (!found) {
                result_.text += text_[at++];
                continue;
            }
            result_.text += found->mask;
            ++result_.findings;
            at = found->end;
        }
        return std::move(result_);
    }

  private:
    [[nodiscard]] Found find(std::size_t at) const {
        if (text_[at] == '+') return international_phone(text_, at);
        const bool word_begins = at == 0 || !in_address(text_[at - 1]);
        if (word_begins) {
            if (const auto found = url_at(text_, at)) return found;
            if (const auto found = email_at(text_, at)) return found;
            if (const auto found = name_at(at)) return found;
            if (const auto found = iban(text_, at)) return found;
        }
        const bool number_begins = is_digit(text_[at]) && (at == 0 || !is_digit(text_[at - 1]));
        return number_begins ? number_at(text_, at) : std::nullopt;
    }

    // Lower case leaves the length of every character as it is.
    [[nodiscard]] Found name_at(std::size_t at) const {
        for (const auto& name : names_)
            if (std::string_view(lower_).substr(at).starts_with(name) && word_ends(text_, at + name.size()))
                return Finding{at + name.size(), "[NAME]"};
        return std::nullopt;
    }

    std::string_view text_;
    std::string lower_;
    std::vector<std::string> names_;
    Masked result_;
};

} // namespace

Masked mask_personal_data(std::string_view text, std::span<const std::string> names) {
    return Masker(text, names).run();
}

} // namespace maerkbar::comments
