#include <algorithm>

#include "practice/assessment/pages/api.hpp"
#include "practice/assessment/pages/plan_parts.hpp"
#include "practice/assessment/rounds/answer_store.hpp"
#include "practice/assessment/rounds/consensus_store.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"
#include "practice/assessment/rounds/release.hpp"

namespace maerkbar::assessment {

using web::Response;
namespace may = organisation::permission;

namespace {

constexpr int created = 201;

Response made(std::int64_t id, int status = created) {
    JsonWriter json;
    json.begin_object().member("id", id).end_object();
    return Response::json(std::move(json).text(), status);
}

// A day is changed where it is sent; sent empty it is taken away.
void take_day(web::Form& form, const web::Fields& sent, std::string_view name, std::optional<Date>& into) {
    if (sent.has(name)) into = form.date(name);
}

RoundFields read_fields(web::Form& form, const web::Fields& sent, RoundFields fields) {
    if (sent.has("name")) fields.name = form.required_text("name", 120);
    if (sent.has("facilitator")) fields.facilitator = form.id<PersonId>("facilitator");
    if (sent.has("client")) fields.client = form.id<PersonId>("client");
    take_day(form, sent, "trained_on", fields.trained_on);
    take_day(form, sent, "scoring_until", fields.scoring_until);
    take_day(form, sent, "meeting_on", fields.meeting_on);
    take_day(form, sent, "plan_by", fields.plan_by);
    return fields;
}

// {"score": 3}, or {"score-plan": 40, "score-do": 30 …} where the scale has aspects.
Result<AspectScores> read_scores(web::Form& form, const Scale& scale) {
    AspectScores scores;
    std::vector<std::string> aspects;
    for (const auto& aspect : scale.aspects)
        aspects.push_back(aspect.id);
    if (aspects.empty()) aspects.emplace_back();
    for (const auto& aspect : aspects) {
        const auto value = form.number(aspect.empty() ? "score" : "score-" + aspect);
        if (!value) continue;
        if (!scale.allows(*value))
            return Error{ErrorKind::invalid,
                         "assessment.off_scale",
                         "Give a whole number from {min} to {max}.",
                         {{"min", std::to_string(static_cast<int>(scale.min))},
                          {"max", std::to_string(static_cast<int>(scale.max))}},
                         aspect.empty() ? "score" : "score-" + aspect};
        scores[aspect] = *value;
    }
    if (!scores.empty() && scores.size() != aspects.size())
        return Error{ErrorKind::invalid,
                     "assessment.half_answer",
                     "Score every part, or none: half an answer cannot be counted.",
                     {},
                     "score"};
    return scores;
}

Result<void> take_step(storage::Transaction& tx, const Round& round, std::string_view step,
                       const web::Form& form) {
    if (step == "start") return start_scoring(tx, round.id);
    if (step == "close_scoring") return close_scoring(tx, round.id, form.checked("although_not_done"));
    if (step == "finish_meeting") return finish_meeting(tx, round.id);
    const auto planned =
        TRY(actions::actions_from(tx.connection(), tx.actor().tenant, origin_kind, round.id.value));
    return close_round(tx, round.id, planned.size(), form.typed("no_action_reason"));
}

} // namespace

Result<Response> post_model(RoundVisit& visit) {
    TRY(visit.viewer().require_everywhere(may::assessment_lead));
    const auto model = TRY(visit.write(
        [&](storage::Transaction& tx) { return import_model(tx, visit.context().request.body); }));
    JsonWriter json;
    json.begin_object().member("id", model.id).member("version", model.version).end_object();
    return Response::json(std::move(json).text(), created);
}

Result<Response> post_round(RoundVisit& visit) {
    const auto& sent = visit.context().request.form;
    web::Form form(sent);
    NewRound wanted;
    wanted.unit = form.required_id<UnitId>("unit");
    wanted.fields =
        read_fields(form, sent, {form.required_text("name", 120), {}, visit.viewer().actor.person});
    const auto model = form.required_text("model");
    if (sent.has("scope")) {
        const auto scope = scope_named(form.typed("scope"));
        if (!scope) form.fail("scope", "assessment.scope", "Write all, compact or chosen.");
        wanted.scope = scope.value_or(Scope::all);
    }
    wanted.areas = form.all("areas");
    wanted.method = form.typed("method");
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer().require(may::assessment_lead, wanted.unit));
    return made(TRY(visit.write([&](storage::Transaction& tx) -> Result<RoundId> {
                    wanted.model = TRY(newest_model(tx.connection(), visit.tenant(), model));
                    return add_round(tx, wanted);
                })).value);
}

Result<Response> patch_round(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto& sent = visit.context().request.form;
    web::Form form(sent);
    const auto fields = read_fields(form, sent, round.fields);
    const auto version = form.integer("version").value_or(round.version);
    if (!form.ok()) return form.errors().front();
    TRY(visit.write([&](storage::Transaction& tx) { return change_round(tx, round.id, fields, version); }));
    return made(round.id.value, 200);
}

Result<Response> post_participant(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    const NewParticipant wanted{form.id<PersonId>("person"), form.text("label", 80),
                                side_named(form.typed("side")).value_or(Side::staff)};
    if (!form.ok()) return form.errors().front();
    const auto added =
        TRY(visit.write([&](storage::Transaction& tx) { return add_participant(tx, round.id, wanted); }));
    JsonWriter json;
    json.begin_object().member("id", added.id);
    if (!added.code.empty()) json.member("code", added.code);
    json.end_object();
    auto response = Response::json(std::move(json).text(), created);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Result<Response> post_step(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    constexpr std::string_view steps[] = {"start", "close_scoring", "finish_meeting", "close"};
    web::Form form(visit.context().request.form);
    const auto step = form.choice("step", steps);
    if (!form.ok()) return form.errors().front();
    TRY(visit.write([&](storage::Transaction& tx) { return take_step(tx, round, step, form); }));
    return made(round.id.value, 200);
}

Result<Response> put_answer(RoundVisit& visit) {
    const auto round = TRY(visit.context().request.parameters.id<RoundId>("round"));
    const auto me = TRY(own_participation(visit, round));
    const auto wanted = visit.context().request.parameters.text("item");
    const auto standing = TRY(visit.read(
        [&](storage::Connection& connection) { return read_standing(connection, visit.tenant(), round); }));
    const auto* item = standing.find(wanted);
    if (item == nullptr)
        return Error{ErrorKind::not_found, "assessment.unknown_item", "That item is not part of this round."};
    web::Form form(visit.context().request.form);
    constexpr std::size_t longest = 4000;
    Answer answer{form.checked("blank"),           {},
                  form.text("strengths", longest), form.text("improvements", longest),
                  form.text("evidence", longest),  form.text("link", 500)};
    if (item->scale != nullptr && !answer.blank) answer.scores = TRY(read_scores(form, *item->scale));
    if (!form.ok()) return form.errors().front();
    TRY(visit.write([&](storage::Transaction& tx) { return save_answer(tx, me, wanted, answer); }));
    return Response::no_content();
}

Result<Response> put_decision(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    const auto wanted = visit.context().request.parameters.text("item");
    const auto standing = TRY(visit.standing(round));
    const auto* item = standing.find(wanted);
    if (item == nullptr)
        return Error{ErrorKind::not_found, "assessment.unknown_item", "That item is not part of this round."};
    web::Form form(visit.context().request.form);
    const Consensus consensus{form.number("value"), form.text("reason", 2000),
                              form.text("minority_note", 2000), form.text("minutes", 8000)};
    const auto version = form.integer("version").value_or(item->item.version);
    const bool on_scale =
        !consensus.value || (item->scale != nullptr && *consensus.value >= item->scale->min &&
                             *consensus.value <= item->scale->max);
    if (!on_scale) form.fail("value", "assessment.value_range", "That value lies outside the scale.");
    if (!form.ok()) return form.errors().front();
    TRY(visit.write(
        [&](storage::Transaction& tx) { return decide_item(tx, round.id, wanted, consensus, version); }));
    return Response::no_content();
}

Result<Response> post_finding(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    const auto kind = form.typed("kind") == "strength" ? FindingKind::strength : FindingKind::improvement;
    const auto item = form.required_text("item");
    const auto content = form.required_text("content", 500);
    if (!form.ok()) return form.errors().front();
    return made(TRY(visit.write([&](storage::Transaction& tx) {
                    return add_finding(tx, round.id, item, kind, content);
                })).value);
}

Result<Response> post_action(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    actions::ActionFields fields;
    fields.unit = visit.unit_now(round);
    fields.title = form.required_text("title");
    fields.owner = form.required_id<PersonId>("owner");
    fields.due = form.required_date("due");
    fields.indicator = form.id<IndicatorId>("indicator");
    if (!form.ok()) return form.errors().front();
    const actions::Origin origin{std::string(origin_kind), round.id.value, round.fields.name,
                                 address_of(round.id, "/plan")};
    return made(TRY(visit.write([&](storage::Transaction& tx) {
                    return actions::add_action(tx, fields, origin);
                })).value);
}

Result<Response> post_review(RoundVisit& visit) {
    const auto round = TRY(visit.led_round());
    web::Form form(visit.context().request.form);
    const Review review{form.required_date("held_on"), form.required_text("note", 4000),
                        form.date("next_on")};
    if (!form.ok()) return form.errors().front();
    TRY(visit.write([&](storage::Transaction& tx) { return add_review(tx, round.id, review); }));
    return made(round.id.value);
}

} // namespace maerkbar::assessment
