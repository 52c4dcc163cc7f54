#include "actions/store.hpp"
#include "base/translatable.hpp"
#include "comments/mask_words.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "sources/feedback/permission.hpp"
#include "sources/feedback/text_check.hpp"
#include "sources/surveys/definition/code.hpp"
#include "sources/surveys/secrets.hpp"

// Writing an entry down, and changing it.
namespace maerkbar::feedback {

using namespace web::literals;
using organisation::CatalogueKind;
using organisation::Done;
using organisation::Filled;
using organisation::FormView;
using organisation::Visit;
using web::Html;
namespace parts = web::parts;

namespace {

constexpr std::string_view kind_words[] = {"complaint", "praise", "suggestion"};

EntryFields read_fields(web::Form& form, const web::Language& language) {
    EntryFields fields;
    fields.kind = kind_named(form.choice("kind", kind_words)).value_or(Kind::complaint);
    fields.received_on = form.required_date("received_on");
    fields.place.unit = form.required_id<UnitId>("unit");
    fields.place.service = form.id<CatalogueId>("service");
    fields.place.channel = form.id<CatalogueId>("channel");
    fields.place.contact_point = form.id<CatalogueId>("contact_point");
    fields.text = comments::masks_as_codes(form.required_text("text", longest_text), language);
    const auto wanted = form.typed("answer_wanted"); // a button of the form; false in JSON
    fields.answer_wanted = wanted != "no" && wanted != "false" && wanted != "0";
    fields.responsible = form.id<PersonId>("responsible");
    return fields;
}

Html kind_and_day(Visit& visit, const EntryFields& stored, const Filled& filled) {
    const auto& language = visit.language;
    const auto chosen = filled.value("kind", name_of(stored.kind));
    std::vector<parts::Choice> kinds;
    for (const auto kind : all_kinds)
        kinds.push_back({std::string(name_of(kind)), kind_text(kind, language), {}, name_of(kind) == chosen});
    Html html = parts::radio_field({filled.label("kind", language("Kind")), kinds}, language);
    return html << parts::text_field(
               organisation::date_field(filled.label("received_on", language("Received")),
                                        filled.value("received_on", stored.received_on.iso())),
               language);
}

Html listed_field(const web::Language& language, parts::Label label, const std::string& chosen,
                  const std::vector<organisation::CatalogueEntry>& listed) {
    std::vector<parts::Choice> choices = {{"", language("not said"), {}, chosen.empty() || chosen == "0"}};
    for (const auto& entry : listed) {
        const auto id = std::to_string(entry.id.value);
        if (entry.active || id == chosen) choices.push_back({id, entry.name, {}, id == chosen});
    }
    return choices.size() == 1 ? Html() : parts::select_field({std::move(label), choices}, language);
}

Result<Html> place_fields(Visit& visit, const Place& stored, const Filled& filled) {
    const auto& language = visit.language;
    const web::Fields units{{"unit", filled.value("unit", std::to_string(stored.unit.value))}};
    web::Form unit(units);
    Html html = parts::select_field(
        {filled.label("unit", language("Unit")),
         organisation::unit_choices(visit, visit.viewer.scope(may_write), unit.id<UnitId>("unit"))},
        language);
    struct List {
        CatalogueKind kind;
        const char* text;
        CatalogueId stored;
    };
    const List lists[] = {{CatalogueKind::channel, translatable("Came by"), stored.channel},
                          {CatalogueKind::contact_point, translatable("Contact point"), stored.contact_point},
                          {CatalogueKind::service, translatable("Service"), stored.service}};
    for (const auto& list : lists) {
        const std::string name(name_of(list.kind));
        const auto listed = TRY(visit.services.database.read([&](storage::Connection& connection) {
            return organisation::list_entries(connection, visit.viewer.tenant(), list.kind);
        }));
        html << listed_field(language, filled.optional(name, language(list.text)),
                             filled.value(name, std::to_string(list.stored.value)), listed);
    }
    return html;
}

Result<std::vector<parts::Choice>> people(Visit& visit, UnitId unit, const std::string& chosen) {
    std::vector<parts::Choice> choices = {{"", visit.language("nobody yet"), {}, chosen.empty()}};
    for (const auto& owner : TRY(visit.services.database.read([&](storage::Connection& connection) {
             return actions::possible_owners(connection, visit.viewer.tenant(), *visit.viewer.tree, unit,
                                             visit.viewer.today);
         }))) {
        const auto id = std::to_string(owner.person.value);
        choices.push_back({id, owner.name, {}, id == chosen});
    }
    return choices;
}

Html words_and_wish(Visit& visit, const EntryFields& stored, const Filled& filled) {
    const auto& language = visit.language;
    Html html = parts::text_area({filled.label("text", language("What the citizen said"),
                                               language("No names and no personal numbers. Phone numbers and "
                                                        "addresses are masked.")),
                                  filled.value("text", comments::masks_in_words(stored.text, language)), 5},
                                 language);
    const bool wanted = filled.value("answer_wanted", stored.answer_wanted ? "yes" : "no") != "no";
    return html << parts::radio_field(
               {filled.label("answer_wanted", language("Does the citizen want an answer?")),
                {{"yes", language("yes"), {}, wanted}, {"no", language("no"), {}, !wanted}}},
               language);
}

Result<Html> fields_of(Visit& visit, const EntryFields& stored, const Filled& filled) {
    const auto& language = visit.language;
    Html html = kind_and_day(visit, stored, filled);
    html << words_and_wish(visit, stored, filled) << TRY(place_fields(visit, stored.place, filled));
    const auto chosen =
        filled.value("responsible", stored.responsible ? std::to_string(stored.responsible.value) : "");
    return html << parts::select_field({filled.optional("responsible", language("Responsible")),
                                        TRY(people(visit, stored.place.unit, chosen))},
                                       language);
}

FormView view_of(Visit& visit, std::string title, Html fields) {
    FormView view;
    view.title = std::move(title);
    view.button = visit.language("Save");
    view.fields = std::move(fields);
    view.crumbs = {{visit.language("Praise and complaints"), "/feedback"}};
    view.cancel = "/feedback";
    return view;
}

} // namespace

Result<FormView> new_form(Visit& visit, const Filled& filled) {
    EntryFields start;
    start.received_on = visit.viewer.today;
    const auto entries = visit.viewer.scope(may_write).entries(*visit.viewer.tree, visit.viewer.today);
    if (!entries.empty()) start.place.unit = entries.front();
    auto view =
        view_of(visit, visit.language("Write down what was said"), TRY(fields_of(visit, start, filled)));
    view.help = visit.language("When it is saved you get a code to give to the citizen.");
    return view;
}

Result<Done> send_new(Visit& visit, web::Form& form) {
    const auto fields = read_fields(form, visit.language);
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may_write, fields.place.unit));
    const auto code = surveys::random_code(surveys::one_time_length);
    const auto id = TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& tx) { return add_entry(tx, fields, {code}); }));
    return Done{path_of(id), id.value, "code", surveys::grouped(code)};
}

Result<FormView> edit_form(Visit& visit, const Filled& filled) {
    const auto entry = TRY(entry_in_path(visit));
    auto view = view_of(visit, visit.language("Change"), TRY(fields_of(visit, entry.fields, filled)));
    view.crumbs.push_back({title_of(entry, visit.language), path_of(entry.id)});
    view.version = entry.version;
    view.cancel = path_of(entry.id);
    return view;
}

Result<Done> send_edit(Visit& visit, web::Form& form) {
    const auto entry = TRY(entry_in_path(visit));
    const auto fields = read_fields(form, visit.language);
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may_write, fields.place.unit));
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& tx) -> Result<void> {
        const auto present = TRY(read_entry(tx.connection(), tx.actor().tenant, entry.id));
        TRY(organisation::expect_version(form, present.version));
        return change_entry(tx, present, fields);
    }));
    return Done{path_of(entry.id), entry.id.value};
}

} // namespace maerkbar::feedback
