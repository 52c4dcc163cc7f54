#include "actions/visit.hpp"
#include "organisation/scope_sql.hpp"

namespace maerkbar::actions {

using web::Response;
namespace may = organisation::permission;

namespace {

void write(JsonWriter& json, const Action& action) {
    const auto& fields = action.fields;
    json.begin_object().member("id", action.id).member("unit", fields.unit).member("title", fields.title);
    json.member("detail", fields.detail)
        .member("owner", fields.owner)
        .member("owner_name", action.owner_name);
    json.member("due", fields.due).member("status", name_of(fields.status)).member("outcome", fields.outcome);
    json.member("indicator", fields.indicator).member("ended_on", action.ended_on);
    json.key("origin").begin_object().member("kind", action.origin.kind).member("id", action.origin.id);
    json.member("text", action.origin.text).end_object().member("version", action.version).end_object();
}

Response made(std::int64_t id, int status) {
    JsonWriter json;
    json.begin_object().member("id", id).end_object();
    return Response::json(std::move(json).text(), status);
}

} // namespace

Result<Response> actions_json(ActionVisit& visit) {
    const auto& viewer = visit.viewer();
    web::Form asked(visit.context().request.query);
    ActionQuery query;
    query.owner = asked.id<PersonId>("owner");
    query.ended = visit.context().request.query.has("ended");
    auto scope = viewer.scope(may::measurement_read);
    if (const auto unit = asked.id<UnitId>("unit")) {
        TRY(viewer.require(may::measurement_read, unit));
        scope = organisation::UnitScope({unit});
    }
    if (!asked.ok()) return asked.errors().front();
    query.condition = organisation::scope_condition(scope, *viewer.tree, viewer.today, "a.unit_id");
    const auto found = TRY(visit.read(
        [&](storage::Connection& connection) { return list_actions(connection, viewer.tenant(), query); }));
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& action : found)
        write(json, action);
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> action_json(ActionVisit& visit) {
    JsonWriter json;
    write(json, TRY(visit.action_in_path()));
    return Response::json(std::move(json).text());
}

Result<Response> post_json(ActionVisit& visit) {
    web::Form form(visit.context().request.form);
    const auto fields = read_fields(form, {}, false);
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer().require(may::actions_write, fields.unit));
    const auto id = TRY(visit.services.organisation.database.write(
        visit.viewer().actor, [&](storage::Transaction& tx) { return add_action(tx, fields); }));
    return made(id.value, 201);
}

Result<Response> patch_json(ActionVisit& visit) {
    const auto action = TRY(visit.action_in_path());
    if (!visit.may_change(action)) TRY(visit.viewer().require(may::actions_write, action.fields.unit));
    web::Form form(visit.context().request.form);
    const auto fields = read_fields(form, action.fields, true);
    const auto version = form.integer("version").value_or(action.version);
    if (!form.ok()) return form.errors().front();
    if (fields.unit != action.fields.unit) TRY(visit.viewer().require(may::actions_write, fields.unit));
    TRY(visit.services.organisation.database.write(visit.viewer().actor, [&](storage::Transaction& tx) {
        return change_action(tx, action.id, fields, version);
    }));
    return made(action.id.value, 200);
}

} // namespace maerkbar::actions
