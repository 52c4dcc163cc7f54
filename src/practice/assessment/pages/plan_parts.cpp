#include "practice/assessment/pages/plan_parts.hpp"

#include <algorithm>

#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

Html action_status(const RoundVisit& visit, const actions::Action& action) {
    const auto& language = visit.language();
    if (action.overdue(visit.viewer().today)) return parts::tag(parts::TagKind::not_met, language("Overdue"));
    if (action.fields.status == actions::Status::done)
        return parts::tag(parts::TagKind::met, language("Done"));
    if (action.fields.status == actions::Status::open)
        return parts::tag(parts::TagKind::no_data, language("Not begun"));
    if (action.ended()) return parts::tag(parts::TagKind::unchanged, language("Dropped"));
    return parts::tag(parts::TagKind::information, language("Under way"));
}

Html indicator_link(const Plan& plan, const actions::Action& action) {
    for (const auto& indicator : plan.indicators)
        if (indicator.id == action.fields.indicator)
            return organisation::link("/units/" + std::to_string(action.fields.unit.value) + "/indicators/" +
                                          std::to_string(indicator.id.value),
                                      indicator.name);
    return organisation::words("–");
}

} // namespace

Result<Plan> read_plan(RoundVisit& visit, Round round) {
    const auto& viewer = visit.viewer();
    return visit.read([&](storage::Connection& connection) -> Result<Plan> {
        Plan plan;
        const auto unit = visit.unit_now(round);
        plan.model = TRY(model_version(connection, visit.tenant(), round.model, round.model_version));
        const auto votes = TRY(votes_of(connection, visit.tenant(), round.id));
        for (auto& finding : TRY(findings_of(connection, visit.tenant(), round.id))) {
            if (finding.kind == FindingKind::strength) {
                plan.strengths.push_back(std::move(finding));
                continue;
            }
            const auto found = votes.find(finding.id);
            const auto priority = found == votes.end() ? Priority() : place_of(found->second);
            plan.improvements.push_back({std::move(finding), priority});
        }
        std::ranges::stable_sort(plan.improvements, [](const Ranked& a, const Ranked& b) {
            return comes_before(a.priority, b.priority);
        });
        plan.actions = TRY(actions::actions_from(connection, visit.tenant(), origin_kind, round.id.value));
        plan.reviews = TRY(reviews_of(connection, visit.tenant(), round.id));
        plan.indicators =
            TRY(visit.services.actions.indicators(connection, visit.tenant(), visit.language().code()));
        plan.owners =
            TRY(actions::possible_owners(connection, visit.tenant(), *viewer.tree, unit, viewer.today));
        plan.open_in_unit = TRY(actions::open_actions(connection, visit.tenant(), unit));
        const auto me = TRY(participant_by_person(connection, visit.tenant(), round.id, viewer.actor.person));
        plan.may_vote = me.has_value() && round.state == State::improving;
        plan.round = std::move(round);
        return plan;
    });
}

Html strengths_list(const Plan& plan, const web::Language& language) {
    if (plan.strengths.empty())
        return Html() << "<p>"_html << language("No strengths have been written down yet.") << "</p>"_html;
    Html list = "<ul>"_html;
    for (const auto& finding : plan.strengths) {
        const auto* node = plan.model.node(finding.item);
        list << "<li>"_html << finding.content;
        if (node != nullptr)
            list << " <span class=\"hint\">"_html << title_of(*node, language) << "</span>"_html;
        list << "</li>"_html;
    }
    return list << "</ul>"_html;
}

Html improvements_table(const Plan& plan, const web::Language& language) {
    parts::Table table{language("Areas of improvement, first things first"), true};
    table.columns = {{language("Area of improvement")},
                     {language("Priority")},
                     {language("Effect"), true},
                     {language("Ease"), true},
                     {language("Votes"), true}};
    table.empty = language("No areas of improvement have been written down yet.");
    for (const auto& [finding, priority] : plan.improvements) {
        Html place = place_tag(priority.place, language);
        if (priority.disputed())
            place << " "_html << parts::tag(parts::TagKind::undecided, language("Votes far apart"));
        const bool voted = priority.n > 0;
        table.rows.push_back({organisation::words(finding.content), place,
                              organisation::words(voted ? value_text(priority.effect, language) : "–"),
                              organisation::words(voted ? value_text(priority.ease, language) : "–"),
                              organisation::words(language.integer(priority.n))});
    }
    return parts::table(table);
}

Html actions_table(const RoundVisit& visit, const Plan& plan) {
    const auto& language = visit.language();
    parts::Table table{language("Plan"), false};
    table.columns = {{language("What")},
                     {language("Owner")},
                     {language("Due")},
                     {language("Status")},
                     {language("Should move")}};
    table.empty = language("No actions yet.");
    for (const auto& action : plan.actions)
        table.rows.push_back(
            {organisation::link("/actions/" + std::to_string(action.id.value), action.fields.title),
             organisation::words(action.owner_name), organisation::words(language.date(action.fields.due)),
             action_status(visit, action), indicator_link(plan, action)});
    return parts::table(table);
}

} // namespace maerkbar::assessment
