#include "organisation/catalogue.hpp"
#include "sources/surveys/answering/respondent_page.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/editor/visit.hpp"
#include "sources/surveys/survey_codes.hpp"
#include "sources/surveys/wave_store.hpp"
#include "web/form.hpp"
#include "web/parts/pieces.hpp"

// Asking a survey at a unit, ending that, and one-time codes.
namespace maerkbar::surveys::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

std::vector<parts::Choice> unit_choices(const Visit& visit, const std::string& chosen) {
    std::vector<parts::Choice> choices;
    const auto& tree = *visit.viewer.tree;
    for (const auto unit : visit.viewer.scope(may_manage).units(tree, visit.viewer.today))
        if (tree.open(unit, visit.viewer.today)) {
            const auto value = std::to_string(unit.value);
            choices.push_back({value, std::string(tree.name(unit, visit.viewer.today)), {}, value == chosen});
        }
    return choices;
}

Result<std::vector<parts::Choice>> entry_choices(Visit& visit, organisation::CatalogueKind kind,
                                                 const std::string& chosen) {
    std::vector<parts::Choice> choices{{"", visit.language("None in particular"), {}, chosen.empty()}};
    const auto entries = TRY(visit.services.database().read([&](storage::Connection& connection) {
        return organisation::list_entries(connection, visit.viewer.tenant(), kind);
    }));
    for (const auto& entry : entries)
        if (entry.active)
            choices.push_back(
                {std::to_string(entry.id.value), entry.name, {}, std::to_string(entry.id.value) == chosen});
    return choices;
}

std::vector<parts::Choice> mode_choices(const Visit& visit, const std::string& chosen) {
    std::vector<parts::Choice> choices;
    for (const auto mode : modes)
        choices.push_back({std::string(name_of(mode)), mode_name(mode, visit.language),
                           answering::mode_sentence(mode, visit.language),
                           name_of(mode) == chosen || (chosen.empty() && mode == Mode::anonymous)});
    return choices;
}

Result<std::vector<parts::Choice>> wave_choices(Visit& visit, SurveyId survey, const std::string& chosen) {
    std::vector<parts::Choice> choices{{"", visit.language("None: asked all the time"), {}, chosen.empty()}};
    const auto waves = TRY(visit.services.database().read([&](storage::Connection& connection) {
        return list_waves(connection, visit.viewer.tenant(), survey);
    }));
    for (const auto& wave : waves) {
        const auto value = std::to_string(wave.id.value);
        choices.push_back(
            {value, wave.cohort.empty() ? wave.name : wave.name + " – " + wave.cohort, {}, value == chosen});
    }
    return choices;
}

std::vector<parts::Choice> pairing_choices(const Visit& visit, const std::string& chosen) {
    const auto& language = visit.language;
    return {{"none", language("Not at all"), {}, chosen.empty() || chosen == "none"},
            {"token", language("By a code that people are given"),
             language("The same code in every wave; best where people have trouble remembering."),
             chosen == "token"},
            {"own_code", language("By a code of their own"),
             language("Made up from six things they remember, such as the day of the month they were born."),
             chosen == "own_code"}};
}

// How many are asked, in which wave, and who may answer.
Result<Html> measuring_fields(Visit& visit, const Survey& survey, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    const auto value = [&](std::string_view name) { return visit.sent().text(name); };
    parts::Label people{"people", language("How many people are asked"),
                        language("Where it is known; then the share that answers is told."),
                        errors.of("people")};
    people.optional = true;
    Html fields = parts::text_field({.label = people,
                                     .value = value("people"),
                                     .width = parts::FieldWidth::narrow,
                                     .input_mode = "numeric"},
                                    language);
    fields << parts::select_field(
                  {{"wave", language("Wave")}, TRY(wave_choices(visit, survey.id, value("wave")))}, language)
           << parts::radio_field({{"pairing", language("Answers of one person in two waves are paired")},
                                  pairing_choices(visit, value("pairing"))},
                                 language)
           << parts::checkbox(
                  "proxies", language("Others may answer for somebody"), visit.sent().has("proxies"),
                  language("Relatives or staff, who then say for whom and whose view they give."));
    return fields;
}

Result<Response> show(Visit& visit, const Survey& survey, const parts::FormErrors& errors) {
    const auto& language = visit.language;
    const auto value = [&](std::string_view name) { return visit.sent().text(name); };
    const auto label = [&](std::string name, std::string text, std::string hint, bool optional) {
        parts::Label made{name, std::move(text), std::move(hint), errors.of(name)};
        made.optional = optional;
        return made;
    };
    Html fields = parts::select_field(
        {label("unit", language("Unit"), {}, false), unit_choices(visit, value("unit"))}, language);
    fields << parts::select_field({label("contact_point", language("Contact point"), {}, true),
                                   TRY(entry_choices(visit, organisation::CatalogueKind::contact_point,
                                                     value("contact_point")))},
                                  language)
           << parts::select_field({label("customer_type", language("Who is asked"),
                                         language("Results are then shown for each of them too."), true),
                                   TRY(entry_choices(visit, organisation::CatalogueKind::customer_type,
                                                     value("customer_type")))},
                                  language)
           << parts::radio_field({label("mode", language("What respondents are promised"), {}, false),
                                  mode_choices(visit, value("mode"))},
                                 language)
           << parts::checkbox("by_code", language("Only with a one-time code"), visit.sent().has("by_code"),
                              language("One answer each: for letters and e-mails to certain people."))
           << parts::text_field(
                  {.label = label("code", language("Short name in the address"),
                                  language("For example “borgerservice”; empty gives a short code."), true),
                   .value = value("code"),
                   .width = parts::FieldWidth::medium},
                  language)
           << parts::text_field({.label = label("opens", language("First day"), {}, true),
                                 .value = value("opens"),
                                 .type = "date",
                                 .width = parts::FieldWidth::narrow},
                                language)
           << parts::text_field({.label = label("closes", language("Last day"), {}, true),
                                 .value = value("closes"),
                                 .type = "date",
                                 .width = parts::FieldWidth::narrow},
                                language)
           << parts::disclosure(language("Waves, pairing and answering for others"),
                                TRY(measuring_fields(visit, survey, errors)), !errors.empty())
           << parts::button_row({parts::button(language("Open for answers")),
                                 parts::button_link(language("Cancel"), path_of(survey.id))});
    Html body = parts::error_summary(errors, language);
    body << parts::form({.action = visit.context.request.path, .csrf = visit.context.csrf_field()}, fields);
    auto info = info_below(visit, survey, language("Ask this survey"));
    return Response::html(parts::page(info, body), errors.empty() ? 200 : 422);
}

SurveyLink read_link_form(web::Form& form, SurveyId survey) {
    SurveyLink link;
    link.survey = survey;
    link.code = form.text("code", 40);
    link.unit = form.required_id<UnitId>("unit");
    link.contact_point = form.id<organisation::CatalogueId>("contact_point");
    link.customer_type = form.id<organisation::CatalogueId>("customer_type");
    constexpr std::string_view names[] = {"anonymous", "confidential", "linked"};
    link.mode = mode_named(form.choice("mode", names)).value_or(Mode::anonymous);
    link.by_code = form.checked("by_code");
    link.opens = form.date("opens");
    link.closes = form.date("closes");
    link.people = form.integer("people", 1, 10'000'000);
    link.wave = form.id<WaveId>("wave");
    link.pairing = pairing_named(form.typed("pairing")).value_or(Pairing::none);
    link.proxies = form.checked("proxies");
    return link;
}

} // namespace

Result<Response> link_form(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    return show(here, TRY(survey_in_path(here)), {});
}

Result<Response> create_link(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto survey = TRY(survey_in_path(here));
    web::Form form(here.sent());
    const auto link = read_link_form(form, survey.id);
    if (form.ok()) TRY(here.viewer.require(may_manage, link.unit));
    if (form.ok()) {
        const auto added = services.database().write(
            here.viewer.actor,
            [&](storage::Transaction& transaction) { return add_link(transaction, link); });
        if (added.ok()) return Response::redirect(path_of(survey.id));
        if (added.error().kind != ErrorKind::invalid && added.error().kind != ErrorKind::conflict)
            return added.error();
        form.fail(added.error());
    }
    return show(here, survey, parts::FormErrors(form.errors(), here.language));
}

Result<Response> end_link(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto link = TRY(link_in_path(here, survey));
    TRY(services.database().write(here.viewer.actor, [&](storage::Transaction& transaction) {
        return surveys::end_link(transaction, link.id);
    }));
    return Response::redirect(path_of(survey.id));
}

// The codes are shown once, to be printed or copied; only their hashes are kept.
Result<Response> make_codes(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto survey = TRY(survey_in_path(here));
    const auto link = TRY(link_in_path(here, survey));
    web::Form form(here.sent());
    const auto count = form.integer("count", 0, most_codes_at_once).value_or(0);
    const auto codes =
        TRY(services.database().write(here.viewer.actor, [&](storage::Transaction& transaction) {
            return issue_codes(transaction, link.id, count);
        }));
    std::string lines;
    for (const auto& code : codes)
        lines += grouped(code) + "\n";
    Html body = parts::text_area({{"codes", here.language("One-time codes")}, lines, 20}, here.language);
    body << parts::button_row({parts::button_link(here.language("Back to the survey"), path_of(survey.id))});
    auto info = info_below(
        here, survey, here.language("One-time codes"),
        here.language("Copy them now: they are not shown again. Each gives one answer at {address}.",
                      {{"address", "/s/" + link.code}}));
    return Response::html(parts::page(info, body));
}

} // namespace maerkbar::surveys::editor
