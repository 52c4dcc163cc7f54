#include "measurement/api_support.hpp"
#include "measurement/target_store.hpp"
#include "web/form.hpp"

namespace maerkbar::measurement {

namespace {

using web::Method;
using web::Response;

constexpr std::string_view target_schema =
    R"({"type":"object","required":["unit","from"],"properties":{"unit":{"type":"integer"},"from":{"type":"string","format":"date"},"to":{"type":["string","null"],"format":"date"},"low":{"type":["number","null"]},"high":{"type":["number","null"]}}})";

void write_target(JsonWriter& json, const StoredTarget& target) {
    json.begin_object()
        .member("id", target.id)
        .member("unit", target.span.unit)
        .member("from", target.span.from);
    json.member("to", target.span.to ? std::optional(*target.span.to - 1) : std::nullopt);
    json.member("low", target.span.target.low).member("high", target.span.target.high).end_object();
}

Result<Response> list_targets(ApiVisit& visit) {
    const auto id = TRY(indicator_in_path(visit));
    const auto all = TRY(visit.services.database().read(
        [&](storage::Connection& connection) { return targets(connection, visit.tenant(), id); }));
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& target : all)
        if (visit.viewer.may(may::measurement_read, target.span.unit)) write_target(json, target);
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> set(ApiVisit& visit) {
    const auto id = TRY(indicator_in_path(visit));
    web::Form form(visit.sent());
    TargetSpan span;
    span.unit = form.required_id<UnitId>("unit");
    span.from = form.required_date("from");
    if (const auto last = form.date("to")) span.to = *last + 1; // people count the last day in
    span.target = {form.number("low"), form.number("high")};
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may::targets_set, span.unit));
    const auto target = TRY(write_as(visit, [&](storage::Transaction& transaction) -> Result<TargetId> {
        TRY(indicator(transaction.connection(), visit.tenant(), id));
        return set_target(transaction, id, span);
    }));
    return made(target.value);
}

Result<Response> remove(ApiVisit& visit) {
    const auto id = TRY(visit.parameters().id<TargetId>("target"));
    TRY(write_as(visit, [&](storage::Transaction& transaction) -> Result<void> {
        TRY(require_on(visit, TRY(unit_of(transaction.connection(), visit.tenant(), id)), may::targets_set));
        return remove_target(transaction, id);
    }));
    return Response::no_content();
}

} // namespace

void add_target_api(std::vector<web::Route>& routes, Services& services) {
    add_api_routes(routes, services,
                   {{Method::get, "/api/v1/indicators/{indicator}/targets", may::measurement_read,
                     list_targets, "The targets of an indicator; the day in `to` is included"},
                    {Method::post,
                     "/api/v1/indicators/{indicator}/targets",
                     may::targets_set,
                     set,
                     "Set a target for a unit and all beneath it that has none of its own",
                     {},
                     target_schema,
                     201},
                    {Method::delete_,
                     "/api/v1/targets/{target}",
                     may::targets_set,
                     remove,
                     "Remove a target",
                     {},
                     {},
                     204}});
}

} // namespace maerkbar::measurement
