#include "actions/store.hpp"
#include "practice/panels/pages.hpp"

namespace maerkbar::panels {

using namespace web::literals;
using organisation::Done;
using organisation::Filled;
using organisation::FormView;
using organisation::Visit;
using web::Html;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

constexpr std::string_view kind_words[] = {"panel", "meeting", "survey", "feedback"};
constexpr std::size_t longest_text = 4000;
constexpr std::int64_t most_people = 10000;

PanelFields read_fields(web::Form& form) {
    PanelFields fields;
    fields.unit = form.required_id<UnitId>("unit");
    fields.kind = kind_named(form.choice("kind", kind_words)).value_or(Kind::panel);
    fields.held_on = form.required_date("held_on");
    fields.took_part = form.text("took_part", 500);
    fields.people = form.integer("people", 0, most_people);
    fields.said = form.required_text("said", longest_text);
    fields.done = form.text("done", longest_text);
    return fields;
}

std::vector<parts::Choice> kind_choices(const web::Language& language, const std::string& chosen) {
    std::vector<parts::Choice> choices;
    for (const auto kind : all_kinds)
        choices.push_back(
            {std::string(name_of(kind)), kind_text(kind, language), {}, name_of(kind) == chosen});
    return choices;
}

Html text_fields(const web::Language& language, const PanelFields& stored, const Filled& filled) {
    Html html = parts::text_area(
        {filled.label("said", language("What was said")), filled.value("said", stored.said), 5}, language);
    return html << parts::text_area(
               {filled.optional(
                    "done", language("What was done"),
                    language("What changed because of it. Figures only where they are released.")),
                filled.value("done", stored.done), 5},
               language);
}

Html fields_of(Visit& visit, const PanelFields& stored, const Filled& filled) {
    const auto& language = visit.language;
    const web::Fields units{{"unit", filled.value("unit", std::to_string(stored.unit.value))}};
    web::Form unit(units);
    Html html = parts::select_field(
        {filled.label("unit", language("Unit")),
         organisation::unit_choices(visit, visit.viewer.scope(may::actions_write), unit.id<UnitId>("unit"))},
        language);
    html << parts::radio_field({filled.label("kind", language("What it was")),
                                kind_choices(language, filled.value("kind", name_of(stored.kind)))},
                               language)
         << parts::text_field(organisation::date_field(filled.label("held_on", language("When")),
                                                       filled.value("held_on", stored.held_on.iso())),
                              language)
         << parts::text_field(
                {.label = filled.optional("took_part", language("Who took part"),
                                          language("Roles, no names: six citizens, two relatives.")),
                 .value = filled.value("took_part", stored.took_part),
                 .max_length = 500},
                language)
         << parts::text_field(
                {.label = filled.optional("people", language("How many")),
                 .value = filled.value("people", stored.people ? std::to_string(*stored.people) : ""),
                 .width = parts::FieldWidth::narrow,
                 .input_mode = "numeric"},
                language);
    return html << text_fields(language, stored, filled);
}

FormView view_of(Visit& visit, std::string title, Html fields) {
    FormView view;
    view.title = std::move(title);
    view.help = visit.language("What users said, and what was done about it. No names.");
    view.button = visit.language("Save");
    view.fields = std::move(fields);
    view.crumbs = {{visit.language("You said, we did"), "/panels"}};
    view.cancel = "/panels";
    return view;
}

} // namespace

Result<FormView> new_form(Visit& visit, const Filled& filled) {
    PanelFields start;
    start.held_on = visit.viewer.today;
    const auto entries =
        visit.viewer.scope(may::actions_write).entries(*visit.viewer.tree, visit.viewer.today);
    if (!entries.empty()) start.unit = entries.front();
    return view_of(visit, visit.language("Write down what was said"), fields_of(visit, start, filled));
}

Result<Done> send_new(Visit& visit, web::Form& form) {
    const auto fields = read_fields(form);
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may::actions_write, fields.unit));
    const auto id = TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& tx) { return add_panel(tx, fields); }));
    return Done{path_of(id), id.value};
}

Result<FormView> edit_form(Visit& visit, const Filled& filled) {
    const auto panel = TRY(panel_in_path(visit));
    auto view = view_of(visit, visit.language("Change"), fields_of(visit, panel.fields, filled));
    view.version = panel.version;
    view.cancel = path_of(panel.id);
    return view;
}

Result<Done> send_edit(Visit& visit, web::Form& form) {
    const auto panel = TRY(panel_in_path(visit));
    const auto fields = read_fields(form);
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may::actions_write, panel.fields.unit));
    TRY(visit.viewer.require(may::actions_write, fields.unit));
    // What the public reads is changed by those who may publish it.
    if (panel.public_since) TRY(visit.viewer.require(may::targets_set, panel.fields.unit));
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& tx) -> Result<void> {
        const auto present = TRY(read_panel(tx.connection(), tx.actor().tenant, panel.id));
        TRY(organisation::expect_version(form, present.version));
        return change_panel(tx, present, fields);
    }));
    return Done{path_of(panel.id), panel.id.value};
}

Result<Done> send_publish(Visit& visit, web::Form& form) {
    const auto panel = TRY(panel_in_path(visit));
    TRY(visit.viewer.require(may::targets_set, panel.fields.unit));
    const auto wanted = form.text("public"); // “yes” of the button, true in JSON
    const bool open = wanted == "yes" || wanted == "true" || wanted == "1";
    TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& tx) { return publish_panel(tx, panel, open); }));
    return Done{path_of(panel.id), panel.id.value};
}

Result<FormView> action_form(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    const auto panel = TRY(panel_in_path(visit));
    const auto owners = TRY(visit.services.database.read([&](storage::Connection& connection) {
        return actions::possible_owners(connection, visit.viewer.tenant(), *visit.viewer.tree,
                                        panel.fields.unit, visit.viewer.today);
    }));
    std::vector<parts::Choice> people;
    const auto chosen = filled.value("owner", std::to_string(visit.viewer.actor.person.value));
    for (const auto& owner : owners) {
        const auto id = std::to_string(owner.person.value);
        people.push_back({id, owner.name, {}, id == chosen});
    }
    Html fields = parts::text_field({.label = filled.label("title", language("What is to be done")),
                                     .value = filled.value("title"),
                                     .max_length = 200},
                                    language);
    fields << parts::select_field({filled.label("owner", language("Owner")), people}, language)
           << parts::text_field(
                  organisation::date_field(filled.label("due", language("Due")), filled.value("due")),
                  language);
    auto view = view_of(visit, language("New action"), std::move(fields));
    view.cancel = path_of(panel.id);
    return view;
}

Result<Done> send_action(Visit& visit, web::Form& form) {
    const auto panel = TRY(panel_in_path(visit));
    TRY(visit.viewer.require(may::actions_write, panel.fields.unit));
    actions::ActionFields fields;
    fields.unit = panel.fields.unit;
    fields.title = form.required_text("title");
    fields.owner = form.required_id<PersonId>("owner");
    fields.due = form.required_date("due");
    if (!form.ok()) return form.errors().front();
    const actions::Origin origin{"panel", panel.id.value, kind_text(panel.fields.kind, visit.language),
                                 path_of(panel.id)};
    const auto id = TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& tx) {
        return actions::add_action(tx, fields, origin);
    }));
    return Done{path_of(panel.id), id.value};
}

} // namespace maerkbar::panels
