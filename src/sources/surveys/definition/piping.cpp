#include "sources/surveys/definition/piping.hpp"

#include <algorithm>

#include "sources/surveys/definition/scale_words.hpp"

namespace maerkbar::surveys {

namespace {

bool can_be_name(std::string_view text) {
    return !text.empty() && text.size() <= 130 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.';
    });
}

// Hands on plain pieces and names in turn.
template <typename Plain, typename Name>
void split(std::string_view text, Plain plain, Name name) {
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) return plain(text);
        const auto inside = text.substr(open + 1, close - open - 1);
        if (can_be_name(inside)) {
            plain(text.substr(0, open));
            name(inside);
            text.remove_prefix(close + 1);
        } else {
            plain(text.substr(0, open + 1));
            text.remove_prefix(open + 1);
        }
    }
}

} // namespace

std::vector<std::string> piped_names(std::string_view text) {
    std::vector<std::string> names;
    split(
        text, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
    return names;
}

std::string answer_words(const Definition& definition, std::string_view name, const Answer& answer,
                         std::string_view language) {
    if (!answer.answered()) return {};
    const auto* question = definition.question(name.substr(0, name.find('.')));
    const bool written = name.ends_with('.' + std::string(other_value));
    std::string text;
    for (const auto& value : answer.values) {
        if (!text.empty()) text += ", ";
        text += question == nullptr || written ? value : value_words(definition, *question, value, language);
    }
    return text;
}

std::string piped(std::string_view text, const Definition& definition, const Answers& answers,
                  std::string_view language) {
    std::string filled;
    split(
        text, [&](std::string_view plain) { filled += plain; },
        [&](std::string_view name) {
            const auto* answer = find(answers, name);
            const auto words =
                answer == nullptr ? std::string() : answer_words(definition, name, *answer, language);
            filled += words.empty() ? "…" : words;
        });
    return filled;
}

} // namespace maerkbar::surveys
