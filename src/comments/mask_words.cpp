#include "comments/mask_words.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "base/translatable.hpp"

namespace maerkbar::comments {

namespace {

// [PLACE] is never found, but written by people who read comments.
constexpr std::pair<std::string_view, const char*> masks[] = {
    {"[ID]", translatable("[personal number]")},   {"[PHONE]", translatable("[phone number]")},
    {"[EMAIL]", translatable("[e-mail address]")}, {"[URL]", translatable("[web address]")},
    {"[CASE]", translatable("[case number]")},     {"[ACCOUNT]", translatable("[account number]")},
    {"[NUMBER]", translatable("[number]")},        {"[NAME]", translatable("[name]")},
    {"[PLACE]", translatable("[place]")},
};

// Each "[…]" as `other` wants it; the innermost, should one stand in another.
std::string replace_brackets(std::string_view text, FunctionRef<std::string(std::string_view)> other) {
    std::string replaced;
    for (auto close = text.find(']'); close != std::string_view::npos; close = text.find(']')) {
        const auto open = text.rfind('[', close);
        const auto start = open == std::string_view::npos ? close + 1 : open;
        replaced += text.substr(0, start);
        if (start < close) replaced += other(text.substr(start, close + 1 - start));
        text.remove_prefix(close + 1);
    }
    return replaced.append(text);
}

} // namespace

std::string masks_in_words(std::string_view text, InWords in_words) {
    return replace_brackets(text, [&](std::string_view bracket) {
        const auto* const found =
            std::ranges::find(masks, bracket, &std::pair<std::string_view, const char*>::first);
        return found == std::end(masks) ? std::string(bracket) : in_words(found->second);
    });
}

std::string masks_as_codes(std::string_view text, InWords in_words) {
    return replace_brackets(text, [&](std::string_view bracket) {
        const auto typed = lower_case(bracket);
        const auto* const found = std::ranges::find_if(
            masks, [&](const auto& mask) { return lower_case(in_words(mask.second)) == typed; });
        return std::string(found == std::end(masks) ? bracket : found->first);
    });
}

} // namespace maerkbar::comments
