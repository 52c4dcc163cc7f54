#include <algorithm>
#include <cstdlib>

#include "base/json_writer.hpp"
#include "base/translatable.hpp"
#include "measurement/editor/definition_words.hpp"
#include "measurement/editor/visit.hpp"
#include "measurement/indicator_changes.hpp"
#include "measurement/library.hpp"
#include "measurement/typed_duration.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// /indicators/library/{code}: a ready indicator is taken into use, with what the municipality sets itself.
namespace maerkbar::measurement::editor {

using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

Result<LibraryIndicator> ready_in_path(const Visit& visit) {
    const auto code = visit.context.request.parameters.text("code");
    for (auto& ready : TRY(library(visit.services.languages)))
        if (ready.code == code) return std::move(ready);
    return Error{ErrorKind::not_found, "library.unknown",
                 translatable("There is no ready indicator of that name.")};
}

// The suggestion as it is typed: lengths of time with their unit.
std::string suggestion_of(const LibraryParameter& parameter) {
    if (parameter.kind != LibraryParameter::Kind::duration) return parameter.value;
    return duration_to_type(std::strtod(parameter.value.c_str(), nullptr));
}

std::string hint_of(const LibraryParameter& parameter, const web::Language& language) {
    if (parameter.kind != LibraryParameter::Kind::duration) return {};
    return language("With its unit, for example 2 min or 30 s.");
}

// What was typed, with lengths of time in seconds.
std::map<std::string, std::string, std::less<>> chosen_in(web::Form& form, const web::Fields& sent,
                                                          const LibraryIndicator& ready) {
    std::map<std::string, std::string, std::less<>> chosen;
    for (const auto& parameter : ready.parameters) {
        const auto typed = sent.get(parameter.name);
        if (!typed) continue;
        if (parameter.kind != LibraryParameter::Kind::duration)
            chosen.emplace(parameter.name, *typed);
        else if (!form.required_text(parameter.name).empty())
            if (const auto seconds = duration_in(form, parameter.name))
                chosen.emplace(parameter.name, JsonWriter().value(*seconds).text());
    }
    return chosen;
}

parts::TextField parameter_field(const Visit& visit, const LibraryParameter& parameter,
                                 const organisation::Filled& filled) {
    const auto& language = visit.language;
    parts::TextField field{
        filled.label(parameter.name, parameter.label.in(language.code()), hint_of(parameter, language)),
        filled.value(parameter.name, suggestion_of(parameter))};
    field.width = parts::FieldWidth::narrow;
    switch (parameter.kind) {
        case LibraryParameter::Kind::duration:
            return field;
        case LibraryParameter::Kind::working_days:
            field.unit = language("working days");
            break;
        case LibraryParameter::Kind::text:
            field.width = parts::FieldWidth::medium;
            return field;
        case LibraryParameter::Kind::number:
            break;
    }
    field.input_mode = "decimal";
    return field;
}

std::vector<parts::Fact> facts_of(const Visit& visit, const Definition& definition) {
    std::vector<parts::Fact> facts;
    if (const auto* schema = schema_of(visit, definition.source))
        for (const auto& line : definition_words(visit.language, definition, *schema))
            facts.push_back({line.name, words(line.text)});
    return facts;
}

Response ready_page(Visit& visit, const LibraryIndicator& ready, const organisation::Filled& filled,
                    int status) {
    const auto& language = visit.language;
    Html fields;
    for (const auto& parameter : ready.parameters)
        fields << parts::text_field(parameter_field(visit, parameter, filled), language);
    fields << parts::button_row(
        {parts::button(language("Take into use")), parts::button_link(language("Cancel"), "/indicators")});
    Html body = parts::error_summary(filled.errors(), language);
    body << parts::fact_list(facts_of(visit, ready.definition))
         << parts::form({.action = visit.context.request.path, .csrf = visit.context.csrf_field()}, fields);
    const auto info = info_of(visit, ready.definition.name.in(language.code()),
                              ready.definition.description.in(language.code()));
    return Response::html(parts::page(info, body), status);
}

} // namespace

Result<Response> ready_form(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    return ready_page(here, TRY(ready_in_path(here)), {}, 200);
}

Result<Response> adopt_ready(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto ready = TRY(ready_in_path(here));
    web::Form form(here.sent());
    const auto chosen = chosen_in(form, here.sent(), ready);
    const auto definition = adopt(ready.code, chosen, services.languages);
    if (!definition.ok()) form.fail(definition.error());
    if (!form.ok()) return ready_page(here, ready, {form, here.language}, 422);
    TRY(define_indicator(services, here.viewer.actor, *definition, ready.code));
    return Response::redirect("/indicators");
}

} // namespace maerkbar::measurement::editor
