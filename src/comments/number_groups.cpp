#include "comments/number_groups.hpp"

namespace maerkbar::comments {

namespace {

constexpr std::size_t most_groups = 8;

std::size_t digits_from(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && is_digit(text[at + count]))
        ++count;
    return count;
}

// Length of what may stand between two groups; 0 if something else does.
std::size_t joint(std::string_view rest) {
    constexpr std::string_view joints[] = {" ", "-", ".", "/", "\xC2\xA0", "\xE2\x80\x93", "\xE2\x80\x91"};
    for (const auto sign : joints)
        if (rest.starts_with(sign)) return sign.size();
    return 0;
}

} // namespace

bool NumberGroups::begins_with(std::initializer_list<std::size_t> lengths) const {
    if (groups.size() < lengths.size()) return false;
    std::size_t i = 0;
    for (const auto length : lengths)
        if (groups[i++].length != length) return false;
    return true;
}

bool NumberGroups::evenly_joined(std::size_t count) const {
    for (std::size_t i = 1; i + 1 < count; ++i)
        if (text[end(i)] != text[end(0)]) return false;
    return true;
}

NumberGroups groups_at(std::string_view text, std::size_t start) {
    NumberGroups found{text, {}};
    for (auto at = start; found.groups.size() < most_groups;) {
        const auto count = digits_from(text, at);
        if (count == 0) break;
        found.groups.push_back({at, count});
        const auto between = joint(text.substr(at + count));
        if (between == 0) break;
        at += count + between;
    }
    return found;
}

} // namespace maerkbar::comments
