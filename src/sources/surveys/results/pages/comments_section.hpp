#pragma once

#include <vector>

#include "sources/surveys/open_text/comment_store.hpp"
#include "sources/surveys/results/pages/selection.hpp"

namespace maerkbar::surveys::results::pages {

// What was written to one question in one released group, as far as somebody has read it and let it be shown.
struct Listed {
    const Figures* figures = nullptr; // how many wrote something, where that may be told
    std::vector<open_text::Comment> comments = {};
    std::int64_t waiting = 0; // to be read
    std::int64_t hidden = 0;
};
// Nothing but the figures where the group is not released.
[[nodiscard]] Result<Listed> listed_comments(Visit& visit, const Subject& subject, const GroupKey& group,
                                             const Release& release);

// One open question: what was written, by which words and topics.
[[nodiscard]] Result<web::Html> comments_section(Visit& visit, const Subject& subject,
                                                 const CountedQuestion& question, const Listed& listed);

} // namespace maerkbar::surveys::results::pages
