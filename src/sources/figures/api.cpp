#include "sources/figures/api.hpp"

#include <fmt/format.h>

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "sources/figures/publish.hpp"
#include "sources/figures/sheet_store.hpp"
#include "web/make_route.hpp"

namespace maerkbar::sources {

namespace {

using web::Context;
using web::Response;

constexpr std::string_view object_schema = R"({"type":"object"})";
constexpr std::string_view sheet_schema =
    R"({"type":"object","required":["unit","series","periods"],"properties":{"unit":{"type":"integer"},"series":{"type":"string"},"periods":{"type":"array","items":{"type":"object","required":["period","from"],"properties":{"period":{"type":"string"},"from":{"type":"string","format":"date"},"numerator":{"type":"number"},"denominator":{"type":"number"},"value":{"type":"number"}}}}}})";
constexpr std::string_view values_schema =
    R"({"type":"object","required":["values"],"properties":{"values":{"type":"object","description":"By period, as in 2026-01. Periods that are not named stay as they are; an empty text takes a figure away.","additionalProperties":{"type":"object","properties":{"numerator":{"type":["number","string"]},"denominator":{"type":["number","string"]},"value":{"type":["number","string"]}}}}}})";

void write_choice(JsonWriter& json, const SheetChoice& choice) {
    json.member("unit", choice.unit).member("series", choice.series);
    json.member("shape", choice.shape == SheetShape::share ? "share" : "value");
    json.member("kind", name_of(choice.first.kind));
    json.member("from", choice.first.first).member("to", choice.last.last());
}

void write_import(JsonWriter& json, const ImportRecord& record) {
    json.begin_object().member("id", record.id).member("file_name", record.file_name);
    json.member("state", name_of(record.state)).member("periods", record.rows_good).end_object();
}

Result<SheetChoice> asked_for(const organisation::Viewer& viewer, Context& context) {
    web::Form query(context.request.query);
    auto choice = TRY(choice_in(viewer, query));
    if (!query.ok()) return query.errors().front();
    return choice;
}

Result<Numbers> published_on(FiguresServices& services, const organisation::Viewer& viewer,
                             const SheetChoice& choice) {
    return services.organisation.database.read(
        [&](storage::Connection& connection) { return read_published(connection, viewer.tenant(), choice); });
}

Result<Response> list(FiguresServices& services, Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    std::vector<std::string> series;
    std::vector<SheetChoice> drafts;
    TRY(services.organisation.database.read([&](storage::Connection& connection) -> Result<void> {
        series = TRY(known_series(connection, viewer.tenant()));
        drafts = TRY(drafts_of(connection, draft_owner(context.who())));
        return {};
    }));
    JsonWriter json;
    json.begin_object().key("series").begin_array();
    for (const auto& name : series)
        json.value(name);
    json.end_array().key("drafts").begin_array();
    for (const auto& choice : drafts) {
        write_choice(json.begin_object(), choice);
        json.end_object();
    }
    json.end_array().key("published").begin_array();
    for (const auto& record : TRY(published_sheets(services, viewer)))
        write_import(json, record);
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> sheet(FiguresServices& services, Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const auto choice = TRY(asked_for(viewer, context));
    const auto numbers = TRY(published_on(services, viewer, choice));
    JsonWriter json;
    write_choice(json.begin_object(), choice);
    json.key("periods").begin_array();
    for (const auto period : periods_of(choice)) {
        json.begin_object().member("period", period.code()).member("from", period.first);
        for (const auto& column : columns_of(choice.shape))
            if (const auto found = numbers.find(field_of(column.name, period)); found != numbers.end())
                json.member(column.name, found->second);
        json.end_object();
    }
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

// The cells of the whole sheet as they shall be: what is published, and over it what was sent as
// values.PERIOD.COLUMN. Error: figures.not_on_sheet.
Result<web::Fields> cells_as_sent(const SheetChoice& choice, const Numbers& published,
                                  const web::Fields& sent) {
    web::Fields cells;
    std::size_t known = 0;
    for (const auto period : periods_of(choice))
        for (const auto& column : columns_of(choice.shape)) {
            const auto field = field_of(column.name, period);
            const auto text = sent.get("values." + period.code() + "." + std::string(column.name));
            const auto found = published.find(field);
            known += text ? 1 : 0;
            if (text)
                cells.add(field, std::string(*text));
            else if (found != published.end())
                cells.add(field, fmt::format("{:.4f}", found->second));
        }
    if (known == sent.size()) return cells;
    return Error{ErrorKind::invalid,
                 "figures.not_on_sheet",
                 translatable("Send “values” only, with periods and columns that are on this sheet."),
                 {},
                 "values"};
}

Error no_draft() {
    return {ErrorKind::not_found, "figures.no_draft",
            translatable("Nothing is kept for this unit, series and these periods.")};
}

Result<Typed> draft_on(FiguresServices& services, const DraftOwner& owner, const SheetChoice& choice) {
    const auto all = TRY(services.organisation.database.read(
        [&](storage::Connection& connection) { return read_draft(connection, owner, choice); }));
    Typed typed;
    for (const auto period : periods_of(choice))
        for (const auto& column : columns_of(choice.shape))
            if (const auto found = all.find(field_of(column.name, period)); found != all.end())
                typed.insert(*found);
    return typed;
}

Result<Response> publish_cells(FiguresServices& services, const Typist& typist, const SheetChoice& choice,
                               const web::Fields& cells) {
    web::Form form(cells);
    const auto numbers = read_numbers(form, choice, tables::DecimalMark::point);
    if (!form.ok()) return form.errors().front();
    const auto import = publish_sheet(services, typist, choice, numbers);
    if (!import.ok() && import.error().code == "figures.unchanged")
        return Response::json(R"({"import":null})"); // sending the same again does no harm
    if (!import.ok()) return import.error();
    JsonWriter json;
    write_import(json.begin_object().key("import"),
                 TRY(services.imports.importer.find(typist.owner.tenant, *import)));
    json.end_object();
    return Response::json(std::move(json).text(), 202);
}

Result<Response> put_sheet(FiguresServices& services, Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const auto choice = TRY(asked_for(viewer, context));
    const auto cells =
        TRY(cells_as_sent(choice, TRY(published_on(services, viewer, choice)), context.request.form));
    return publish_cells(services, {viewer, draft_owner(context.who())}, choice, cells);
}

// What is published, and over it what is kept in the draft.
Result<Response> publish_draft(FiguresServices& services, Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const auto choice = TRY(asked_for(viewer, context));
    const auto owner = draft_owner(context.who());
    const auto typed = TRY(draft_on(services, owner, choice));
    if (typed.empty()) return no_draft();
    web::Fields cells;
    for (const auto& [field, text] : typed)
        cells.add(field, text);
    for (const auto& [field, number] : TRY(published_on(services, viewer, choice)))
        if (!typed.contains(field)) cells.add(field, fmt::format("{:.4f}", number));
    return publish_cells(services, {viewer, owner}, choice, cells);
}

void write_draft(JsonWriter& json, const SheetChoice& choice, const Typed& typed) {
    write_choice(json.begin_object(), choice);
    json.key("values").begin_object();
    for (const auto period : periods_of(choice)) {
        json.key(period.code()).begin_object();
        for (const auto& column : columns_of(choice.shape))
            if (const auto found = typed.find(field_of(column.name, period)); found != typed.end())
                json.member(column.name, found->second);
        json.end_object();
    }
    json.end_object().end_object();
}

Result<Response> draft(FiguresServices& services, Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const auto choice = TRY(asked_for(viewer, context));
    const auto typed = TRY(draft_on(services, draft_owner(context.who()), choice));
    if (typed.empty()) return no_draft();
    JsonWriter json;
    write_draft(json, choice, typed);
    return Response::json(std::move(json).text());
}

// Kept as it was sent, also what is no number: it is checked when it is published.
Result<Response> put_draft(FiguresServices& services, Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const auto choice = TRY(asked_for(viewer, context));
    const auto cells = TRY(cells_as_sent(choice, {}, context.request.form));
    Typed typed;
    for (const auto& [field, text] : cells)
        typed[field] = text;
    TRY(services.organisation.database.write(viewer.actor, [&](storage::Transaction& tx) {
        return keep_draft(tx, draft_owner(context.who()), choice, typed);
    }));
    JsonWriter json;
    write_draft(json, choice, typed);
    return Response::json(std::move(json).text());
}

Result<Response> delete_draft(FiguresServices& services, Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const auto choice = TRY(asked_for(viewer, context));
    TRY(services.organisation.database.write(viewer.actor, [&](storage::Transaction& tx) {
        return drop_draft(tx, draft_owner(context.who()), choice);
    }));
    return Response::json("{}");
}

Result<Response> undo(FiguresServices& services, Context& context) {
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const auto id = TRY(context.request.parameters.id<ImportId>("import"));
    TRY(undo_sheet(services, viewer, id));
    JsonWriter json;
    write_import(json, TRY(services.imports.importer.find(viewer.tenant(), id)));
    return Response::json(std::move(json).text(), 202);
}

using Handler = Result<Response> (*)(FiguresServices&, Context&);

web::Route row(FiguresServices& services, web::Method method, std::string_view pattern, Handler handler) {
    auto route = web::guarded_route(method, pattern, organisation::permission::figures_enter,
                                    web::with(services, handler));
    route.doc.response_schema = object_schema;
    return route;
}

// How every sheet is named.
std::vector<web::ApiParameter> choice_parameters() {
    return {
        {"unit", "Id of the unit", R"({"type":"integer"})", true},
        {"series", "Name of the series; a new name begins a new one", R"({"type":"string"})", true},
        {"shape", "Numerator and denominator, or one number", R"({"enum":["share","value"]})", true},
        {"kind", "Length of a period", R"({"enum":["month","week","quarter","tertial","year","day"]})", true},
        {"from", "A day in the first period", R"({"type":"string","format":"date"})", true},
        {"to", "A day in the last period", R"({"type":"string","format":"date"})", true}};
}

} // namespace

std::vector<web::Route> figures_api_routes(FiguresServices& services) {
    auto all = row(services, web::Method::get, "/api/v1/figures", list);
    all.doc.summary = "Series, own drafts, and the newest typed figures";
    auto one = row(services, web::Method::get, "/api/v1/figures/sheet", sheet);
    one.doc.summary = "The typed figures of one unit and series that count now";
    one.doc.query = choice_parameters();
    one.doc.response_schema = sheet_schema;
    auto put = row(services, web::Method::put, "/api/v1/figures/sheet", put_sheet);
    put.doc.summary = "Type figures and publish them; answers at once, they count in a moment";
    put.doc.query = choice_parameters();
    put.doc.request_schema = values_schema;
    put.doc.success = 202;
    auto kept = row(services, web::Method::get, "/api/v1/figures/draft", draft);
    kept.doc.summary = "Figures kept for later: nobody else sees them, and they count nowhere";
    kept.doc.query = choice_parameters();
    auto keep = row(services, web::Method::put, "/api/v1/figures/draft", put_draft);
    keep.doc.summary = "Keep figures for later, in place of what was kept of this sheet";
    keep.doc.query = choice_parameters();
    keep.doc.request_schema = values_schema;
    auto forget = row(services, web::Method::delete_, "/api/v1/figures/draft", delete_draft);
    forget.doc.summary = "Throw kept figures away";
    forget.doc.query = choice_parameters();
    auto publish = row(services, web::Method::post, "/api/v1/figures/draft/publish", publish_draft);
    publish.doc.summary = "Publish what is kept, over what is published already";
    publish.doc.query = choice_parameters();
    publish.doc.success = 202;
    auto back = row(services, web::Method::post, "/api/v1/figures/published/{import}/undo", undo);
    back.doc.summary = "Take typed figures back; what counted before counts again";
    back.doc.success = 202;
    return {std::move(all),  std::move(one),    std::move(put),     std::move(kept),
            std::move(keep), std::move(forget), std::move(publish), std::move(back)};
}

} // namespace maerkbar::sources
