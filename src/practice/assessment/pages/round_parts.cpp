#include "practice/assessment/pages/round_parts.hpp"

#include <algorithm>

#include "practice/assessment/model/spread.hpp"
#include "practice/assessment/pages/words.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

std::string day_or_dash(const std::optional<Date>& day, const web::Language& language) {
    return day ? language.date(*day) : "–";
}

std::string person_name(const RoundOverview& overview, PersonId person) {
    for (const auto& owner : overview.people)
        if (owner.person == person) return owner.name;
    return "–";
}

Html post_button(RoundVisit& visit, const Round& round, std::string_view rest, const std::string& text,
                 parts::ButtonKind kind) {
    return parts::button_form({.action = address_of(round.id, rest), .csrf = visit.context().csrf_field()},
                              text, kind);
}

Html close_scoring_part(RoundVisit& visit, const RoundOverview& overview) {
    const auto& language = visit.language();
    const auto left = std::ranges::count_if(overview.participants,
                                            [](const Participant& one) { return !one.done && !one.left; });
    Html fields = "<p>"_html;
    if (left == 0)
        fields << language("Everybody is done. Close scoring, and the agenda is ready.") << "</p>"_html;
    else
        fields << language.plural(
                      "{count} person is not done. The agenda comes when all are done or you close scoring.",
                      "{count} people are not done. The agenda comes when all are done or you close scoring.",
                      left)
               << "</p>"_html
               << parts::checkbox("although", language("Close although not everybody is done"), false);
    fields << parts::button_row({parts::button(language("Close scoring"))});
    return parts::form(
        {.action = address_of(overview.round.id, "/close-scoring"), .csrf = visit.context().csrf_field()},
        fields);
}

Html preparing_part(RoundVisit& visit, const RoundOverview& overview) {
    const auto& language = visit.language();
    const auto minutes = minutes_ahead(static_cast<int>(overview.items.size()), {});
    Html html = "<p>"_html;
    html << language(
                "Choose who takes part, and try one effort and one result together before you begin. Plan "
                "{time} "
                "for the meeting: six minutes for each item.",
                {{"time", minutes_text(minutes, language)}})
         << "</p>"_html;
    std::vector<Html> buttons = {
        post_button(visit, overview.round, "/start", language("Open scoring"), parts::ButtonKind::primary),
        parts::button_link(language("People and dates"), address_of(overview.round.id, "/setup"))};
    if (overview.round.previous)
        buttons.push_back(
            parts::button_link(language("The values of last time"), address_of(overview.round.id, "/carry")));
    return html << parts::button_row(buttons);
}

} // namespace

Html next_part(RoundVisit& visit, const RoundOverview& overview) {
    const auto& language = visit.language();
    const auto& round = overview.round;
    Html html;
    switch (round.state) {
        case State::preparing:
            html = preparing_part(visit, overview);
            break;
        case State::scoring:
            html = close_scoring_part(visit, overview);
            break;
        case State::meeting:
            html = parts::button_row({parts::button_link(
                language("Go to the agenda"), address_of(round.id, "/agenda"), parts::ButtonKind::primary)});
            break;
        case State::improving:
            html = parts::button_row({parts::button_link(
                language("Choose what to do"), address_of(round.id, "/plan"), parts::ButtonKind::primary)});
            break;
        case State::closed:
            html = parts::button_row(
                {parts::button_link(language("Follow up on the plan"), address_of(round.id, "/plan"),
                                    parts::ButtonKind::primary)});
            break;
    }
    return parts::section(language("What comes next"), html);
}

std::string time_ahead(const Standing& standing, const web::Language& language) {
    std::vector<RoundItem> items;
    for (const auto& item : standing.items)
        items.push_back(item.item);
    const auto pace = minutes_taken(standing.round, items);
    const auto left = standing.undecided();
    return language.plural("{count} item left, about {time}.", "{count} items left, about {time}.", left,
                           {{"time", minutes_text(minutes_ahead(left, pace), language)}});
}

Html links_part(const RoundVisit& visit, const Round& round) {
    const auto& language = visit.language();
    std::vector<parts::Crumb> links;
    if (round.state == State::improving || round.state == State::closed)
        links = {{language("Profile"), address_of(round.id, "/profile")},
                 {language("Plan"), address_of(round.id, "/plan")},
                 {language("Report"), address_of(round.id, "/report")},
                 {language("One page for politicians"), address_of(round.id, "/summary")},
                 {language("Evidence for feedback from outside"), address_of(round.id, "/evidence")},
                 {language("Report as a document (ODT)"), address_of(round.id, "/report.odt")},
                 {"XLSX", address_of(round.id, "/report.xlsx")}};
    if (visit.leads(round))
        links.push_back({language("The whole round as JSON"), address_of(round.id, "/round.json")});
    return links.empty() ? Html() : parts::link_line(links);
}

Html facts_part(const RoundVisit& visit, const RoundOverview& overview, bool may_change) {
    const auto& language = visit.language();
    const auto& fields = overview.round.fields;
    const auto words = organisation::words;
    std::vector<parts::Fact> facts = {
        {language("Facilitator"), words(person_name(overview, fields.facilitator))},
        {language("Decides on the plan"), words(person_name(overview, fields.client))},
        {language("Tried together"), words(day_or_dash(fields.trained_on, language))},
        {language("Score until"), words(day_or_dash(fields.scoring_until, language))},
        {language("Meeting"), words(day_or_dash(fields.meeting_on, language))},
        {language("Plan ready"), words(day_or_dash(fields.plan_by, language))},
        {language("Items"), words(language.integer(static_cast<std::int64_t>(overview.items.size())))}};
    Html html = parts::fact_list(facts);
    if (may_change)
        html << parts::link_line(
            {{language("Change people and dates"), address_of(overview.round.id, "/setup")}});
    return parts::section(language("The round"), html);
}

namespace {

Html progress_tag(const RoundOverview& overview, const Participant& one, const web::Language& language) {
    if (one.left) return parts::tag(parts::TagKind::unchanged, language("Has left"));
    if (one.done) return parts::tag(parts::TagKind::met, language("Is done"));
    const auto found = overview.progress.find(one.id);
    const auto answered = found == overview.progress.end() ? 0 : found->second;
    return parts::tag(parts::TagKind::no_data,
                      language("{count} of {all}", {{"count", language.integer(answered)},
                                                    {"all", language.integer(std::ssize(overview.items))}}));
}

Html participant_buttons(RoundVisit& visit, const RoundOverview& overview, const Participant& one) {
    const auto& language = visit.language();
    const bool open = overview.round.state == State::preparing || overview.round.state == State::scoring;
    if (one.left || !open) return organisation::words("–");
    const auto base = "/participants/" + std::to_string(one.id.value);
    Html html =
        post_button(visit, overview.round, base + "/leave", language("Leaves"), parts::ButtonKind::secondary);
    if (one.has_code)
        html << " "_html
             << post_button(visit, overview.round, base + "/code", language("New code"),
                            parts::ButtonKind::secondary);
    return html;
}

// For somebody without an account; an account has an address of its own.
Html mail_fields(const web::Language& language) {
    const auto own = language.code();
    Html fields = parts::text_field(
        {.label = {.name = "mail",
                   .text = language("Their e-mail address"),
                   .hint =
                       language("The code is sent there with the invitation. The address is kept encrypted "
                                "until scoring is closed."),
                   .optional = true},
         .type = "email",
         .width = parts::FieldWidth::medium,
         .max_length = 254},
        language);
    return fields << parts::select_field({{.name = "mail_language", .text = language("Language of the mail")},
                                          {{"da", "Dansk", {}, own == "da"},
                                           {"nb", "Norsk bokmål", {}, own == "nb"},
                                           {"en", "English", {}, own == "en"}}},
                                         language);
}

Html add_form(RoundVisit& visit, const RoundOverview& overview) {
    const auto& language = visit.language();
    std::vector<parts::Choice> people{{"", language("– somebody without an account –")}};
    for (const auto& person : overview.people)
        people.push_back({std::to_string(person.person.value), person.name});
    Html fields = parts::select_field(
        {{.name = "person", .text = language("Account"), .optional = true}, people}, language);
    fields << parts::text_field(
        {.label = {.name = "label",
                   .text = language("Or what you call them"),
                   .hint = language("They get a code on paper. “Colleague 1” is enough."),
                   .optional = true},
         .width = parts::FieldWidth::medium,
         .max_length = 80},
        language);
    if (visit.services.outbox.can_send()) fields << mail_fields(language);
    fields << parts::radio_field({{.name = "side", .text = language("From")},
                                  {{"staff", side_text(Side::staff, language), {}, true},
                                   {"leadership", side_text(Side::leadership, language)}}},
                                 language)
           << parts::button_row({parts::button(language("Add"), parts::ButtonKind::secondary)});
    return parts::disclosure(language("Add a participant"),
                             parts::form({.action = address_of(overview.round.id, "/participants"),
                                          .csrf = visit.context().csrf_field()},
                                         fields),
                             overview.participants.empty());
}

} // namespace

Html participants_part(RoundVisit& visit, const RoundOverview& overview) {
    const auto& language = visit.language();
    parts::Table table{language("Participants"), false};
    table.columns = {
        {language("Participant")}, {language("From")}, {language("How far")}, {language("Change")}};
    table.empty = language("Nobody yet. Five to twelve from leadership and staff is usual.");
    for (const auto& one : overview.participants)
        table.rows.push_back(
            {organisation::words(one.label), organisation::words(side_text(one.side, language)),
             progress_tag(overview, one, language), participant_buttons(visit, overview, one)});
    Html html = parts::table(table);
    if (overview.round.state == State::preparing || overview.round.state == State::scoring)
        html << add_form(visit, overview);
    return parts::section(language("Participants"), html);
}

Html items_part(RoundVisit& visit, const RoundOverview& overview) {
    const auto& language = visit.language();
    parts::Table table{language("What is assessed"), false};
    table.columns = {{language("Item")}, {language("Status")}};
    for (const auto& item : overview.items) {
        const auto* node = overview.model.node(item.item);
        Html status = item.decided  ? parts::tag(parts::TagKind::met, language("Decided"))
                      : item.closed ? parts::tag(parts::TagKind::information, language("Closed"))
                                    : parts::tag(parts::TagKind::no_data, language("Open"));
        if (item.training && !item.closed && overview.round.state == State::scoring)
            status << " "_html
                   << post_button(visit, overview.round, "/items/" + item.item + "/close",
                                  language("Close it and look together"), parts::ButtonKind::secondary);
        if (item.training && item.closed && !item.decided)
            status << " "_html
                   << organisation::link(address_of(overview.round.id, "/consensus/" + item.item),
                                         language("Look at the points"));
        table.rows.push_back(
            {organisation::words(node == nullptr ? item.item : title_of(*node, language)), status});
    }
    return parts::disclosure(language("What is assessed"), parts::table(table));
}

} // namespace maerkbar::assessment
