#include "sources/surveys/results/pages/comments_section.hpp"

#include <algorithm>

#include "comments/mask_words.hpp"
#include "sources/surveys/open_text/tally.hpp"
#include "sources/surveys/open_text/topic_store.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::surveys::results::pages {

using namespace web::literals;
using open_text::Comment;
using open_text::State;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr std::size_t most_words = 12;
constexpr std::size_t open_at_once = 10; // further ones open in place

bool in_group(const Visit& visit, const Comment& comment, const GroupKey& group) {
    return (!group.contact_point || comment.contact_point == group.contact_point) &&
           (!group.customer_type || comment.customer_type == group.customer_type) &&
           visit.viewer.tree->within(comment.unit, group.unit, comment.week);
}

Html quotes(std::span<const Comment> comments, const web::Language& language) {
    Html html = "<ul class=\"comments\">"_html;
    for (const auto& comment : comments)
        html << "<li><blockquote><p>"_html << maerkbar::comments::masks_in_words(comment.text, language)
             << "</p></blockquote></li>"_html;
    return html << "</ul>"_html;
}

Html all_quotes(std::span<const Comment> comments, const web::Language& language) {
    if (comments.size() <= open_at_once) return quotes(comments, language);
    const auto rest = comments.subspan(open_at_once);
    Html html = quotes(comments.first(open_at_once), language);
    return html << parts::disclosure(language.plural("{count} more comment", "{count} more comments",
                                                     static_cast<std::int64_t>(rest.size())),
                                     quotes(rest, language));
}

// The captions name the question: a survey may have two of these.
Html word_table(const std::string& question, const std::vector<Comment>& comments,
                const web::Language& language) {
    parts::Table table{
        language("Words that occur most often, whatever their form: {question}", {{"question", question}})};
    table.columns = {{language("Word")}, {language("Comments"), true}};
    for (const auto& [word, count] : open_text::count_words(comments, most_words))
        table.rows.push_back({words(word), words(language.integer(count))});
    return table.rows.empty() ? Html() : parts::table(table);
}

Result<Html> topic_table(Visit& visit, const std::string& question, const std::vector<Comment>& comments) {
    const auto& language = visit.language;
    std::vector<maerkbar::comments::Topic> topics;
    for (auto& stored : TRY(visit.read([&](storage::Connection& connection) {
             return open_text::list_topics(connection, visit.viewer.tenant());
         })))
        topics.push_back(std::move(stored.topic));
    if (topics.empty()) return Html();
    const auto counts = open_text::count_topics(comments, topics);
    parts::Table table{language("Topics of our own: {question}", {{"question", question}})};
    table.columns = {{language("Topic")}, {language("Comments"), true}};
    for (std::size_t i = 0; i < topics.size(); ++i)
        table.rows.push_back({words(topics[i].name), words(language.integer(counts[i]))});
    return parts::table(table);
}

std::string state_of(const Listed& listed, const web::Language& language) {
    return language(
        "{all} people wrote something. {shown} comments are shown, {waiting} wait to be read by somebody, "
        "and "
        "{hidden} are left out.",
        {{"all", language.integer(listed.figures->answers)},
         {"shown", language.integer(static_cast<std::int64_t>(listed.comments.size()))},
         {"waiting", language.integer(listed.waiting)},
         {"hidden", language.integer(listed.hidden)}});
}

std::string why_not_listed(const Figures& figures, const web::Language& language) {
    if (!figures.count.below) return why_hidden(figures, language);
    return language(
        "Fewer than {count} people wrote something. It is shown when there are more, so that nobody "
        "can be recognised.",
        {{"count", language.integer(*figures.count.below)}});
}

} // namespace

Result<Listed> listed_comments(Visit& visit, const Subject& subject, const GroupKey& group,
                               const Release& release) {
    Listed listed{&release.figures};
    if (!release.figures.shown()) return listed;
    open_text::CommentQuery wanted{subject.survey.id};
    wanted.question = release.question;
    wanted.first = group.first;
    wanted.last = group.last;
    for (auto& comment : TRY(visit.read([&](storage::Connection& connection) {
             return open_text::list_comments(connection, visit.viewer.tenant(), wanted);
         }))) {
        if (!in_group(visit, comment, group)) continue;
        if (comment.state == State::shown)
            listed.comments.push_back(std::move(comment));
        else
            ++(comment.state == State::waiting ? listed.waiting : listed.hidden);
    }
    return listed;
}

Result<Html> comments_section(Visit& visit, const Subject& subject, const CountedQuestion& question,
                              const Listed& listed) {
    const auto& language = visit.language;
    const auto title = question_title(visit, subject.definition, question);
    if (!listed.figures->shown())
        return parts::section(title, paragraph(why_not_listed(*listed.figures, language)));
    Html html = paragraph(state_of(listed, language));
    if (!listed.comments.empty())
        html << "<div class=\"grid-2\">"_html << TRY(topic_table(visit, title, listed.comments))
             << word_table(title, listed.comments, language) << "</div>"_html
             << all_quotes(listed.comments, language);
    return parts::section(title, html);
}

} // namespace maerkbar::surveys::results::pages
