#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/report_outline.hpp"

// The report with all reasons and comments, made for print; and one page for politicians.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::size_t most_on_a_page = 5;

// How the group worked: what feedback from outside asks for first.
Html process_part(const Whole& whole, const web::Language& language) {
    std::vector<parts::Fact> facts;
    for (const auto& [name, value] : process_facts(whole, language))
        facts.push_back({name, organisation::words(value)});
    return parts::section(language("How we did it"), parts::fact_list(facts));
}

Html top_findings(const Plan& plan, const web::Language& language) {
    Html list = "<ol>"_html;
    std::size_t shown = 0;
    for (const auto& [finding, priority] : plan.improvements)
        if (++shown <= most_on_a_page) list << "<li>"_html << finding.content << "</li>"_html;
    if (shown == 0)
        return Html() << "<p>"_html << language("No areas of improvement have been written down yet.")
                      << "</p>"_html;
    return list << "</ol>"_html;
}

Html caveat(const web::Language& language) {
    return Html() << "<p class=\"hint\">"_html << caveat_text(language) << "</p>"_html;
}

} // namespace

Result<Response> show_report(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto whole = TRY(read_whole(visit));
    auto info = round_info(visit, whole.plan.round, language("Report"),
                           whole.plan.round.fields.name + " · " + whole.unit);
    Html body = R"(<div class="stack">)"_html;
    body << process_part(whole, language)
         << parts::section(language("What we chose to do"), actions_table(visit, whole.plan))
         << parts::section(language("What we found"),
                           improvements_table(whole.plan, language) << parts::section(
                               language("Strengths"), strengths_list(whole.plan, language), 3))
         << parts::section(language("Where we stand"),
                           areas_table(whole.standing, language)
                               << "<p>"_html << rule_text(whole.standing, language) << "</p>"_html)
         << parts::section(language("Item by item"),
                           items_panels({whole.standing, language, whole.before ? &*whole.before : nullptr,
                                         &whole.texts}));
    return organisation::page_of(info, body << caveat(language) << "</div>"_html);
}

Result<Response> show_summary(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto whole = TRY(read_whole(visit));
    auto info = round_info(visit, whole.plan.round, language("One page for politicians"),
                           whole.plan.round.fields.name + " · " + whole.unit);
    Html body = R"(<div class="stack one-page">)"_html;
    body << parts::section(language("What will be done"), actions_table(visit, whole.plan))
         << parts::section(language("What the group found most important"),
                           top_findings(whole.plan, language))
         << parts::section(language("Where the unit says it stands"), areas_table(whole.standing, language));
    return organisation::page_of(info, body << caveat(language) << "</div>"_html);
}

} // namespace maerkbar::assessment
