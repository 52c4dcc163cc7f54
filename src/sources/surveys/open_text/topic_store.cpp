#include "sources/surveys/open_text/topic_store.hpp"

#include "base/translatable.hpp"
#include "comments/words.hpp"

namespace maerkbar::surveys::open_text {

namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

Error unknown() {
    return {ErrorKind::not_found, "topic.unknown", translatable("There is no such topic.")};
}

Result<void> check(const StoredTopic& topic) {
    if (topic.topic.name.empty())
        return Error{ErrorKind::invalid, "topic.name", translatable("Give the topic a name."), {}, "name"};
    if (topic.topic.words.empty())
        return Error{
            ErrorKind::invalid, "topic.words", translatable("Write at least one word."), {}, "words"};
    return {};
}

Result<void> record(Transaction& transaction, std::string_view action, TopicId topic) {
    return transaction.audit({std::string(action), "survey_topic", std::to_string(topic.value)});
}

} // namespace

std::vector<std::string> words_of_list(std::string_view list) {
    return comments::words_of(list);
}

std::string list_of_words(const std::vector<std::string>& words) {
    std::string list;
    for (const auto& word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

Result<std::vector<StoredTopic>> list_topics(Connection& connection, TenantId tenant) {
    return connection.all(
        "select id, name, words from survey_topic where tenant_id = ? order by name, id", {tenant},
        [](const Row& row) {
            return StoredTopic{row.id<TopicId>(0), {row.string(1), words_of_list(row.text(2))}};
        });
}

Result<void> save_topic(Transaction& transaction, const StoredTopic& topic) {
    TRY(check(topic));
    const auto tenant = transaction.actor().tenant;
    const auto words = list_of_words(topic.topic.words);
    if (topic.id) {
        if (TRY(transaction.connection().execute(
                "update survey_topic set name = ?, words = ? where tenant_id = ? and id = ?",
                {topic.topic.name, words, tenant, topic.id})) == 0)
            return unknown();
        return record(transaction, "survey_topic.changed", topic.id);
    }
    const auto id = TRY(transaction.next_id<TopicId>(tenant, "survey_topic"));
    TRY(transaction.connection().execute(
        "insert into survey_topic (tenant_id, id, name, words) values (?, ?, ?, ?)",
        {tenant, id, topic.topic.name, words}));
    return record(transaction, "survey_topic.created", id);
}

Result<void> delete_topic(Transaction& transaction, TopicId topic) {
    if (TRY(transaction.connection().execute("delete from survey_topic where tenant_id = ? and id = ?",
                                             {transaction.actor().tenant, topic})) == 0)
        return unknown();
    return record(transaction, "survey_topic.deleted", topic);
}

} // namespace maerkbar::surveys::open_text
