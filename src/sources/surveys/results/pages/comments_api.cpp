#include "base/json_writer.hpp"
#include "sources/surveys/open_text/tally.hpp"
#include "sources/surveys/open_text/topic_store.hpp"
#include "sources/surveys/results/pages/comments_section.hpp"

// GET /api/v1/surveys/{survey}/comments: what was written and may be read, by the same rules as the page.
namespace maerkbar::surveys::results::pages {

namespace {

using Topics = std::vector<maerkbar::comments::Topic>;

constexpr std::size_t most_words = 50;

Result<Topics> topics_of(Visit& visit) {
    Topics topics;
    for (auto& stored : TRY(visit.read([&](storage::Connection& connection) {
             return open_text::list_topics(connection, visit.viewer.tenant());
         })))
        topics.push_back(std::move(stored.topic));
    return topics;
}

void write_counts_of(JsonWriter& json, const Listed& listed, const Topics& topics) {
    const auto counts = open_text::count_topics(listed.comments, topics);
    json.key("topics").begin_array();
    for (std::size_t i = 0; i < topics.size(); ++i)
        json.begin_object().member("topic", topics[i].name).member("comments", counts[i]).end_object();
    json.end_array().key("words").begin_array();
    for (const auto& [word, comments] : open_text::count_words(listed.comments, most_words))
        json.begin_object().member("word", word).member("comments", comments).end_object();
    json.end_array();
}

void write_listed(JsonWriter& json, const Release& release, const Listed& listed, const Topics& topics) {
    const auto& figures = release.figures;
    json.begin_object()
        .member("question", release.question)
        .member("first", release.group.first)
        .member("last", release.group.last)
        .member("shown", figures.shown());
    if (figures.count.exactly) json.member("wrote", *figures.count.exactly);
    if (figures.count.below) json.member("fewer_than", *figures.count.below);
    if (figures.shown()) {
        json.key("comments").begin_array();
        for (const auto& comment : listed.comments)
            json.value(comment.text);
        json.end_array().member("waiting", listed.waiting).member("left_out", listed.hidden);
        write_counts_of(json, listed, topics);
    }
    json.end_object();
}

} // namespace

Result<web::Response> comments_api(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    const auto selection = TRY(selection_of(here, subject));
    const auto topics = TRY(topics_of(here));
    JsonWriter json;
    json.begin_object().member("survey", subject.survey.id).member("unit", subject.unit);
    json.key("items").begin_array();
    for (const auto& question : open_questions(subject.definition)) {
        const auto* release = selection.period ? selection.of(question.name, *selection.period) : nullptr;
        if (release == nullptr) continue;
        write_listed(json, *release, TRY(listed_comments(here, subject, *selection.period, *release)),
                     topics);
    }
    json.end_array().end_object();
    return web::Response::json(std::move(json).text());
}

} // namespace maerkbar::surveys::results::pages
