#include "measurement/api_support.hpp"
#include "measurement/facts_behind.hpp"
#include "measurement/sentence.hpp"
#include "measurement/verdict_json.hpp"

namespace maerkbar::measurement {

namespace {

using web::Method;
using web::Response;

Error unreadable(const char* field, std::string_view value) {
    return {ErrorKind::invalid,
            "measurement.unreadable",
            "{value} is not one of the words or periods known here.",
            {{"value", std::string(value)}},
            field};
}

// period=week, until=2026-W18, view=now of the query.
Result<VerdictQuestion> question_in(const ApiVisit& visit, IndicatorId indicator, UnitId unit) {
    VerdictQuestion question{indicator, unit};
    if (const auto period = visit.query().get("period"); period && !period->empty()) {
        question.kind = period_kind(*period);
        if (!question.kind) return unreadable("period", *period);
    }
    if (const auto until = visit.query().get("until"); until && !until->empty()) {
        question.until = Period::parse(*until);
        if (!question.until) return unreadable("until", *until);
    }
    if (visit.query().text("view") == "now") question.view = View::as_now;
    return question;
}

std::string json_of(const ApiVisit& visit, const VerdictSnapshot& snapshot, const Verdict& verdict) {
    const auto* indicator = snapshot.indicator(verdict.indicator);
    const auto said = say(visit.context.language, indicator->definition, verdict, visit.viewer.today);
    return write_verdict(verdict, said.text());
}

Result<Response> one_verdict(ApiVisit& visit) {
    const auto unit = TRY(unit_in_path(visit, may::measurement_read));
    const auto question = TRY(question_in(visit, TRY(indicator_in_path(visit)), unit));
    return visit.services.database().read([&](storage::Connection& connection) -> Result<Response> {
        const auto snapshot =
            TRY(visit.services.verdicts.now(connection, visit.tenant(), visit.viewer.today));
        const auto verdict = TRY(snapshot->verdict(connection, question));
        return Response::json(json_of(visit, *snapshot, *verdict));
    });
}

Result<Response> verdicts_of_unit(ApiVisit& visit) {
    const auto unit = TRY(unit_in_path(visit, may::measurement_read));
    return visit.services.database().read([&](storage::Connection& connection) -> Result<Response> {
        const auto snapshot =
            TRY(visit.services.verdicts.now(connection, visit.tenant(), visit.viewer.today));
        JsonWriter json;
        json.begin_object().key("items").begin_array();
        for (const auto& indicator : snapshot->ground().indicators) {
            if (indicator.archived) continue;
            const auto question = TRY(question_in(visit, indicator.id, unit));
            json.raw(json_of(visit, *snapshot, *TRY(snapshot->verdict(connection, question))));
        }
        json.end_array().end_object();
        return Response::json(std::move(json).text());
    });
}

void write_rows(JsonWriter& json, const FactsBehind& behind) {
    json.begin_object().key("columns").begin_array();
    for (const auto& column : behind.columns)
        json.value(column);
    json.end_array().key("rows").begin_array();
    for (const auto& row : behind.rows) {
        json.begin_object().member("unit", row.unit).member("day", row.day).key("values").begin_array();
        for (const auto& value : row.values)
            json.value(value);
        json.end_array().end_object();
    }
    json.end_array().member("more", behind.more).end_object();
}

Result<FactsBehind> rows_of(ApiVisit& visit, storage::Connection& connection, IndicatorId id,
                            const FactsQuestion& question) {
    const auto asked = TRY(indicator(connection, visit.tenant(), id));
    return facts_behind(connection, visit.tenant(), visit.services.verdicts.sources(), *visit.viewer.tree,
                        asked, question);
}

Result<Response> rows_behind(ApiVisit& visit) {
    const auto unit = TRY(unit_in_path(visit, may::rows_read));
    const auto id = TRY(indicator_in_path(visit));
    const auto wanted = visit.query().text("period");
    const auto period = Period::parse(wanted);
    if (!period) return unreadable("period", wanted);
    const FactsQuestion question{unit, *period};
    const auto behind = TRY(visit.services.database().read(
        [&](storage::Connection& connection) { return rows_of(visit, connection, id, question); }));
    TRY(note_looking_at_facts(visit.services.database(), visit.viewer.actor, id, question));
    JsonWriter json;
    write_rows(json, behind);
    return Response::json(std::move(json).text());
}

std::vector<web::ApiParameter> verdict_query() {
    return {{"period", "Length of the periods; the indicator's own if absent",
             R"({"enum":["day","week","month","quarter","tertial","year"]})"},
            {"until", "As it was judged when this period had just ended: 2026-10, 2026-W18 …"},
            {"view", "then: units as organised on the day of each fact; now: as organised today",
             R"({"enum":["then","now"]})"}};
}

} // namespace

void add_verdict_api(std::vector<web::Route>& routes, Services& services) {
    add_api_routes(
        routes, services,
        {{Method::get, "/api/v1/units/{unit}/verdicts", may::measurement_read, verdicts_of_unit,
          "The verdicts of all indicators for a unit", verdict_query()},
         {Method::get, "/api/v1/units/{unit}/indicators/{indicator}", may::measurement_read, one_verdict,
          "One verdict: values, chart, signals, target and the sentence", verdict_query()},
         {Method::get,
          "/api/v1/units/{unit}/indicators/{indicator}/rows",
          may::rows_read,
          rows_behind,
          "The rows a value stands on",
          {{"period", "The period of the value: 2026-10", R"({"type":"string"})", true}}}});
}

} // namespace maerkbar::measurement
