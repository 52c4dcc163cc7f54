#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/round_parts.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/consensus_store.hpp"

// The agenda of the meeting: disagreement first, what is agreed accepted together, and how long it will take.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

std::string consensus_address(const Standing& standing, const ItemStanding& item) {
    return address_of(standing.round.id, "/consensus/" + item.item.item);
}

std::string span_text(const ItemStanding& item, const web::Language& language) {
    if (item.spread.n == 0) return "–";
    if (item.spread.n == 1) return value_text(item.spread.lowest, language);
    return value_text(item.spread.lowest, language) + "–" + value_text(item.spread.highest, language);
}

Html agenda_table(const RoundVisit& visit, const Standing& standing) {
    const auto& language = visit.language();
    parts::Table table{language("To decide, disagreement first"), true};
    table.columns = {
        {language("Item")}, {language("How far apart")}, {language("From–to")}, {language("Answers"), true}};
    table.empty = language("Everything is decided.");
    for (const auto* item : standing.agenda())
        table.rows.push_back(
            {organisation::link(consensus_address(standing, *item), title_of(*item->node, language)),
             item->scale == nullptr ? organisation::words(language("Not scored"))
                                    : agreement_tag(item->spread.agreement, language),
             organisation::words(span_text(*item, language)),
             organisation::words(language.integer(item->spread.n))});
    return parts::table(table);
}

Html accept_part(RoundVisit& visit, const Standing& standing) {
    const auto& language = visit.language();
    const auto agreed = standing.agreed_already();
    if (agreed.empty()) return {};
    std::vector<parts::Choice> choices;
    for (const auto* item : agreed)
        choices.push_back({item->item.item,
                           title_of(*item->node, language) + ": " +
                               value_with_band(*item->spread.suggestion, *item->scale, language),
                           agreement_text(item->spread.agreement, language), true});
    Html fields = parts::checkbox_field(
        {{.name = "item", .text = language("Items"), .optional = true}, choices}, language);
    fields << parts::text_field({.label = {.name = "reason",
                                           .text = language("Reason for all of them"),
                                           .hint = language("Left empty, it says in every language that the "
                                                            "answers lie close to each other."),
                                           .optional = true},
                                 .max_length = 300},
                                language)
           << parts::button_row({parts::button(language("Accept those ticked"))});
    return parts::section(language("You agree on these already"),
                          Html() << "<p>"_html
                                 << language("All answers lie in the same step or two neighbouring ones. The "
                                             "value is the median. Untick "
                                             "what you want to talk about.")
                                 << "</p>"_html
                                 << parts::form({.action = address_of(standing.round.id, "/agenda/accept"),
                                                 .csrf = visit.context().csrf_field()},
                                                fields));
}

Html decided_table(const RoundVisit& visit, const Standing& standing) {
    const auto& language = visit.language();
    parts::Table table{language("Decided"), false};
    table.columns = {{language("Item")}, {language("Value")}, {language("Reason")}};
    for (const auto& item : standing.items)
        if (item.item.decided)
            table.rows.push_back(
                {organisation::link(consensus_address(standing, item), title_of(*item.node, language)),
                 organisation::words(value_text(item.item.value, language)),
                 organisation::words(reason_text(item.item, language))});
    if (table.rows.empty()) return {};
    return parts::disclosure(language("Decided"), parts::table(table), standing.undecided() == 0);
}

Result<Standing> standing_at_meeting(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    if (round.state == State::preparing || round.state == State::scoring)
        return Error{
            ErrorKind::conflict, "assessment.no_agenda",
            "There is no agenda yet. It comes when everybody is done or scoring is closed, so that nobody "
            "sees scores too early."};
    return visit.standing(round);
}

} // namespace

Result<Response> show_agenda(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto standing = TRY(standing_at_meeting(visit));
    auto info = round_info(visit, standing.round, language("Agenda"), time_ahead(standing, language));
    Html body = R"(<div class="stack">)"_html;
    body << agenda_table(visit, standing);
    if (standing.round.state == State::meeting) {
        body << accept_part(visit, standing);
        if (standing.undecided() == 0)
            body << parts::button_form(
                {.action = address_of(standing.round.id, "/finish"), .csrf = visit.context().csrf_field()},
                language("End the meeting"), parts::ButtonKind::primary);
    }
    return organisation::page_of(info, body << decided_table(visit, standing) << "</div>"_html);
}

Result<Response> send_accept(RoundVisit& visit) {
    const auto standing = TRY(standing_at_meeting(visit));
    web::Form form(visit.context().request.form);
    const auto address = address_of(standing.round.id, "/agenda");
    const auto reason = form.text("reason", 300);
    if (!form.ok()) return back_with(visit, address, form.errors().front());
    std::vector<Accepted> accepted;
    const auto ticked = form.all("item");
    for (const auto* item : standing.agreed_already())
        if (std::ranges::find(ticked, item->item.item) != ticked.end())
            accepted.push_back({item->item.item, *item->spread.suggestion});
    const auto saved = visit.write(
        [&](storage::Transaction& tx) { return accept_together(tx, standing.round.id, accepted, reason); });
    if (!saved.ok()) return back_with(visit, address, saved.error());
    return Response::redirect(address + "?done=accepted");
}

Result<Response> send_finish(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto finished = visit.write([&](storage::Transaction& tx) { return finish_meeting(tx, round.id); });
    if (!finished.ok() && finished.error().code == "assessment.undecided")
        return Response::redirect(address_of(round.id, "/agenda?problem=assessment.undecided_some"));
    if (!finished.ok()) return back_with(visit, address_of(round.id, "/agenda"), finished.error());
    return Response::redirect(address_of(round.id, "/plan?done=finished"));
}

} // namespace maerkbar::assessment
