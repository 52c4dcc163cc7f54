#include "organisation/form_page.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/plan_parts.hpp"
#include "practice/assessment/pages/words.hpp"

// From findings to a plan that is followed.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

std::vector<parts::Choice> item_choices(const Plan& plan, const web::Language& language) {
    std::vector<parts::Choice> items;
    for (const auto* item : plan.model.items())
        items.push_back({item->id, title_of(*item, language)});
    return items;
}

Html finding_form(RoundVisit& visit, const Plan& plan) {
    const auto& language = visit.language();
    Html fields = parts::radio_field({{.name = "kind", .text = language("What is it?")},
                                      {{"improvement", language("An area of improvement"), {}, true},
                                       {"strength", language("A strength")}}},
                                     language);
    fields << parts::text_field(
                  {.label = {.name = "content", .text = language("In a sentence")}, .max_length = 500},
                  language)
           << parts::select_field(
                  {{.name = "item", .text = language("Belongs to")}, item_choices(plan, language)}, language)
           << parts::button_row({parts::button(language("Add"), parts::ButtonKind::secondary)});
    return parts::disclosure(
        language("Add a finding"),
        parts::form({.action = address_of(plan.round.id, "/findings"), .csrf = visit.context().csrf_field()},
                    fields),
        plan.improvements.empty());
}

Html findings_part(RoundVisit& visit, const Plan& plan, bool leads) {
    const auto& language = visit.language();
    Html html = improvements_table(plan, language);
    html << parts::section(language("Strengths"), strengths_list(plan, language), 3);
    if (plan.round.state != State::improving) return html;
    if (plan.may_vote)
        html << parts::link_line(
            {{language("Vote on effect and ease"), address_of(plan.round.id, "/votes")}});
    if (!leads) return html;
    html << finding_form(visit, plan);
    std::vector<parts::Choice> removable;
    for (const auto& [finding, priority] : plan.improvements)
        removable.push_back({std::to_string(finding.id.value), finding.content});
    for (const auto& finding : plan.strengths)
        removable.push_back({std::to_string(finding.id.value), finding.content});
    if (removable.empty()) return html;
    Html fields =
        parts::select_field({{.name = "finding", .text = language("Finding")}, removable}, language);
    fields << parts::button_row({parts::button(language("Remove"), parts::ButtonKind::danger)});
    return html << parts::disclosure(language("Remove a finding"),
                                     parts::form({.action = address_of(plan.round.id, "/findings/remove"),
                                                  .csrf = visit.context().csrf_field()},
                                                 fields));
}

Html owner_field(const Plan& plan, const web::Language& language) {
    std::vector<parts::Choice> owners;
    for (const auto& owner : plan.owners)
        owners.push_back({std::to_string(owner.person.value), owner.name});
    return parts::select_field({{.name = "owner", .text = language("Owner")}, owners}, language);
}

Html indicator_field(const Plan& plan, const web::Language& language) {
    std::vector<parts::Choice> indicators{{"", language("– none –")}};
    for (const auto& indicator : plan.indicators)
        indicators.push_back({std::to_string(indicator.id.value), indicator.name});
    return parts::select_field({{.name = "indicator",
                                 .text = language("The indicator it should move"),
                                 .hint = language("So that you can see afterwards whether it helped."),
                                 .optional = true},
                                indicators},
                               language);
}

Html action_form(RoundVisit& visit, const Plan& plan) {
    const auto& language = visit.language();
    std::vector<parts::Choice> findings;
    for (const auto& [finding, priority] : plan.improvements)
        findings.push_back({std::to_string(finding.id.value), finding.content});
    Html fields;
    if (!findings.empty())
        fields << parts::select_field({{.name = "finding", .text = language("It mends")}, findings},
                                      language);
    fields << parts::text_field(
                  {.label = {.name = "title", .text = language("What is to be done")}, .max_length = 200},
                  language)
           << owner_field(plan, language)
           << parts::text_field(organisation::date_field({.name = "due", .text = language("Due")}, ""),
                                language)
           << indicator_field(plan, language)
           << parts::button_row({parts::button(language("Add to the plan"))});
    return parts::disclosure(
        language("Add an action"),
        parts::form({.action = address_of(plan.round.id, "/actions"), .csrf = visit.context().csrf_field()},
                    fields),
        plan.actions.empty());
}

Html too_many(const Plan& plan, const web::Language& language) {
    if (plan.open_in_unit <= most_open_actions) return {};
    return parts::notice(
        parts::NoticeKind::warning,
        language.plural("The unit has {count} open action. More than five at once are rarely finished.",
                        "The unit has {count} open actions. More than five at once are rarely finished.",
                        plan.open_in_unit));
}

Html close_form(RoundVisit& visit, const Plan& plan) {
    const auto& language = visit.language();
    Html fields;
    if (plan.actions.empty())
        fields << parts::text_area({{.name = "reason",
                                     .text = language("Why you decided not to act"),
                                     .hint = language("A round ends with a plan or with this decision.")},
                                    {},
                                    3},
                                   language);
    fields << parts::button_row(
        {parts::button(plan.actions.empty() ? language("Close without a plan")
                                            : language("Close the round with this plan"))});
    return parts::section(
        language("Close the round"),
        parts::form({.action = address_of(plan.round.id, "/close"), .csrf = visit.context().csrf_field()},
                    fields));
}

Html reviews_part(RoundVisit& visit, const Plan& plan, bool leads) {
    const auto& language = visit.language();
    parts::Table table{language("Follow-ups"), false};
    table.columns = {{language("Held on")}, {language("What you saw")}, {language("Next time")}};
    table.empty = language("No follow-up yet. Agree on a day.");
    for (const auto& review : plan.reviews)
        table.rows.push_back({organisation::words(language.date(review.held_on)),
                              organisation::words(review.note),
                              organisation::words(review.next_on ? language.date(*review.next_on) : "–")});
    Html html = parts::table(table);
    if (!leads) return parts::section(language("Follow-ups"), html);
    Html fields = parts::text_field(organisation::date_field({.name = "held_on", .text = language("Held on")},
                                                             visit.viewer().today.iso()),
                                    language);
    fields << parts::text_area({{.name = "note", .text = language("What you saw")}, {}, 3}, language)
           << parts::text_field(organisation::date_field(
                                    {.name = "next_on", .text = language("Next time"), .optional = true}, ""),
                                language)
           << parts::button_row({parts::button(language("Save the follow-up"))});
    html << parts::disclosure(
        language("Write a follow-up"),
        parts::form({.action = address_of(plan.round.id, "/reviews"), .csrf = visit.context().csrf_field()},
                    fields));
    return parts::section(language("Follow-ups"), html);
}

} // namespace

Result<Response> show_plan(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto plan = TRY(read_plan(visit, TRY(visit.seen_round())));
    const bool leads = visit.leads(plan.round);
    auto info = round_info(visit, plan.round, language("Plan"),
                           language("What to do first, who does it, and which indicator it should move."));
    Html body = R"(<div class="stack">)"_html;
    body << too_many(plan, language)
         << parts::section(language("What we found"), findings_part(visit, plan, leads));
    Html actions = actions_table(visit, plan);
    if (!plan.round.no_action_reason.empty())
        actions << "<p>"_html
                << language("Decided not to act: {reason}", {{"reason", plan.round.no_action_reason}})
                << "</p>"_html;
    if (leads && plan.round.state != State::preparing && plan.round.state != State::scoring)
        actions << action_form(visit, plan);
    body << parts::section(language("Plan"), actions);
    if (leads && plan.round.state == State::improving) body << close_form(visit, plan);
    if (plan.round.state == State::closed) body << reviews_part(visit, plan, leads);
    return organisation::page_of(info, body << "</div>"_html);
}

Result<Response> send_finding(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    const auto kind = form.typed("kind") == "strength" ? FindingKind::strength : FindingKind::improvement;
    const auto content = form.text("content", 500);
    const auto added = visit.write([&](storage::Transaction& tx) {
        return add_finding(tx, round.id, form.typed("item"), kind, content);
    });
    const auto address = address_of(round.id, "/plan");
    if (!added.ok()) return back_with(visit, address, added.error());
    return Response::redirect(address + "?done=saved");
}

Result<Response> send_remove_finding(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    const auto finding = form.required_id<FindingId>("finding");
    const auto address = address_of(round.id, "/plan");
    if (!form.ok()) return back_with(visit, address, form.errors().front());
    const auto removed =
        visit.write([&](storage::Transaction& tx) { return remove_finding(tx, round.id, finding); });
    if (!removed.ok()) return back_with(visit, address, removed.error());
    return Response::redirect(address + "?done=saved");
}

Result<Response> send_action(RoundVisit& visit) {
    const auto plan = TRY(read_plan(visit, TRY(visit.led_round())));
    web::Form form(visit.context().request.form);
    actions::ActionFields fields;
    fields.unit = visit.unit_now(plan.round);
    fields.title = form.required_text("title");
    fields.owner = form.required_id<PersonId>("owner");
    fields.due = form.required_date("due");
    fields.indicator = form.id<IndicatorId>("indicator");
    actions::Origin origin{std::string(origin_kind), plan.round.id.value, plan.round.fields.name,
                           address_of(plan.round.id, "/plan")};
    for (const auto& [finding, priority] : plan.improvements)
        if (std::to_string(finding.id.value) == form.typed("finding")) origin.text = finding.content;
    const auto address = address_of(plan.round.id, "/plan");
    if (!form.ok()) return Response::redirect(address + "?problem=form");
    const auto added =
        visit.write([&](storage::Transaction& tx) { return actions::add_action(tx, fields, origin); });
    if (!added.ok()) return back_with(visit, address, added.error());
    return Response::redirect(address + "?done=saved");
}

Result<Response> send_close_round(RoundVisit& visit) {
    const auto plan = TRY(read_plan(visit, TRY(visit.led_round())));
    web::Form form(visit.context().request.form);
    const auto reason = form.text("reason", 2000);
    const auto closed = visit.write([&](storage::Transaction& tx) {
        return close_round(tx, plan.round.id, plan.actions.size(), reason);
    });
    const auto address = address_of(plan.round.id, "/plan");
    if (!closed.ok()) return back_with(visit, address, closed.error());
    return Response::redirect(address + "?done=ended");
}

Result<Response> send_review(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    const Review review{form.required_date("held_on"), form.text("note", 4000), form.date("next_on")};
    const auto address = address_of(round.id, "/plan");
    if (!form.ok()) return Response::redirect(address + "?problem=form");
    const auto saved =
        visit.write([&](storage::Transaction& tx) { return add_review(tx, round.id, review); });
    if (!saved.ok()) return back_with(visit, address, saved.error());
    return Response::redirect(address + "?done=saved");
}

} // namespace maerkbar::assessment
