#include "sources/surveys/open_text/tally.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace maerkbar::surveys::open_text {

namespace {

using comments::Language;
using ByLanguage = std::map<Language, std::vector<std::string>>;

// Of "da-easy" too; nb stands for both forms of Norwegian.
std::optional<Language> language_of(std::string_view code) {
    constexpr std::pair<std::string_view, Language> known[] = {{"da", Language::da}, {"nb", Language::nb},
                                                               {"nn", Language::nb}, {"no", Language::nb},
                                                               {"sv", Language::sv}, {"en", Language::en}};
    const auto main = code.substr(0, code.find('-'));
    const auto found = std::ranges::find(known, main, &std::pair<std::string_view, Language>::first);
    return found == std::end(known) ? std::nullopt : std::optional(found->second);
}

// A mask is no word of theirs.
std::string without_masks(std::string_view text) {
    std::string kept;
    while (!text.empty()) {
        const auto open = std::min(text.find('['), text.size());
        kept += text.substr(0, open);
        const auto close = text.find(']', open);
        text.remove_prefix(close == std::string_view::npos ? text.size() : close + 1);
        kept += ' ';
    }
    return kept;
}

ByLanguage by_language(std::span<const Comment> all) {
    ByLanguage texts;
    for (const auto& comment : all)
        if (const auto language = language_of(comment.language))
            texts[*language].push_back(without_masks(comment.text));
    return texts;
}

} // namespace

std::vector<WordCount> count_words(std::span<const Comment> all, std::size_t most) {
    std::vector<WordCount> counts;
    for (const auto& [language, texts] : by_language(all))
        for (auto& stem : comments::count_stems(texts, language, comments::stop_words(language)))
            if (stem.comments > 1) counts.push_back({std::move(stem.shown), stem.comments});
    std::ranges::stable_sort(counts, std::ranges::greater(), &WordCount::comments);
    if (counts.size() > most) counts.resize(most);
    return counts;
}

std::vector<std::int64_t> count_topics(std::span<const Comment> all,
                                       std::span<const comments::Topic> topics) {
    std::vector<std::int64_t> sums(topics.size());
    for (const auto& [language, texts] : by_language(all)) {
        const auto counts = comments::count_topics(texts, topics, language);
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += counts[i];
    }
    return sums;
}

} // namespace maerkbar::surveys::open_text
