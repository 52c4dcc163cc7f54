#include <algorithm>

#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/plan_parts.hpp"
#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/words.hpp"

// The report with all reasons and comments, made for print; and one page for politicians.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::size_t most_on_a_page = 5;

struct Whole {
    Plan plan;
    Standing standing;
    std::optional<Standing> before;
    std::vector<Participant> participants;
};

Result<Whole> read_whole(RoundVisit& visit) {
    auto round = TRY(visit.seen_round());
    TRY(require_agreed(round));
    const auto id = round.id;
    Whole whole{TRY(read_plan(visit, round)), TRY(visit.standing(round)), {}, {}};
    TRY(visit.read([&](storage::Connection& connection) -> Result<void> {
        whole.participants = TRY(participants_of(connection, visit.tenant(), id));
        if (round.previous) whole.before = TRY(read_standing(connection, visit.tenant(), round.previous));
        return {};
    }));
    return whole;
}

// How the group worked: what feedback from outside asks for first.
Html process_part(const RoundVisit& visit, const Whole& whole) {
    const auto& language = visit.language();
    const auto& fields = whole.plan.round.fields;
    const auto count = [&](Side side) {
        return language.integer(std::ranges::count_if(
            whole.participants, [&](const Participant& one) { return one.side == side; }));
    };
    const auto day = [&](const std::optional<Date>& date) {
        return organisation::words(date ? language.date(*date) : "–");
    };
    std::vector<parts::Fact> facts = {
        {language("Unit"), organisation::words(organisation::unit_name(visit.page, whole.plan.round.unit))},
        {language("Model"), organisation::words(whole.standing.model.names.in(language.code()) + " " +
                                                whole.standing.model.version)},
        {language("From leadership"), organisation::words(count(Side::leadership))},
        {language("From staff"), organisation::words(count(Side::staff))},
        {language("Tried together"), day(fields.trained_on)},
        {language("Meeting"), day(fields.meeting_on)},
        {language("Plan ready"), day(fields.plan_by)}};
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
    return Html()
           << "<p class=\"hint\">"_html
           << language(
                  "The numbers are the group's own view of itself. They are made for choosing what to do and "
                  "for comparing with its own earlier rounds, not for comparing with others.")
           << "</p>"_html;
}

} // namespace

Result<Response> show_report(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto whole = TRY(read_whole(visit));
    auto info = round_info(
        visit, whole.plan.round, language("Report"),
        whole.plan.round.fields.name + " · " + organisation::unit_name(visit.page, whole.plan.round.unit));
    Html body = R"(<div class="stack">)"_html;
    body << process_part(visit, whole)
         << parts::section(language("What we chose to do"), actions_table(visit, whole.plan))
         << parts::section(language("What we found"),
                           improvements_table(whole.plan, language) << parts::section(
                               language("Strengths"), strengths_list(whole.plan, language), 3))
         << parts::section(language("Where we stand"),
                           areas_table(whole.standing, language)
                               << "<p>"_html << rule_text(whole.standing, language) << "</p>"_html)
         << parts::section(language("Item by item"),
                           items_panels(whole.standing, whole.before ? &*whole.before : nullptr, language));
    return organisation::page_of(info, body << caveat(language) << "</div>"_html);
}

Result<Response> show_summary(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto whole = TRY(read_whole(visit));
    auto info = round_info(
        visit, whole.plan.round, language("One page for politicians"),
        whole.plan.round.fields.name + " · " + organisation::unit_name(visit.page, whole.plan.round.unit));
    Html body = R"(<div class="stack">)"_html;
    body << parts::section(language("What will be done"), actions_table(visit, whole.plan))
         << parts::section(language("What the group found most important"),
                           top_findings(whole.plan, language))
         << parts::section(language("Where the unit says it stands"), areas_table(whole.standing, language));
    return organisation::page_of(info, body << caveat(language) << "</div>"_html);
}

} // namespace maerkbar::assessment
