#include "sources/surveys/invitations/addresses.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "base/translatable.hpp"
#include "messages/address.hpp"
#include "tables/personal_number.hpp"

namespace maerkbar::surveys::invitations {

namespace {

constexpr std::size_t local_number = 8; // digits of a phone number in Denmark and Norway

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<std::string> email(std::string_view text) {
    return messages::is_mail_address(text) ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::string> phone(std::string_view text, organisation::Country country) {
    std::string number;
    for (const char c : text) {
        if (c == ' ' || c == '-' || c == '(' || c == ')' || c == '.') continue;
        if (!is_digit(c) && !(c == '+' && number.empty())) return std::nullopt;
        number += c;
    }
    if (number.starts_with("00")) number = '+' + number.substr(2);
    if (number.size() == local_number && number.front() != '+')
        number = (country == organisation::Country::norway ? "+47" : "+45") + number;
    constexpr std::size_t shortest = 9; // with + and country (E.164: at most 15 digits)
    if (!number.starts_with('+') || number.size() < shortest || number.size() > 16) return std::nullopt;
    return number;
}

Error at_line(const char* code, const char* text, std::size_t line) {
    return {ErrorKind::invalid, code, text, {{"line", std::to_string(line)}}, "addresses"};
}

} // namespace

std::string_view name_of(Channel channel) {
    return channel == Channel::email ? "email" : "sms";
}

Result<std::vector<std::string>> read_addresses(Channel channel, std::string_view text,
                                                organisation::Country country) {
    std::vector<std::string> addresses;
    std::set<std::string, std::less<>> seen;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const auto end = text.find('\n');
        const auto typed = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (typed.empty()) continue;
        if (tables::find_personal_number(typed))
            return at_line(
                "invitations.personal_number",
                translatable("Line {line} has something that looks like a personal number. Take it "
                             "out: the list may hold addresses alone."),
                line);
        auto address = channel == Channel::email ? email(typed) : phone(typed, country);
        if (!address)
            return at_line("invitations.address",
                           translatable("Line {line} is no address that can be written to. Write one address "
                                        "a line, without names."),
                           line);
        if (seen.insert(*address).second) addresses.push_back(std::move(*address));
    }
    if (addresses.empty())
        return Error{ErrorKind::invalid,
                     "invitations.no_address",
                     translatable("Write at least one address."),
                     {},
                     "addresses"};
    if (addresses.size() > most_addresses)
        return Error{ErrorKind::invalid,
                     "invitations.too_many",
                     translatable("At most {most} addresses can be invited at once."),
                     {{"most", std::to_string(most_addresses)}},
                     "addresses"};
    return addresses;
}

} // namespace maerkbar::surveys::invitations
