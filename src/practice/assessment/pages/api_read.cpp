#include <algorithm>

#include "organisation/scope_sql.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/pages/api.hpp"
#include "practice/assessment/pages/plan_parts.hpp"
#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/answer_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

namespace maerkbar::assessment {

using web::Response;
namespace may = organisation::permission;

namespace {

void write_names(JsonWriter& json, const Texts& names) {
    json.key("names").begin_object().member("da", names.da).member("nb", names.nb);
    json.member("en", names.en).end_object();
}

void write_round(JsonWriter& json, const Round& round) {
    const auto& fields = round.fields;
    json.begin_object().member("id", round.id).member("unit", round.unit).member("name", fields.name);
    json.member("model", round.model).member("model_version", round.model_version);
    json.member("method", round.method).member("scope", name_of(round.scope));
    json.member("state", name_of(round.state)).member("previous", round.previous);
    json.member("facilitator", fields.facilitator).member("client", fields.client);
    json.member("trained_on", fields.trained_on).member("scoring_until", fields.scoring_until);
    json.member("meeting_on", fields.meeting_on).member("plan_by", fields.plan_by);
    json.member("no_action_reason", round.no_action_reason).member("version", round.version);
}

// Who and how far; never what they said.
void write_participants(JsonWriter& json, const std::vector<Participant>& people,
                        const std::map<ParticipantId, int>& progress) {
    json.key("participants").begin_array();
    for (const auto& one : people) {
        const auto found = progress.find(one.id);
        json.begin_object().member("id", one.id).member("person", one.person).member("label", one.label);
        json.member("side", name_of(one.side)).member("by_code", one.has_code);
        json.member("answered", found == progress.end() ? 0 : found->second);
        json.member("done", one.done.has_value()).member("left", one.left.has_value()).end_object();
    }
    json.end_array();
}

void write_rolled(JsonWriter& json, std::string_view name, const Rolled& rolled) {
    json.key(name).begin_object().member("value", rolled.value).member("answered", rolled.answered);
    json.member("of", rolled.of).member("points", rolled.points).end_object();
}

// Points are sorted and stand without names; an item that is not closed has none.
void write_standing(JsonWriter& json, const ItemStanding& item, const web::Language& language) {
    const auto& spread = item.spread;
    json.begin_object().member("item", item.item.item).member("closed", item.item.closed.has_value());
    json.member("decided", item.item.decided.has_value()).member("value", item.item.value);
    json.member("without_value", item.item.without_value).member("reason", reason_text(item.item, language));
    json.member("minority_note", item.item.minority_note).member("minutes", item.item.minutes);
    json.member("decided_together", item.item.decided_together).member("version", item.item.version);
    json.key("points").begin_array();
    for (const auto point : item.points)
        json.value(point);
    json.end_array().member("n", spread.n);
    if (spread.n > 0) json.member("median", spread.median).member("suggestion", spread.suggestion);
    json.end_object();
}

void write_action(JsonWriter& json, const actions::Action& action) {
    json.begin_object().member("id", action.id).member("title", action.fields.title);
    json.member("owner", action.fields.owner).member("due", action.fields.due);
    json.member("status", actions::name_of(action.fields.status));
    json.member("indicator", action.fields.indicator).end_object();
}

void write_improvement(JsonWriter& json, const Ranked& ranked) {
    const auto& priority = ranked.priority;
    json.begin_object().member("id", ranked.finding.id).member("item", ranked.finding.item);
    json.member("content", ranked.finding.content).member("votes", priority.n);
    if (priority.n > 0) json.member("effect", priority.effect).member("ease", priority.ease);
    json.end_object();
}

Result<std::string> asked_condition(const RoundVisit& visit) {
    const auto& viewer = visit.viewer();
    web::Form asked(visit.context().request.query);
    const auto unit = asked.id<UnitId>("unit");
    if (!asked.ok()) return asked.errors().front();
    const auto led = organisation::scope_condition(viewer.scope(may::assessment_lead), *viewer.tree,
                                                   viewer.today, "r.unit_id");
    const auto seen = organisation::scope_condition(viewer.scope(may::measurement_read), *viewer.tree,
                                                    viewer.today, "r.unit_id");
    auto condition = "(" + led + " or (r.state in ('improving', 'closed') and " + seen + "))";
    if (unit)
        condition += " and " + organisation::scope_condition(organisation::UnitScope({unit}), *viewer.tree,
                                                             viewer.today, "r.unit_id");
    return condition;
}

bool wanted(const web::Request& request, const Round& round) {
    const auto model = request.query.text("model");
    const auto state = request.query.text("state");
    return (model.empty() || model == round.model) && (state.empty() || state == name_of(round.state));
}

// One page of a list that is held in memory.
template <typename T>
std::span<const T> page_of_list(const std::vector<T>& all, const web::Pagination& pagination) {
    const auto from = std::min<std::size_t>(all.size(), static_cast<std::size_t>(pagination.offset()));
    return std::span(all).subspan(from,
                                  std::min(all.size() - from, static_cast<std::size_t>(pagination.size)));
}

} // namespace

Result<Response> models_json(RoundVisit& visit) {
    const auto pagination = TRY(web::Pagination::from(visit.context().request.query));
    const auto all =
        TRY(visit.read([&](storage::Connection& connection) { return models(connection, visit.tenant()); }));
    JsonWriter items;
    items.begin_array();
    for (const auto& model : page_of_list(all, pagination)) {
        items.begin_object().member("id", model.id).member("version", model.version);
        write_names(items, model.names);
        items.member("items", std::ssize(model.items())).end_object();
    }
    items.end_array();
    return organisation::list_json(std::move(items), pagination, std::ssize(all));
}

Result<Response> one_model_json(RoundVisit& visit) {
    const auto id = visit.context().request.parameters.text("model");
    const auto version = visit.context().request.query.text("version");
    const auto model = TRY(visit.read([&](storage::Connection& connection) {
        return version.empty() ? newest_model(connection, visit.tenant(), id)
                               : model_version(connection, visit.tenant(), id, version);
    }));
    return Response::json(write_model(model));
}

Result<Response> rounds_json(RoundVisit& visit) {
    const auto& request = visit.context().request;
    const auto pagination = TRY(web::Pagination::from(request.query));
    const auto condition = TRY(asked_condition(visit));
    auto all = TRY(visit.read(
        [&](storage::Connection& connection) { return list_rounds(connection, visit.tenant(), condition); }));
    std::erase_if(all, [&](const Round& round) { return !wanted(request, round); });
    JsonWriter items;
    items.begin_array();
    for (const auto& round : page_of_list(all, pagination)) {
        write_round(items, round);
        items.end_object();
    }
    items.end_array();
    return organisation::list_json(std::move(items), pagination, std::ssize(all));
}

Result<Response> one_round_json(RoundVisit& visit) {
    const auto round = TRY(visit.seen_round());
    JsonWriter json;
    write_round(json, round);
    if (visit.leads(round))
        TRY(visit.read([&](storage::Connection& connection) -> Result<void> {
            write_participants(json, TRY(participants_of(connection, visit.tenant(), round.id)),
                               TRY(progress_of(connection, visit.tenant(), round.id)));
            return {};
        }));
    json.end_object();
    return Response::json(std::move(json).text());
}

Result<Response> scores_json(RoundVisit& visit) {
    const auto round = TRY(visit.seen_round());
    if (!visit.leads(round)) TRY(require_agreed(round));
    const auto standing = TRY(visit.standing(round));
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& item : standing.items)
        write_standing(json, item, visit.language());
    json.end_array().key("areas").begin_object();
    for (const auto* top : standing.model.children({}))
        write_rolled(json, top->id, standing.profile.nodes.find(top->id)->second);
    json.end_object().key("groups").begin_object();
    for (const auto& [name, rolled] : standing.profile.groups)
        write_rolled(json, name, rolled);
    json.end_object();
    write_rolled(json, "whole", standing.profile.whole);
    json.end_object();
    return Response::json(std::move(json).text());
}

Result<Response> plan_json(RoundVisit& visit) {
    const auto round = TRY(visit.seen_round());
    if (!visit.leads(round)) TRY(require_agreed(round));
    const auto plan = TRY(read_plan(visit, round));
    JsonWriter json;
    json.begin_object().key("strengths").begin_array();
    for (const auto& finding : plan.strengths)
        json.begin_object()
            .member("id", finding.id)
            .member("item", finding.item)
            .member("content", finding.content)
            .end_object();
    json.end_array().key("improvements").begin_array();
    for (const auto& ranked : plan.improvements)
        write_improvement(json, ranked);
    json.end_array().key("actions").begin_array();
    for (const auto& action : plan.actions)
        write_action(json, action);
    json.end_array().member("no_action_reason", round.no_action_reason).key("reviews").begin_array();
    for (const auto& review : plan.reviews)
        json.begin_object()
            .member("held_on", review.held_on)
            .member("note", review.note)
            .member("next_on", review.next_on)
            .end_object();
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

} // namespace maerkbar::assessment
