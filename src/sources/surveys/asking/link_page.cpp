#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/asking/sections.hpp"
#include "sources/surveys/kiosk/kiosk.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// One place where a survey is asked: what is promised, and the ways to reach people.
namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

Html words(std::string_view text) {
    Html html;
    return html << text;
}

Result<Html> facts(const Visit& visit) {
    const auto& language = visit.language;
    const auto& link = visit.link;
    const auto contact_point = TRY(visit.contact_point_name());
    const auto address = visit.address();
    std::vector<parts::Fact> facts{{language("Address"), editor::link(address, address)},
                                   {language("Unit"), words(visit.unit_name())}};
    if (!contact_point.empty()) facts.push_back({language("Contact point"), words(contact_point)});
    facts.push_back(
        {language("What respondents are promised"), words(editor::mode_name(link.mode, language) + ": " +
                                                          answering::mode_sentence(link.mode, language))});
    if (link.opens) facts.push_back({language("First day"), words(language.date(*link.opens))});
    if (link.closes) facts.push_back({language("Last day"), words(language.date(*link.closes))});
    if (link.ended) facts.push_back({language("State"), words(language("Ended"))});
    return parts::fact_list(facts);
}

Html poster_form(const Visit& visit) {
    const auto& language = visit.language;
    const auto survey_language = visit.survey_language();
    std::vector<parts::Choice> languages;
    for (const auto& code : visit.definition.languages)
        languages.push_back({code, language_name(code), {}, code == survey_language});
    Html fields = parts::text_field({.label = {"heading", language("Heading")},
                                     .value = visit.definition.say(visit.definition.title, survey_language),
                                     .max_length = 120},
                                    language);
    fields << parts::text_area({{"words", language("Words below it")},
                                visit.definition.say(visit.definition.intro, survey_language),
                                3,
                                400},
                               language)
           << parts::select_field({{"l", language("Language")}, languages}, language)
           << parts::button_row({parts::button(language("Show the poster"))});
    Html html = R"(<p>)"_html;
    html << language("A sheet of A4 with a QR code and the address, to hang up at the contact point.")
         << R"(</p><form method="get" class="stack")"_html << web::Attribute{"action", visit.path("/poster")}
         << ">"_html << fields << "</form>"_html;
    return html;
}

Html invitations_part(const Visit& visit) {
    const auto& language = visit.language;
    Html html = "<p>"_html;
    return html << language(
                       "To people whose addresses you have, with reminders to those who have not answered.")
                << "</p>"_html
                << parts::button_row({parts::button_link(language("Invitations by e-mail and SMS"),
                                                         visit.path("/invitations"))});
}

Html paper_part(const Visit& visit) {
    const auto& language = visit.language;
    Html html = "<p>"_html;
    return html << language("For those who would rather write, or are asked by somebody.") << "</p>"_html
                << parts::button_row(
                       {parts::button_link(language("Print the survey"), visit.path("/paper")),
                        parts::button_link(language("Type answers"), visit.path("/enter")),
                        parts::button_link(language("Interview"), visit.path("/enter?way=interview"))});
}

Result<Html> kiosk_part(const Visit& visit) {
    const auto& language = visit.language;
    const auto checked = kiosk::check_kiosk(visit.link, visit.definition);
    Html html = "<p>"_html;
    if (!checked.ok()) return html << language.error(checked.error()) << "</p>"_html;
    html << language.plural("A screen that asks whoever comes by: {count} question with large buttons.",
                            "A screen that asks whoever comes by: {count} questions with large buttons.",
                            static_cast<std::int64_t>(kiosk::kiosk_questions(visit.definition).size()))
         << "</p>"_html
         << parts::button_row(
                {parts::button_link(language("Open the kiosk on this device"), "/k/" + visit.link.code)});
    return html << TRY(kiosk_numbers(visit));
}

} // namespace

Result<web::Response> link_page(Visit& visit) {
    const auto& language = visit.language;
    auto info = editor::info_below(visit.base, visit.survey, "/s/" + visit.link.code, visit.unit_name());
    Html body = TRY(facts(visit));
    body << TRY(response_section(visit)) << planning_section(visit);
    if (!visit.link.ended)
        body << parts::section(language("Poster with QR code"), poster_form(visit))
             << parts::section(language("Invitations"), invitations_part(visit))
             << parts::section(language("Kiosk"), TRY(kiosk_part(visit)))
             << parts::section(language("On paper, and in interviews"), paper_part(visit));
    return web::Response::html(parts::page(info, body));
}

} // namespace maerkbar::surveys::asking
