#include "base/translatable.hpp"
#include "sources/surveys/open_text/pages/pages.hpp"
#include "sources/surveys/open_text/topic_store.hpp"
#include "sources/surveys/permission.hpp"

// /survey-topics: the municipality's own topics, as lists of words.
namespace maerkbar::surveys::open_text::pages {

using organisation::Done;
using organisation::Filled;
using organisation::FormView;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::string_view list_path = "/survey-topics";

Result<std::vector<StoredTopic>> topics_of(Visit& visit) {
    return visit.services.database.read(
        [&](storage::Connection& connection) { return list_topics(connection, visit.viewer.tenant()); });
}

Result<StoredTopic> topic_in_path(Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<TopicId>("topic"));
    for (auto& topic : TRY(topics_of(visit)))
        if (topic.id == id) return std::move(topic);
    return Error{ErrorKind::not_found, "topic.unknown", translatable("There is no such topic.")};
}

FormView view_of(const web::Language& language, const StoredTopic& stored, const Filled& filled) {
    FormView view;
    view.fields = parts::text_field({.label = filled.label("name", language("Name")),
                                     .value = filled.value("name", stored.topic.name),
                                     .width = parts::FieldWidth::medium,
                                     .max_length = 60},
                                    language);
    view.fields << parts::text_area(
        {filled.label(
             "words", language("Words"),
             language("Parted by commas. Each word counts in every form: “wait” finds “waiting” too.")),
         filled.value("words", list_of_words(stored.topic.words)), 3},
        language);
    view.help = language("A comment speaks of a topic when it has one of its words.");
    view.button = language("Save");
    view.crumbs = {{language("Topics of comments"), std::string(list_path)}};
    view.cancel = list_path;
    return view;
}

Result<Done> save(Visit& visit, web::Form& form, TopicId id) {
    TRY(visit.viewer.require_everywhere(may_manage));
    const StoredTopic topic{id, {form.text("name", 60), words_of_list(form.text("words", 4000))}};
    if (!form.ok()) return form.errors().front();
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return save_topic(transaction, topic);
    }));
    return Done{std::string(list_path), id.value};
}

} // namespace

Result<Response> show_topics(Visit& visit) {
    const auto& language = visit.language;
    const bool may_change = visit.viewer.may_everywhere(may_manage);
    parts::Table table{language("Topics of comments"), false};
    table.columns = {{language("Topic")}, {language("Words")}};
    table.empty = language("There are no topics yet. Write one for each thing that people often speak of.");
    for (const auto& [id, topic] : TRY(topics_of(visit))) {
        const auto href = std::string(list_path) + "/" + std::to_string(id.value);
        table.rows.push_back(
            {may_change ? organisation::link(href, topic.name) : organisation::words(topic.name),
             organisation::words(list_of_words(topic.words))});
    }
    auto info = organisation::info_of(visit, language("Topics of comments"),
                                      language("What people write is counted by these, in every survey."),
                                      {{language("Survey results"), "/results"}});
    Html body = parts::table(table);
    if (may_change)
        body << parts::button_row({parts::button_link(language("New topic"), "/survey-topics/new")});
    return organisation::page_of(info, body);
}

Result<Response> topics_json(Visit& visit) {
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& [id, topic] : TRY(topics_of(visit))) {
        json.begin_object().member("id", id).member("name", topic.name).key("words").begin_array();
        for (const auto& word : topic.words)
            json.value(word);
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<FormView> new_topic_form(Visit& visit, const Filled& filled) {
    TRY(visit.viewer.require_everywhere(may_manage));
    auto view = view_of(visit.language, {}, filled);
    view.title = visit.language("New topic");
    return view;
}

Result<Done> send_new_topic(Visit& visit, web::Form& form) {
    return save(visit, form, {});
}

Result<FormView> topic_form(Visit& visit, const Filled& filled) {
    TRY(visit.viewer.require_everywhere(may_manage));
    const auto stored = TRY(topic_in_path(visit));
    auto view = view_of(visit.language, stored, filled);
    view.title = stored.topic.name;
    view.fields << organisation::link(
        std::string(list_path) + "/" + std::to_string(stored.id.value) + "/delete",
        visit.language("Delete this topic"));
    return view;
}

Result<Done> send_topic(Visit& visit, web::Form& form) {
    return save(visit, form, TRY(topic_in_path(visit)).id);
}

Result<FormView> delete_topic_form(Visit& visit, const Filled&) {
    TRY(visit.viewer.require_everywhere(may_manage));
    const auto stored = TRY(topic_in_path(visit));
    FormView view;
    view.title = visit.language("Delete the topic {name}", {{"name", stored.topic.name}});
    view.help = visit.language("Comments are no longer counted by it. The comments themselves stay.");
    view.button = visit.language("Delete");
    view.kind = parts::ButtonKind::danger;
    view.crumbs = {{visit.language("Topics of comments"), std::string(list_path)}};
    view.cancel = list_path;
    return view;
}

Result<Done> send_delete(Visit& visit, web::Form&) {
    TRY(visit.viewer.require_everywhere(may_manage));
    const auto stored = TRY(topic_in_path(visit));
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return delete_topic(transaction, stored.id);
    }));
    return Done{std::string(list_path), stored.id.value};
}

} // namespace maerkbar::surveys::open_text::pages
