#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// Setting up a round: first the model, then the rest.
namespace maerkbar::assessment {

using namespace web::literals;
using organisation::Filled;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

constexpr int refused = 422;

std::string description_of(const Model& model, const web::Language& language) {
    const auto items = static_cast<std::int64_t>(model.items().size());
    return model.description.in(language.code()) + " " +
           language.plural("{count} item.", "{count} items.", items);
}

Html model_choice(const RoundVisit& visit, const std::vector<Model>& all) {
    const auto& language = visit.language();
    Html list = "<ul class=\"cards\">"_html;
    for (const auto& model : all)
        list << "<li><article class=\"card\"><h3>"_html
             << organisation::link("/assessments/new?model=" + model.id, model.names.in(language.code()))
             << "</h3><p>"_html << description_of(model, language) << "</p><p class=\"hint\">"_html
             << model.based_on_note.in(language.code()) << "</p></article></li>"_html;
    return list << "</ul>"_html;
}

Html unit_and_name(RoundVisit& visit, const Filled& filled, const Model& model) {
    const auto& language = visit.language();
    const web::Fields typed{{"unit", filled.value("unit")}};
    web::Form unit(typed);
    const auto name = model.names.in(language.code()) + " " + std::to_string(visit.viewer().today.year());
    Html html = parts::text_field({.label = filled.label("name", language("Name of the round")),
                                   .value = filled.value("name", name),
                                   .max_length = 120},
                                  language);
    return html << parts::select_field(
               {filled.label("unit", language("Unit")),
                organisation::unit_choices(visit.page, visit.viewer().scope(may::assessment_lead),
                                           unit.id<UnitId>("unit"))},
               language);
}

Html scope_fields(const RoundVisit& visit, const Filled& filled, const Model& model) {
    const auto& language = visit.language();
    const auto chosen = filled.value("scope", "all");
    std::int64_t compact = 0;
    for (const auto* item : model.items())
        compact += item->compact ? 1 : 0;
    std::vector<parts::Choice> scopes{
        {"all", language("All of it"),
         language.plural("{count} item.", "{count} items.", std::ssize(model.items())), chosen == "all"}};
    if (compact > 0)
        scopes.push_back({"compact", language("The short version"),
                          language.plural("{count} item.", "{count} items.", compact), chosen == "compact"});
    scopes.push_back({"chosen", language("Chosen areas"), language("Tick them below."), chosen == "chosen"});
    std::vector<parts::Choice> areas;
    for (const auto* top : model.children({}))
        areas.push_back({top->id, title_of(*top, language)});
    Html html = parts::radio_field({filled.label("scope", language("How much")), scopes}, language);
    return html << parts::checkbox_field({filled.optional("area", language("Areas")), areas}, language);
}

Html method_field(const RoundVisit& visit, const Filled& filled, const Model& model) {
    const auto& language = visit.language();
    if (model.methods.size() < 2) return {};
    std::vector<parts::Choice> methods;
    const auto chosen = filled.value("method", model.methods.front().id);
    for (const auto& method : model.methods)
        methods.push_back({method.id, method.names.in(language.code()), {}, method.id == chosen});
    return parts::radio_field({filled.label("method", language("How it is scored")), methods}, language);
}

Html previous_field(const RoundVisit& visit, const Filled& filled, const std::vector<Round>& rounds) {
    const auto& language = visit.language();
    std::vector<parts::Choice> choices{{"", language("– none –")}};
    const auto chosen = filled.value("previous");
    for (const auto& round : rounds) {
        const auto id = std::to_string(round.id.value);
        choices.push_back({id,
                           round.fields.name + ", " + organisation::unit_name(visit.page, round.unit),
                           {},
                           id == chosen});
    }
    if (choices.size() == 1) return {};
    return parts::select_field(
        {filled.optional("previous", language("The round before"),
                         language("Its values are shown beside the questions. Nothing is "
                                  "assessed in advance.")),
         choices},
        language);
}

Result<std::vector<Round>> earlier_rounds(RoundVisit& visit, const Model& model) {
    auto rounds = TRY(visit.read(
        [&](storage::Connection& connection) { return list_rounds(connection, visit.tenant(), "1 = 1"); }));
    std::erase_if(rounds, [&](const Round& round) {
        const bool agreed = round.state == State::improving || round.state == State::closed;
        return round.model != model.id || !agreed || !visit.leads(round);
    });
    return rounds;
}

Result<Model> model_asked(RoundVisit& visit) {
    const auto id = visit.context().request.query.text("model");
    return visit.read(
        [&](storage::Connection& connection) { return newest_model(connection, visit.tenant(), id); });
}

Result<Response> form_page(RoundVisit& visit, const Model& model, const Filled& filled, int status) {
    const auto& language = visit.language();
    const auto rounds = TRY(earlier_rounds(visit, model));
    const auto info = organisation::info_of(
        visit.page, language("New round"), model.names.in(language.code()),
        {{language("Self-assessment"), "/assessments"}, {language("Choose a model"), "/assessments/new"}});
    Html fields = unit_and_name(visit, filled, model);
    fields << scope_fields(visit, filled, model) << method_field(visit, filled, model)
           << previous_field(visit, filled, rounds)
           << parts::button_row({parts::button(language("Set it up")),
                                 parts::button_link(language("Cancel"), "/assessments")});
    Html body = parts::error_summary(filled.errors(), language);
    body << parts::form(
        {.action = "/assessments/new?model=" + model.id, .csrf = visit.context().csrf_field()}, fields);
    auto response = organisation::page_of(info, body);
    response.status = status;
    return response;
}

} // namespace

Result<Response> show_new_round(RoundVisit& visit) {
    const auto& language = visit.language();
    if (visit.context().request.query.has("model"))
        return form_page(visit, TRY(model_asked(visit)), Filled(), 200);
    const auto all =
        TRY(visit.read([&](storage::Connection& connection) { return models(connection, visit.tenant()); }));
    const auto info = organisation::info_of(visit.page, language("Choose a model"),
                                            language("What do you want to look at, and how thoroughly?"),
                                            {{language("Self-assessment"), "/assessments"}});
    return organisation::page_of(info, parts::section(language("Models"), model_choice(visit, all)));
}

Result<Response> send_new_round(RoundVisit& visit) {
    NewRound wanted;
    wanted.model = TRY(model_asked(visit));
    web::Form form(visit.context().request.form);
    wanted.fields.name = form.required_text("name", 120);
    wanted.unit = form.required_id<UnitId>("unit");
    wanted.fields.facilitator = visit.viewer().actor.person;
    wanted.scope = scope_named(form.typed("scope")).value_or(Scope::all);
    wanted.areas = form.all("area");
    wanted.method = form.typed("method");
    wanted.previous = form.id<RoundId>("previous");
    if (form.ok()) {
        TRY(visit.viewer().require(may::assessment_lead, wanted.unit));
        const auto rounds = TRY(earlier_rounds(visit, wanted.model));
        const auto known = [&](const Round& round) { return round.id == wanted.previous; };
        if (std::ranges::none_of(rounds, known)) wanted.previous = {};
        const auto made = visit.write([&](storage::Transaction& tx) { return add_round(tx, wanted); });
        if (made.ok()) return Response::redirect(address_of(*made));
        if (!mendable(made.error())) return made.error();
        form.fail(made.error());
    }
    return form_page(visit, wanted.model, Filled(form, visit.language()), refused);
}

} // namespace maerkbar::assessment
