#include "measurement/api_support.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/indicator_changes.hpp"
#include "measurement/library.hpp"
#include "web/form.hpp"

namespace maerkbar::measurement {

namespace {

using web::Method;
using web::Response;

constexpr std::string_view column_types[] = {"whole",    "number", "seconds", "yes_no",
                                             "category", "day",    "second"};

constexpr std::string_view definition_schema =
    R"({"type":"object","required":["name","measure"],"properties":{"name":{},"description":{},"phrase":{},"unit_of_measure":{},"source":{"type":"string"},"filter":{"type":"object"},"measure":{"type":"object","required":["kind"]},"date_basis":{"type":"string"},"direction":{"enum":["higher","lower","neutral"]},"period":{"enum":["day","week","month","quarter","tertial","year"]},"chart":{"type":"string"},"format":{"enum":["percent","number","duration"]},"decimals":{"type":"integer"},"sample":{"type":"boolean"},"state":{"type":"boolean","description":"the rows say how things stand at a moment: a period shows the last state of each unit, added over units, never over time"}}})";

void write_indicator(JsonWriter& json, const Indicator& indicator) {
    json.begin_object().member("id", indicator.id).member("edition", indicator.edition);
    json.member("computing", indicator.computing).member("archived", indicator.archived);
    if (!indicator.library_code.empty()) json.member("library", indicator.library_code);
    json.key("definition").raw(write_definition(indicator.definition)).end_object();
}

Result<Response> list_indicators(ApiVisit& visit) {
    const auto all = TRY(visit.services.database().read(
        [&](storage::Connection& connection) { return indicators(connection, visit.tenant()); }));
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& indicator : all)
        write_indicator(json, indicator);
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> one_indicator(ApiVisit& visit) {
    const auto id = TRY(indicator_in_path(visit));
    const auto found = TRY(visit.services.database().read(
        [&](storage::Connection& connection) { return indicator(connection, visit.tenant(), id); }));
    JsonWriter json;
    write_indicator(json, found);
    return Response::json(std::move(json).text());
}

Result<Response> answer(ApiVisit& visit, const NewEdition& edition, const Definition& definition,
                        int status) {
    JsonWriter json;
    json.begin_object().member("id", edition.indicator).member("edition", edition.number);
    json.member("computing", edition.needs_cells).key("unseen_categories").begin_array();
    for (const auto& text : TRY(unseen_categories(visit.services, visit.tenant(), definition)))
        json.value(text);
    json.end_array().end_object();
    return Response::json(std::move(json).text(), status);
}

Result<Response> create(ApiVisit& visit) {
    TRY(visit.viewer.require_everywhere(may::measurement_define));
    const auto definition = TRY(read_definition(visit.context.request.body));
    return answer(visit, TRY(define_indicator(visit.services, visit.viewer.actor, definition)), definition,
                  201);
}

Result<Response> change(ApiVisit& visit) {
    TRY(visit.viewer.require_everywhere(may::measurement_define));
    const auto id = TRY(indicator_in_path(visit));
    const auto definition = TRY(read_definition(visit.context.request.body));
    return answer(visit, TRY(redefine_indicator(visit.services, visit.viewer.actor, id, definition)),
                  definition, 200);
}

Result<Response> archive(ApiVisit& visit) {
    TRY(visit.viewer.require_everywhere(may::measurement_define));
    const auto id = TRY(indicator_in_path(visit));
    const bool archived = web::Form(visit.sent()).checked("archived");
    TRY(write_as(visit, [&](storage::Transaction& transaction) {
        return archive_indicator(transaction, id, archived);
    }));
    return Response::no_content();
}

Result<Response> list_library(ApiVisit& visit) {
    const auto& code = visit.context.language.code();
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& ready : TRY(library(visit.services.languages))) {
        json.begin_object().member("code", ready.code).member("name", ready.definition.name.in(code));
        json.key("parameters").begin_array();
        for (const auto& parameter : ready.parameters)
            json.begin_object()
                .member("name", parameter.name)
                .member("label", parameter.label.in(code))
                .member("value", parameter.value)
                .end_object();
        json.end_array().key("definition").raw(write_definition(ready.definition)).end_object();
    }
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> take_from_library(ApiVisit& visit) {
    TRY(visit.viewer.require_everywhere(may::measurement_define));
    std::map<std::string, std::string, std::less<>> parameters;
    for (const auto& [name, value] : visit.sent())
        parameters.emplace(name, value);
    const auto code = visit.parameters().text("code");
    const auto definition = TRY(adopt(code, parameters, visit.services.languages));
    const auto edition = TRY(define_indicator(visit.services, visit.viewer.actor, definition, code));
    return answer(visit, edition, definition, 201);
}

Result<void> write_column(JsonWriter& json, storage::Connection& connection, const ApiVisit& visit,
                          const FactSource& source, const Column& column) {
    json.begin_object().member("name", column.name).member("label", visit.context.language(column.label));
    json.member("type", column_types[static_cast<std::size_t>(column.type)]);
    if (column.type == ColumnType::category) {
        json.key("texts").begin_array();
        for (const auto& [id, text] : TRY(source.categories(connection, visit.tenant(), column.name)))
            json.value(text);
        json.end_array();
    }
    json.end_object();
    return {};
}

Result<Response> list_sources(ApiVisit& visit) {
    return visit.services.database().read([&](storage::Connection& connection) -> Result<Response> {
        JsonWriter json;
        json.begin_object().key("items").begin_array();
        for (const auto* source : visit.services.verdicts.sources().all()) {
            json.begin_object().member("name", source->schema().name);
            json.member("label", visit.context.language(source->schema().label)).key("columns").begin_array();
            for (const auto& column : source->schema().columns)
                TRY(write_column(json, connection, visit, *source, column));
            json.end_array().end_object();
        }
        json.end_array().end_object();
        return Response::json(std::move(json).text());
    });
}

} // namespace

void add_indicator_api(std::vector<web::Route>& routes, Services& services) {
    add_api_routes(
        routes, services,
        {{Method::get, "/api/v1/sources", may::measurement_read, list_sources,
          "List the sources of facts with their columns, as conditions and measures name them"},
         {Method::get, "/api/v1/indicators", may::measurement_read, list_indicators, "List the indicators"},
         {Method::get, "/api/v1/indicators/{indicator}", may::measurement_read, one_indicator,
          "One indicator"},
         {Method::post,
          "/api/v1/indicators",
          may::measurement_define,
          create,
          "Define an indicator; it is computed in the background",
          {},
          definition_schema,
          201},
         {Method::put,
          "/api/v1/indicators/{indicator}",
          may::measurement_define,
          change,
          "Change a definition; the old results stay until the new ones are ready",
          {},
          definition_schema},
         {Method::post,
          "/api/v1/indicators/{indicator}/archive",
          may::measurement_define,
          archive,
          "Hide an indicator from overviews, or show it again",
          {},
          R"({"type":"object","properties":{"archived":{"type":"boolean"}}})",
          204},
         {Method::get, "/api/v1/library", may::measurement_read, list_library, "List the ready indicators"},
         {Method::post,
          "/api/v1/library/{code}",
          may::measurement_define,
          take_from_library,
          "Take a ready indicator into use, with its parameters",
          {},
          R"({"type":"object"})",
          201}});
}

} // namespace maerkbar::measurement
