#include "sources/surveys/invitations/pages.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::surveys::invitations {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

Html number(const web::Language& language, std::int64_t count) {
    Html html;
    return html << language.integer(count);
}

std::int64_t count_of(const Progressed& progressed, std::string_view state) {
    const auto found = progressed.states.find(state);
    return found == progressed.states.end() ? 0 : found->second;
}

Html refused_list(const web::Language& language, const Progressed& progressed) {
    if (progressed.refused.empty()) return {};
    Html items = "<ul>"_html;
    for (const auto& [line, reason] : progressed.refused)
        items << "<li>"_html
              << language("Address number {number} of the list ({reason})",
                          {{"number", language.integer(line)}, {"reason", reason}})
              << "</li>"_html;
    return parts::disclosure(language("Addresses that were refused"), items << "</ul>"_html);
}

} // namespace

Html state_of(asking::Visit& visit, const Sending& sending, const Progressed& progressed) {
    const auto& language = visit.language;
    Html html;
    if (!sending.problem.empty() && !sending.ended)
        html << parts::notice(
            parts::NoticeKind::warning,
            language(
                "The gateway does not take messages ({reason}). The next attempt is at {time}; nothing "
                "is lost.",
                {{"reason", language(sending.problem)},
                 {"time", language.moment(std::chrono::floor<std::chrono::seconds>(sending.paused_until))}}));
    html << parts::fact_list({
        {language("Waiting to be invited"), number(language, count_of(progressed, "waiting"))},
        {language("Invited"), number(language, count_of(progressed, "invited"))},
        {language("Reminders sent"), number(language, progressed.reminders)},
        {language("Refused by the gateway"),
         number(language, count_of(progressed, "refused") + count_of(progressed, "failed"))},
        {language("Addresses still kept"), number(language, progressed.addresses_kept)},
    });
    html << refused_list(language, progressed);
    if (sending.ended || progressed.addresses_kept == 0) return html;
    return html << parts::button_form(
               {.action = visit.path("/invitations/" + std::to_string(sending.id.value) + "/end"),
                .csrf = visit.base.context.csrf_field(),
                .confirm = language("Nothing more is sent, and every address is deleted.")},
               language("End, and delete the addresses"));
}

} // namespace maerkbar::surveys::invitations
