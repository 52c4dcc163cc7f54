#include <algorithm>

#include "base/translatable.hpp"
#include "measurement/editor/definition_form.hpp"
#include "measurement/editor/definition_words.hpp"
#include "measurement/editor/editor_fields.hpp"
#include "measurement/editor/preview.hpp"
#include "measurement/indicator_changes.hpp"
#include "measurement/sentence.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// /indicators/new and /indicators/{indicator}/edit: defining an indicator without programming.
namespace maerkbar::measurement::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

constexpr std::string_view ratio_source = "ratio"; // in the address; a ratio has no source
const SourceSchema no_source{};

// One showing of the editor.
struct Sheet {
    std::string title;
    const SourceSchema& schema;
    web::Fields fields;
    Definition before = {}; // what is stored now
    parts::FormErrors errors = {};
    Html above = {}; // preview, notices
    std::size_t extra_rows = 0;
    int status = 200;
};

Result<void> fill_lists(Visit& visit, EditorView& view) {
    const auto tenant = visit.viewer.tenant();
    return visit.services.database().read([&](storage::Connection& connection) -> Result<void> {
        if (is_ratio(view.schema)) {
            view.indicators = TRY(indicators(connection, tenant));
            return {};
        }
        const auto* source = visit.services.verdicts.sources().find(view.schema.name);
        for (const auto& column : view.schema.columns)
            if (column.type == ColumnType::category)
                for (const auto& [id, text] : TRY(source->categories(connection, tenant, column.name)))
                    view.categories[column.name].push_back(text);
        return {};
    });
}

Result<Response> show(Visit& visit, const Sheet& sheet) {
    const auto& language = visit.language;
    EditorView view{sheet.schema, sheet.fields, sheet.errors};
    view.extra_rows = sheet.extra_rows;
    view.filter_words = condition_words(language, sheet.before.filter, sheet.schema);
    view.condition_words = condition_words(language, sheet.before.measure.condition, sheet.schema);
    TRY(fill_lists(visit, view));
    Html fields = editor_fields(language, view);
    fields << parts::button_row(
        {parts::button(language("Save"), parts::ButtonKind::primary, "action", "save"),
         parts::button(language("Preview"), parts::ButtonKind::secondary, "action", "preview"),
         parts::button_link(language("Cancel"), "/indicators")});
    Html body = sheet.above;
    body << parts::error_summary(sheet.errors, language)
         << parts::form({.action = visit.context.request.path, .csrf = visit.context.csrf_field()}, fields);
    auto info = info_of(visit, sheet.title,
                        is_ratio(sheet.schema)
                            ? ""
                            : language("Counted from: {source}", {{"source", language(sheet.schema.label)}}));
    return Response::html(parts::page(info, body), sheet.status);
}

// The schema that the address or the form names.
Result<const SourceSchema*> wanted_schema(const Visit& visit, std::string_view source) {
    if (source == ratio_source) return &no_source;
    if (const auto* schema = schema_of(visit, source)) return schema;
    return Error{ErrorKind::not_found,
                 "definition.unknown_source",
                 translatable("There is no source called {source}."),
                 {{"source", std::string(source)}},
                 "source"};
}

Response source_choice(Visit& visit) {
    const auto& language = visit.language;
    std::vector<parts::Crumb> links;
    for (const auto* source : visit.services.verdicts.sources().all())
        links.push_back(
            {language(source->schema().label), "/indicators/new?source=" + source->schema().name});
    links.push_back({language("Two other indicators (a ratio)"), "/indicators/new?source=ratio"});
    const auto info =
        info_of(visit, language("Define an indicator"), language("Choose first what it is counted from."));
    return Response::html(
        parts::page(info, parts::section(language("Data source"), parts::link_line(links))));
}

Html preview_html(const Visit& visit, const Definition& definition, const Preview& preview) {
    const auto& language = visit.language;
    Html more;
    for (const auto& text : preview.unseen_categories)
        more << "<p>"_html
             << language("No row has the text “{text}”. Is it spelt as in the data?", {{"text", text}})
             << "</p>"_html;
    if (preview.verdict.points.empty())
        return parts::notice(
            parts::NoticeKind::information,
            language("There are no rows of this source yet, so there is nothing to preview."), more);
    const auto said = say(language, definition, preview.verdict, visit.viewer.today);
    more << "<p>"_html
         << language.plural("{count} row counted, in the whole municipality.",
                            "{count} rows counted, in the whole municipality.",
                            preview.verdict.points.front().count)
         << "</p>"_html;
    // Of one period only its value can be said.
    const auto& sentence = said.sentences.front();
    return parts::notice(parts::NoticeKind::information,
                         language("Preview: {sentence}", {{"sentence", sentence}}), more);
}

// Counts by what was typed; a complaint goes to its field.
Result<void> add_preview(Visit& visit, const Definition& definition, Sheet& sheet) {
    if (is_ratio(sheet.schema)) {
        sheet.above =
            parts::notice(parts::NoticeKind::information,
                          visit.language("A ratio is shown as soon as it is saved; it needs no computing."));
        return {};
    }
    const auto counted = preview(visit.services, visit.viewer.tenant(), definition, visit.viewer.today);
    if (counted.ok()) {
        sheet.above = preview_html(visit, definition, *counted);
        return {};
    }
    if (counted.error().kind != ErrorKind::invalid) return counted.error();
    sheet.errors.add(form_field(counted.error().field), visit.language.error(counted.error()));
    sheet.status = 422;
    return {};
}

using Save = Result<NewEdition> (*)(Visit&, const Definition&);

// What a sent form leads to: a preview, more rows, mistakes to mend, or a saved definition.
Result<Response> receive(Visit& visit, Sheet sheet, Save save) {
    const auto action = visit.sent().text("action");
    sheet.fields = visit.sent();
    if (action == "more") {
        sheet.extra_rows = 3;
        return show(visit, sheet);
    }
    web::Form form(visit.sent());
    const auto definition = read_definition_form(form, sheet.schema, sheet.before);
    sheet.errors = parts::FormErrors(form.errors(), visit.language);
    sheet.status = form.ok() ? 200 : 422;
    if (form.ok() && action == "preview") TRY(add_preview(visit, definition, sheet));
    if (!form.ok() || action == "preview") return show(visit, sheet);
    const auto saved = save(visit, definition);
    if (saved.ok()) return Response::redirect("/indicators");
    const auto& error = saved.error();
    if (error.kind != ErrorKind::invalid && error.kind != ErrorKind::conflict) return error;
    sheet.errors.add(form_field(error.field), visit.language.error(error));
    sheet.status = error.kind == ErrorKind::conflict ? 409 : 422;
    return show(visit, sheet);
}

// What a new definition begins with.
web::Fields first_fields(const SourceSchema& schema) {
    Definition usual;
    usual.measure.kind = is_ratio(schema) ? MeasureKind::ratio : MeasureKind::share;
    usual.direction = Direction::higher_better;
    usual.format = NumberFormat::percent;
    return fields_of(usual, schema, {});
}

Result<Sheet> edit_sheet(Visit& visit, const Indicator& indicator) {
    const auto& definition = indicator.definition;
    const bool ratio = definition.measure.kind == MeasureKind::ratio;
    const auto* schema =
        TRY(wanted_schema(visit, ratio ? ratio_source : std::string_view(definition.source)));
    Sheet sheet{definition.name.in(visit.language.code()), *schema,
                fields_of(definition, *schema, visit.language.code())};
    sheet.before = definition;
    return sheet;
}

} // namespace

Result<Response> new_form(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto source = context.request.query.text("source");
    if (source.empty()) return source_choice(here);
    const auto* schema = TRY(wanted_schema(here, source));
    return show(here, {here.language("Define an indicator"), *schema, first_fields(*schema)});
}

Result<Response> create(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto source = here.sent().text("source");
    const auto* schema = TRY(wanted_schema(here, source.empty() ? ratio_source : std::string_view(source)));
    return receive(here, {here.language("Define an indicator"), *schema, {}},
                   [](Visit& visit, const Definition& definition) {
                       return define_indicator(visit.services, visit.viewer.actor, definition);
                   });
}

Result<Response> edit_form(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    return show(here, TRY(edit_sheet(here, TRY(indicator_in_path(here)))));
}

Result<Response> change(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    return receive(here, TRY(edit_sheet(here, TRY(indicator_in_path(here)))),
                   [](Visit& visit, const Definition& definition) -> Result<NewEdition> {
                       const auto id = TRY(visit.context.request.parameters.id<IndicatorId>("indicator"));
                       return redefine_indicator(visit.services, visit.viewer.actor, id, definition);
                   });
}

} // namespace maerkbar::measurement::editor
