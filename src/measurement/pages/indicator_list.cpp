#include "measurement/pages/indicator_list.hpp"

#include "base/translatable.hpp"
#include "measurement/compiled_definition.hpp"
#include "measurement/definition_json.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/library.hpp"
#include "measurement/recompute_jobs.hpp"
#include "web/form.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::measurement::pages {

using namespace web::literals;
using web::Html;
using web::Response;

namespace {

namespace permission = organisation::permission;

Html words(std::string_view text) {
    return Html() << text;
}

std::string direction_text(Direction direction, const web::Language& language) {
    switch (direction) {
        case Direction::higher_better:
            return language("higher is better");
        case Direction::lower_better:
            return language("lower is better");
        case Direction::neutral:
            return language("neither is better");
    }
    return {};
}

std::string state_of(const Indicator& indicator, const web::Language& language) {
    if (indicator.archived) return language("archived");
    if (indicator.edition == 0) return language("being computed");
    return indicator.computing ? language("in use; a change is being computed") : language("in use");
}

// The topmost unit the person may see: where an indicator's own page opens.
UnitId home(const Visit& visit) {
    const auto entries =
        visit.viewer.scope(permission::measurement_read).entries(visit.tree(), visit.viewer.today);
    return entries.empty() ? UnitId{} : entries.front();
}

Html own_table(const Visit& visit, std::span<const Indicator> indicators, bool may_define) {
    const auto& language = visit.language();
    web::parts::Table table{language("Indicators in use"), false};
    table.columns = {
        {language("Indicator")}, {language("Source")}, {language("Direction")}, {language("State")}};
    if (may_define) table.columns.push_back({language("Change")});
    table.empty = language("No indicator is in use yet. Take one from the library below.");
    for (const auto& indicator : indicators) {
        const auto& definition = indicator.definition;
        const auto* source = visit.services.verdicts.sources().find(definition.source);
        const auto address = indicator_address(home(visit), indicator.id);
        std::vector<Html> cells{Html() << "<a"_html << web::Attribute{"href", address} << ">"_html
                                       << definition.name.in(language.code()) << "</a>"_html,
                                words(source ? language(source->schema().label) : ""),
                                words(direction_text(definition.direction, language)),
                                words(state_of(indicator, language))};
        const auto edit = "/indicators/" + std::to_string(indicator.id.value) + "/edit";
        if (may_define)
            cells.push_back(Html() << "<a"_html << web::Attribute{"href", edit} << ">"_html
                                   << language("Edit") << "</a>"_html);
        table.rows.push_back(std::move(cells));
    }
    return web::parts::table(table);
}

Html library_form(const Visit& visit, const LibraryIndicator& ready) {
    const auto& language = visit.language();
    Html fields;
    for (const auto& parameter : ready.parameters)
        fields << web::parts::text_field(
            {.label = {.name = parameter.name, .text = parameter.label.in(language.code())},
             .value = parameter.value,
             .width = web::parts::FieldWidth::narrow},
            language);
    fields << web::parts::button_row(
        {web::parts::button(language("Take into use"), web::parts::ButtonKind::secondary)});
    Html html;
    html << "<p>"_html << ready.definition.description.in(language.code()) << "</p>"_html
         << web::parts::form(
                {.action = "/indicators/library/" + ready.code, .csrf = visit.context.csrf_field()}, fields);
    return web::parts::disclosure(ready.definition.name.in(language.code()), html);
}

Result<Html> library_section(const Visit& visit) {
    const web::Languages languages;
    const auto& language = visit.language();
    Html html;
    for (const auto& ready : TRY(library(languages)))
        html << library_form(visit, ready);
    return web::parts::section(language("Library of ready indicators"), html);
}

// Checks a definition against its source before it is stored.
Result<void> check(const Visit& visit, const Definition& definition) {
    if (definition.measure.kind == MeasureKind::ratio) return {};
    const auto* source = visit.services.verdicts.sources().find(definition.source);
    if (!source)
        return Error{ErrorKind::invalid,
                     "indicator.no_source",
                     translatable("There is no data source called “{source}”."),
                     {{"source", definition.source}},
                     "source"};
    // Texts that no row has yet are no error; here only the columns and operands matter.
    const auto compiled = compile(definition, source->schema(),
                                  [](std::string_view, std::string_view) { return std::nullopt; });
    if (!compiled.ok()) return compiled.error();
    return {};
}

Result<Response> definition_page(Visit& visit, const std::string& title, const std::string& action,
                                 const std::string& text, const std::vector<Error>& errors) {
    const auto& language = visit.language();
    const web::parts::FormErrors faults(errors, language);
    Html fields;
    fields << web::parts::text_area(
                  {.label = {.name = "definition",
                             .text = language("Definition"),
                             .hint = language(
                                 "JSON; docs/guide describes each member. The library shows examples."),
                             .error = faults.of("definition")},
                   .value = text,
                   .rows = 18},
                  language)
           << web::parts::button_row({web::parts::button(language("Save"))});
    Html body;
    body << web::parts::error_summary(faults, language)
         << web::parts::form({.action = action, .csrf = visit.context.csrf_field()}, fields);
    auto info = visit.services.organisation.frame.info(visit.context, title);
    info.crumbs.push_back({language("Indicators"), "/indicators"});
    return Response::html(web::parts::page(info, body), errors.empty() ? 200 : 422);
}

Result<Visit> definer(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    TRY(here.viewer.require_everywhere(permission::measurement_define));
    return here;
}

// What was typed, read and checked; the error goes to the field.
Result<Definition> typed_definition(const Visit& visit) {
    auto definition = read_definition(visit.context.request.form.text("definition"));
    if (!definition.ok()) return definition;
    const auto checked = check(visit, *definition);
    if (!checked.ok()) return checked.error();
    return definition;
}

// Asks for the cells of a new edition in the transaction that makes it.
Result<void> ask_for_cells(storage::Transaction& transaction, const NewEdition& edition) {
    if (edition.needs_cells) TRY(submit_definition(transaction, edition.indicator));
    return {};
}

} // namespace

Result<Response> indicator_list(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto& language = here.language();
    const bool may_define = here.viewer.may_everywhere(permission::measurement_define);
    Html body;
    body << "<div class=\"stack\">"_html << own_table(here, here.snapshot->ground().indicators, may_define);
    if (may_define)
        body << web::parts::button_row(
                    {web::parts::button_link(language("Define an indicator"), "/indicators/new")})
             << TRY(library_section(here));
    body << "</div>"_html;
    const auto info = services.organisation.frame.info(context, language("Indicators"));
    return Response::html(web::parts::page(info, body));
}

Result<Response> adopt_indicator(PageServices& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto code = context.request.parameters.text("code");
    std::map<std::string, std::string, std::less<>> parameters;
    for (const auto& [name, value] : context.request.form)
        parameters[name] = value;
    const web::Languages languages;
    const auto definition = TRY(adopt(code, parameters, languages));
    TRY(check(here, definition));
    TRY(services.organisation.database.write(
        here.viewer.actor, [&](storage::Transaction& tx) -> Result<void> {
            return ask_for_cells(tx, TRY(create_indicator(tx, definition, code)));
        }));
    return Response::redirect("/indicators");
}

Result<Response> edit_form(PageServices& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto id = TRY(context.request.parameters.id<IndicatorId>("indicator"));
    const auto current = TRY(services.organisation.database.read(
        [&](storage::Connection& connection) { return indicator(connection, here.viewer.tenant(), id); }));
    return definition_page(here, current.definition.name.in(here.language().code()), context.request.path,
                           write_definition(current.definition), {});
}

Result<Response> new_form(PageServices& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    return definition_page(here, context.language("Define an indicator"), "/indicators/new", "", {});
}

Result<Response> save(PageServices& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto id = TRY(context.request.parameters.id<IndicatorId>("indicator"));
    const auto definition = typed_definition(here);
    if (!definition.ok()) {
        auto error = definition.error();
        error.field = "definition";
        return definition_page(here, context.language("Change the definition"), context.request.path,
                               context.request.form.text("definition"), {error});
    }
    TRY(services.organisation.database.write(
        here.viewer.actor, [&](storage::Transaction& tx) -> Result<void> {
            return ask_for_cells(tx, TRY(change_indicator(tx, id, *definition)));
        }));
    return Response::redirect("/indicators");
}

Result<Response> create(PageServices& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto definition = typed_definition(here);
    if (!definition.ok()) {
        auto error = definition.error();
        error.field = "definition";
        return definition_page(here, context.language("Define an indicator"), context.request.path,
                               context.request.form.text("definition"), {error});
    }
    TRY(services.organisation.database.write(
        here.viewer.actor, [&](storage::Transaction& tx) -> Result<void> {
            return ask_for_cells(tx, TRY(create_indicator(tx, *definition)));
        }));
    return Response::redirect("/indicators");
}

} // namespace maerkbar::measurement::pages
