#include "base/local_time.hpp"
#include "practice/assessment/pages/scorer.hpp"
#include "practice/assessment/pages/words.hpp"
#include "web/parts/tags.hpp"

// Where a participant begins, sees how far they are, and says that they are done.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr double minutes_an_item = 2; // to score alone; the meeting takes longer

struct Scoring {
    Standing standing;
    Answers answers;
};

// A scored item has a score or was left blank on purpose; words alone wait for their score.
bool answered(const Answers& answers, const ItemStanding& item) {
    const auto found = answers.find(item.item.item);
    if (found == answers.end()) return false;
    return item.scale == nullptr || found->second.blank || !found->second.scores.empty();
}

Html item_tag(const ScorerVisit& visit, const Scoring& scoring, const ItemStanding& item) {
    const auto& language = visit.language;
    const auto found = scoring.answers.find(item.item.item);
    if (item.item.closed) return parts::tag(parts::TagKind::information, language("Closed"));
    if (found != scoring.answers.end() && !answered(scoring.answers, item))
        return parts::tag(parts::TagKind::no_data, language("Only words so far"));
    if (found == scoring.answers.end()) return parts::tag(parts::TagKind::no_data, language("Not yet"));
    if (found->second.blank) return parts::tag(parts::TagKind::unchanged, language("Left blank"));
    return parts::tag(parts::TagKind::met, language("Answered"));
}

Html item_list(const ScorerVisit& visit, const Scoring& scoring) {
    const auto& language = visit.language;
    parts::Table table{language("What you are asked"), true};
    table.columns = {{language("Item")}, {language("Status")}};
    for (const auto& item : scoring.standing.items) {
        Html name = organisation::link(visit.address("/" + item.item.item), title_of(*item.node, language));
        if (item.item.training)
            name << " "_html << parts::tag(parts::TagKind::information, language("We try it together"));
        table.rows.push_back({name, item_tag(visit, scoring, item)});
    }
    return parts::table(table);
}

Html next_step(ScorerVisit& visit, const Scoring& scoring) {
    const auto& language = visit.language;
    for (const auto& item : scoring.standing.items)
        if (!item.item.closed && !answered(scoring.answers, item))
            return parts::button_row({parts::button_link(
                scoring.answers.empty() ? language("Begin") : language("Go on where you stopped"),
                visit.address("/" + item.item.item), parts::ButtonKind::primary)});
    if (visit.participant.done)
        return parts::button_form(
            {.action = visit.address("/done?not=1"), .csrf = visit.context.csrf_field()},
            language("I am not done after all"));
    return parts::button_form({.action = visit.address("/done"), .csrf = visit.context.csrf_field()},
                              language("I am done"), parts::ButtonKind::primary);
}

std::string lead_of(const ScorerVisit& visit, const Scoring& scoring) {
    const auto& language = visit.language;
    int left = 0;
    for (const auto& item : scoring.standing.items)
        left += answered(scoring.answers, item) || item.item.closed ? 0 : 1;
    if (left == 0) return language("You have been through everything. Thank you.");
    return language.plural("{count} item left, about {minutes}. You can stop and go on later.",
                           "{count} items left, about {minutes}. You can stop and go on later.", left,
                           {{"minutes", minutes_text(left * minutes_an_item, language)}});
}

// The model was changed while people were scoring: what of their answers stands, and what waits.
Html changed_model(const ScorerVisit& visit, const Round& round) {
    if (!round.model_changed || round.state != State::scoring) return {};
    const auto& language = visit.language;
    return parts::notice(
        parts::NoticeKind::warning,
        language("The questions were changed on {day}. Your answers are kept where they still fit; items "
                 "without an answer wait for you again.",
                 {{"day", language.date(local_day(*round.model_changed))}}));
}

Html state_notice(const ScorerVisit& visit, const Round& round) {
    const auto& language = visit.language;
    if (round.state == State::preparing)
        return parts::notice(parts::NoticeKind::information,
                             language("Scoring has not begun. You can look at the questions already."));
    if (round.state == State::scoring && round.fields.scoring_until)
        return parts::notice(
            parts::NoticeKind::information,
            language("Score until {day}.", {{"day", language.date(*round.fields.scoring_until)}}));
    if (round.state == State::scoring) return {};
    Html more;
    if (round.state == State::meeting || round.state == State::improving)
        more << parts::link_line({{language("Say what matters most"), address_of(round.id, "/votes")}});
    return parts::notice(parts::NoticeKind::information,
                         language("Scoring is closed. Thank you for taking part."), more);
}

} // namespace

Result<Response> show_scoring(ScorerVisit& visit) {
    const auto scoring = TRY(visit.read([&](storage::Connection& connection) -> Result<Scoring> {
        return Scoring{
            TRY(read_standing(connection, visit.tenant, visit.participant.round)),
            TRY(own_answers(connection, visit.tenant, visit.participant.round, visit.participant.id))};
    }));
    const auto& round = scoring.standing.round;
    auto info = visit.services.organisation.frame.info(visit.context, round.fields.name);
    info.lead = lead_of(visit, scoring);
    info.notice = state_notice(visit, round) << changed_model(visit, round);
    Html body = R"(<div class="stack">)"_html;
    if (round.state == State::scoring) body << next_step(visit, scoring);
    body << item_list(visit, scoring);
    return Response::html(parts::page(info, body << "</div>"_html));
}

Result<Response> send_done(ScorerVisit& visit) {
    const bool done = !visit.context.request.query.has("not");
    TRY(visit.write([&](storage::Transaction& tx) { return set_done(tx, visit.participant, done); }));
    return Response::redirect(visit.address());
}

} // namespace maerkbar::assessment
