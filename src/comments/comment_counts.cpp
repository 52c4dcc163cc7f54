#include "comments/comment_counts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "comments/stems.hpp"

namespace maerkbar::comments {

namespace {

// A word of one letter, which may take up to four bytes.
bool is_single_letter(std::string_view word) {
    return std::count_if(word.begin(), word.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }) < 2;
}

struct Tally {
    std::map<std::string, std::int64_t> forms;
    std::int64_t comments = 0;
};

StemCount summed(const std::string& stem, const Tally& tally) {
    StemCount count{stem, {}, 0, tally.comments};
    std::int64_t most = 0;
    for (const auto& [form, occurrences] : tally.forms) {
        count.occurrences += occurrences;
        if (occurrences < most || (occurrences == most && form.size() >= count.shown.size())) continue;
        most = occurrences;
        count.shown = form;
    }
    return count;
}

using Stems = std::set<std::string, std::less<>>;

Stems stems_of(std::span<const std::string> words, Stemmer& stemmer) {
    Stems stems;
    for (const auto& text : words)
        for (const auto& word : words_of(text))
            stems.insert(stemmer.stem(word));
    return stems;
}

} // namespace

std::vector<StemCount> count_stems(std::span<const std::string> comments, Language language,
                                   const StopWords& left_out) {
    Stemmer stemmer(language);
    std::map<std::string, Tally> tallies;
    for (const auto& comment : comments) {
        std::set<Tally*> here;
        for (const auto& word : words_of(comment)) {
            if (is_single_letter(word) || left_out.contains(word)) continue;
            auto& tally = tallies[stemmer.stem(word)];
            ++tally.forms[word];
            if (here.insert(&tally).second) ++tally.comments;
        }
    }
    std::vector<StemCount> counts;
    for (const auto& [stem, tally] : tallies)
        counts.push_back(summed(stem, tally));
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.occurrences > b.occurrences; });
    return counts;
}

std::vector<std::int64_t> count_topics(std::span<const std::string> comments, std::span<const Topic> topics,
                                       Language language) {
    Stemmer stemmer(language);
    std::vector<Stems> wanted;
    for (const auto& topic : topics)
        wanted.push_back(stems_of(topic.words, stemmer));
    std::vector<std::int64_t> counts(topics.size(), 0);
    for (const auto& comment : comments) {
        const auto stems = stems_of({&comment, 1}, stemmer);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (std::any_of(stems.begin(), stems.end(),
                            [&](const auto& stem) { return wanted[i].contains(stem); }))
                ++counts[i];
    }
    return counts;
}

} // namespace maerkbar::comments
