#pragma once

#include <string>
#include <vector>

#include "comments/comment_counts.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::surveys::open_text {

using TopicId = StrongId<struct SurveyTopicTag>;

// A topic of the municipality's own: comments with one of its words, in any form, speak of it.
struct StoredTopic {
    TopicId id = {}; // none: a new one
    comments::Topic topic = {};
};
[[nodiscard]] Result<std::vector<StoredTopic>> list_topics(storage::Connection& connection, TenantId tenant);
// Errors (invalid): topic.name, topic.words where either is empty; not_found (topic.unknown).
[[nodiscard]] Result<void> save_topic(storage::Transaction& transaction, const StoredTopic& topic);
[[nodiscard]] Result<void> delete_topic(storage::Transaction& transaction, TopicId topic);

// "ventetid, vente; kø" as words.
[[nodiscard]] std::vector<std::string> words_of_list(std::string_view list);
[[nodiscard]] std::string list_of_words(const std::vector<std::string>& words); // "ventetid, vente, kø"

} // namespace maerkbar::surveys::open_text
