#include "base/translatable.hpp"
#include "measurement/api_support.hpp"
#include "measurement/decision_store.hpp"
#include "web/form.hpp"

namespace maerkbar::measurement {

namespace {

using web::Method;
using web::Response;

constexpr std::string_view decision_schema =
    R"({"type":"object","required":["kind","period","reason"],"properties":{"kind":{"enum":["phase","excluded","frozen"]},"period":{"type":"string"},"reason":{"type":"string"}}})";
constexpr std::string_view note_schema =
    R"({"type":"object","required":["day","text"],"properties":{"day":{"type":"string","format":"date"},"intervention":{"type":"boolean"},"text":{"type":"string"}}})";

Result<ChartKey> chart_in_path(const ApiVisit& visit, std::string_view permission) {
    const auto unit = TRY(unit_in_path(visit, permission));
    return ChartKey{TRY(indicator_in_path(visit)), unit};
}

Result<Response> list_decisions(ApiVisit& visit) {
    const auto chart = TRY(chart_in_path(visit, may::measurement_read));
    const auto all = TRY(visit.services.database().read(
        [&](storage::Connection& connection) { return decisions(connection, visit.tenant(), chart); }));
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& decision : all)
        json.begin_object()
            .member("id", decision.id)
            .member("kind", name_of(decision.kind))
            .member("period", decision.period.code())
            .member("reason", decision.reason)
            .member("person", decision.made_by)
            .end_object();
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> make_decision(ApiVisit& visit) {
    const auto chart = TRY(chart_in_path(visit, may::targets_set));
    web::Form form(visit.sent());
    const auto kind = decision_named(form.required_text("kind"));
    const auto period = Period::parse(form.required_text("period"));
    if (!kind)
        form.fail("kind", "decision.kind",
                  translatable("A phase, an exclusion or a frozen baseline belongs here."));
    if (!period)
        form.fail("period", "decision.period", translatable("A period belongs here, such as 2026-10."));
    const auto reason = form.required_text("reason", 2'000);
    if (!form.ok()) return form.errors().front();
    const auto id = TRY(write_as(visit, [&](storage::Transaction& transaction) -> Result<DecisionId> {
        TRY(indicator(transaction.connection(), visit.tenant(), chart.indicator));
        return decide(transaction, {{}, chart, *kind, *period, reason});
    }));
    return made(id.value);
}

Result<Response> take_back_decision(ApiVisit& visit) {
    const auto id = TRY(visit.parameters().id<DecisionId>("decision"));
    TRY(write_as(visit, [&](storage::Transaction& transaction) -> Result<void> {
        TRY(require_on(visit, TRY(unit_of(transaction.connection(), visit.tenant(), id)), may::targets_set));
        return take_back(transaction, id);
    }));
    return Response::no_content();
}

Result<Response> list_notes(ApiVisit& visit) {
    const auto chart = TRY(chart_in_path(visit, may::measurement_read));
    const auto all = TRY(visit.services.database().read(
        [&](storage::Connection& connection) { return notes(connection, visit.tenant(), chart); }));
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& note : all)
        json.begin_object()
            .member("id", note.id)
            .member("day", note.day)
            .member("intervention", note.intervention)
            .member("text", note.text)
            .end_object();
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> write_note(ApiVisit& visit) {
    const auto chart = TRY(chart_in_path(visit, may::notes_write));
    web::Form form(visit.sent());
    const auto day = form.required_date("day");
    const auto text = form.required_text("text", 2'000);
    if (!form.ok()) return form.errors().front();
    const auto id = TRY(write_as(visit, [&](storage::Transaction& transaction) -> Result<NoteId> {
        TRY(indicator(transaction.connection(), visit.tenant(), chart.indicator));
        return add_note(transaction, {{}, chart, day, form.checked("intervention"), text});
    }));
    return made(id.value);
}

Result<Response> delete_note(ApiVisit& visit) {
    const auto id = TRY(visit.parameters().id<NoteId>("note"));
    TRY(write_as(visit, [&](storage::Transaction& transaction) -> Result<void> {
        TRY(require_on(visit, TRY(unit_of(transaction.connection(), visit.tenant(), id)), may::notes_write));
        return remove_note(transaction, id);
    }));
    return Response::no_content();
}

} // namespace

void add_decision_api(std::vector<web::Route>& routes, Services& services) {
    constexpr std::string_view decided = "/api/v1/units/{unit}/indicators/{indicator}/decisions";
    constexpr std::string_view noted = "/api/v1/units/{unit}/indicators/{indicator}/notes";
    add_api_routes(
        routes, services,
        {{Method::get, decided, may::measurement_read, list_decisions,
          "Phases, exclusions and the frozen baseline of a chart"},
         {Method::post,
          decided,
          may::targets_set,
          make_decision,
          "Accept a phase, leave a period out, or freeze a baseline",
          {},
          decision_schema,
          201},
         {Method::delete_,
          "/api/v1/chart-decisions/{decision}",
          may::targets_set,
          take_back_decision,
          "Take a decision about a chart back",
          {},
          {},
          204},
         {Method::get, noted, may::measurement_read, list_notes, "Notes and interventions on a chart"},
         {Method::post,
          noted,
          may::notes_write,
          write_note,
          "Add a note or an intervention",
          {},
          note_schema,
          201},
         {Method::delete_,
          "/api/v1/chart-notes/{note}",
          may::notes_write,
          delete_note,
          "Remove a note",
          {},
          {},
          204}});
}

} // namespace maerkbar::measurement
