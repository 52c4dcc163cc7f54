#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "comments/stop_words.hpp"

namespace maerkbar::comments {

struct StemCount {
    std::string stem;
    std::string shown;            // the commonest form, the shortest of equals
    std::int64_t occurrences = 0; // in all comments
    std::int64_t comments = 0;    // that have it
};
// Words of at least two letters that are no stop words, by stem; the commonest first, equals alphabetically.
std::vector<StemCount> count_stems(std::span<const std::string> comments, Language language,
                                   const StopWords& left_out);

// A topic that staff defined by words, as "waiting": "ventetid", "vente", "kø".
struct Topic {
    std::string name;
    std::vector<std::string> words;
};
// How many comments have a word with the stem of one of the topic's words; one number a topic.
std::vector<std::int64_t> count_topics(std::span<const std::string> comments, std::span<const Topic> topics,
                                       Language language);

} // namespace maerkbar::comments
