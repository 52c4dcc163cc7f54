#pragma once

#include <span>
#include <string>
#include <vector>

#include "comments/comment_counts.hpp"
#include "sources/surveys/open_text/comment_store.hpp"

namespace maerkbar::surveys::open_text {

struct WordCount {
    std::string word;          // the commonest form
    std::int64_t comments = 0; // that have it in some form
};

// How many of these comments have which words, each counted by the stems of the language its survey was
// answered in; comments in languages without stems are left out. The commonest first, at most `most`, and
// none that only one comment has.
[[nodiscard]] std::vector<WordCount> count_words(std::span<const Comment> comments, std::size_t most);
// How many of them speak of each topic.
[[nodiscard]] std::vector<std::int64_t> count_topics(std::span<const Comment> comments,
                                                     std::span<const comments::Topic> topics);

} // namespace maerkbar::surveys::open_text
