#include "base/translatable.hpp"
#include "organisation/scope_sql.hpp"
#include "sources/surveys/open_text/pages/pages.hpp"
#include "sources/surveys/open_text/permission.hpp"
#include "web/parts/pieces.hpp"

// GET /survey-comments: what waits to be read, what is shown and what is not.
namespace maerkbar::surveys::open_text::pages {

using namespace web::literals;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::size_t on_a_page = 20;
constexpr const char* state_texts[] = {translatable("Waiting"), translatable("Can be shown"),
                                       translatable("Not shown")};

struct Queue {
    State state = State::waiting;
    std::size_t page = 1;
    std::int64_t total = 0;
    std::vector<Comment> comments = {};
};

Result<Queue> queue_of(Visit& visit) {
    const auto& query = visit.context.request.query;
    const auto& viewer = visit.viewer;
    Queue queue{state_named(query.text("state")).value_or(State::waiting)};
    CommentQuery wanted{.state = queue.state};
    wanted.units =
        organisation::scope_condition(viewer.scope(may_moderate), *viewer.tree, viewer.today, "unit_id");
    web::Form form(query);
    queue.page = static_cast<std::size_t>(form.integer("page", 1, 100'000).value_or(1));
    wanted.limit = on_a_page;
    wanted.offset = static_cast<std::int64_t>((queue.page - 1) * on_a_page);
    TRY(visit.services.database.read([&](storage::Connection& connection) -> Result<void> {
        queue.total = TRY(count_comments(connection, viewer.tenant(), wanted));
        queue.comments = TRY(list_comments(connection, viewer.tenant(), wanted));
        return {};
    }));
    return queue;
}

Html show_button(Visit& visit, const Comment& comment) {
    return parts::form({.action = path_of(comment), .csrf = visit.context.csrf_field()},
                       parts::hidden_field("decision", "shown")
                           << parts::button(visit.language("Show as it is"), parts::ButtonKind::secondary));
}

Result<Html> item(Visit& visit, const Comment& comment) {
    const auto& language = visit.language;
    const auto about = TRY(asked(visit, comment));
    Html html = "<li class=\"stack\"><p>"_html;
    html << about.survey << ": "_html << about.question << "</p>"_html << quoted(comment, language);
    if (comment.reason) html << "<p>"_html << reason_words(*comment.reason, language) << "</p>"_html;
    html << "<div class=\"button-row\">"_html;
    if (comment.state == State::waiting) html << show_button(visit, comment);
    return html << parts::button_link(language("Mask or decide"), path_of(comment)) << "</div></li>"_html;
}

Html tabs_of(const Queue& queue, const web::Language& language) {
    std::vector<parts::Tab> tabs;
    for (const auto state : all_states)
        tabs.push_back({language(state_texts[static_cast<std::size_t>(state)]),
                        "/survey-comments?state=" + std::string(name_of(state)), state == queue.state});
    return parts::tabs(language("Comments"), tabs);
}

Result<Html> list_of(Visit& visit, const Queue& queue) {
    const auto& language = visit.language;
    if (queue.comments.empty())
        return parts::empty_state(language("There are no comments here"),
                                  language("What people write comes here when its week has ended."));
    Html html = "<ul class=\"comments\">"_html;
    for (const auto& comment : queue.comments)
        html << TRY(item(visit, comment));
    html << "</ul>"_html;
    const auto pages = (static_cast<std::size_t>(queue.total) + on_a_page - 1) / on_a_page;
    return html << parts::pagination(
               {queue.page, pages,
                "/survey-comments?state=" + std::string(name_of(queue.state)) + "&page={page}"},
               language);
}

} // namespace

Result<Response> show_queue(Visit& visit) {
    const auto& language = visit.language;
    const auto queue = TRY(queue_of(visit));
    auto info = organisation::info_of(
        visit, language("Comments to read"),
        language("What people wrote, with numbers, addresses and names of staff masked already. It is shown "
                 "with the results once somebody has read it here and at least ten people wrote something."),
        {{language("Survey results"), "/results"}});
    Html body = "<div class=\"stack\">"_html;
    body << tabs_of(queue, language) << TRY(list_of(visit, queue)) << "</div>"_html;
    return organisation::page_of(info, body);
}

Result<Response> queue_json(Visit& visit) {
    const auto queue = TRY(queue_of(visit));
    JsonWriter json;
    json.begin_object().member("total", queue.total).key("items").begin_array();
    for (const auto& comment : queue.comments) {
        json.begin_object()
            .member("id", comment.id)
            .member("survey", comment.survey)
            .member("question", comment.question)
            .member("language", comment.language)
            .member("text", comment.text)
            .member("state", name_of(comment.state));
        if (comment.reason) json.member("reason", name_of(*comment.reason));
        json.end_object();
    }
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

} // namespace maerkbar::surveys::open_text::pages
