#include "sources/surveys/asking/waves.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/pair_codes.hpp"
#include "web/form.hpp"
#include "web/parts/pieces.hpp"

// Codes given out to pair the answers of two waves.
namespace maerkbar::surveys::asking {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

Result<Html> pair_codes_section(editor::Visit& visit, SurveyId survey) {
    const auto& language = visit.language;
    const auto count = TRY(visit.services.database().read([&](storage::Connection& connection) {
        return count_pair_codes(connection, visit.viewer.tenant(), survey);
    }));
    Html content = "<p>"_html;
    content
        << language(
               "Give every person one code for all waves, and choose “By a code that people are given” where "
               "the survey is asked. Only codes from this list are taken.")
        << "</p><p>"_html
        << language.plural("{count} code has been made.", "{count} codes have been made.", count)
        << "</p>"_html;
    Html fields = parts::text_field({.label = {"count", language("Number of codes")},
                                     .value = "10",
                                     .width = parts::FieldWidth::narrow,
                                     .input_mode = "numeric"},
                                    language);
    fields << parts::button(language("Make codes"), parts::ButtonKind::secondary);
    content << parts::form(
        {.action = editor::path_of(survey, "/waves/codes"), .csrf = visit.context.csrf_field()}, fields);
    return parts::section(language("Codes that pair answers"), content);
}

// They are shown once, to be printed or copied.
Result<web::Response> make_pair_codes(editor::Visit& visit) {
    TRY(visit.viewer.require_everywhere(may_manage));
    const auto survey = TRY(editor::survey_in_path(visit));
    web::Form form(visit.sent());
    const auto count = form.integer("count", 0, most_pair_codes_at_once).value_or(0);
    const auto codes =
        TRY(visit.services.database().write(visit.viewer.actor, [&](storage::Transaction& transaction) {
            return issue_pair_codes(transaction, survey.id, count);
        }));
    std::string lines;
    for (const auto& code : codes)
        lines += grouped(code) + "\n";
    const auto& language = visit.language;
    Html body = parts::text_area({{"codes", language("Codes that pair answers")}, lines, 20}, language);
    body << parts::button_row({parts::button_link(language("Waves"), editor::path_of(survey.id, "/waves"))});
    auto info =
        editor::info_below(visit, survey, language("Codes that pair answers"),
                           language("Copy them now: they are not shown again. Note nowhere who got which."));
    return web::Response::html(parts::page(info, body));
}

} // namespace maerkbar::surveys::asking
