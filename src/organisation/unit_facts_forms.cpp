// Opening a new unit and correcting what has no history: level, opening day and codes.
#include "organisation/unit_facts_forms.hpp"
#include "organisation/page_support.hpp"
#include "organisation/store_units.hpp"

#include "base/translatable.hpp"

namespace maerkbar::organisation {
namespace {

using web::Form;
using web::Html;
namespace parts = web::parts;
namespace may = permission;

struct CodeLabel {
    CodeKind kind;
    const char* field;
    const char* text;
};
constexpr CodeLabel code_labels[] = {
    {CodeKind::own, "code_own", translatable("The municipality's own code")},
    {CodeKind::os2mo, "code_os2mo", translatable("UUID in OS2mo")},
    {CodeKind::sor, "code_sor", translatable("SOR code")},
    {CodeKind::organisation, "code_organisation", translatable("Organisation number")}};

Result<std::vector<UnitLevel>> levels(const Visit& visit) {
    return visit.services.database.read(
        [&](storage::Connection& connection) { return read_levels(connection, visit.viewer.tenant()); });
}

Html level_field(Visit& visit, const Filled& filled, const std::vector<UnitLevel>& all, LevelId stored) {
    std::vector<parts::Choice> choices;
    const auto chosen = filled.value("level", std::to_string(stored.value));
    for (const auto& level : all) {
        const auto id = std::to_string(level.id.value);
        choices.push_back({id, level_name(level, visit.language), {}, id == chosen});
    }
    return parts::select_field({filled.label("level", visit.language("Level")), std::move(choices)},
                               visit.language);
}

Html code_fields(Visit& visit, const Filled& filled, const Unit& unit) {
    Html html;
    for (const auto& code : code_labels)
        html << parts::text_field({.label = filled.optional(code.field, visit.language(code.text)),
                                   .value = filled.value(code.field, unit.code(code.kind)),
                                   .width = parts::FieldWidth::medium,
                                   .max_length = 100},
                                  visit.language);
    return html;
}

std::vector<UnitCode> codes_from(Form& form) {
    std::vector<UnitCode> codes;
    for (const auto& code : code_labels)
        if (auto text = form.text(code.field, 100); !text.empty())
            codes.push_back({code.kind, std::move(text)});
    return codes;
}

Html opened_field(Visit& visit, const Filled& filled, const Validity& valid) {
    return parts::text_field(
        date_field(filled.optional(
                       "opened", visit.language("Open since"),
                       visit.language("Leave it empty if the unit has been there as long as your data.")),
                   filled.value("opened", valid.has_start() ? valid.from.iso() : "")),
        visit.language);
}

Result<FormView> view_new(Visit& visit, const Filled& filled) {
    const auto& language = visit.language;
    const auto all = TRY(levels(visit));
    const auto parent = Form(visit.context.request.query).id<UnitId>("parent");
    const auto chosen = filled.value("parent", std::to_string(parent.value));
    FormView view{
        language("New unit"),
        language("A unit is a sector, an institution or a team. It can be moved and renamed later."),
        language("Add the unit"),
        {}};
    view.crumbs = {{language("Organisation"), "/organisation"}};
    view.cancel = "/organisation";
    const auto scope = visit.viewer.scope(may::organisation_manage);
    const auto chosen_unit = Form(web::Fields{{"x", chosen}}).id<UnitId>("x");
    view.fields << parts::text_field({.label = filled.label("name", language("Name")),
                                      .value = filled.value("name"),
                                      .max_length = 200},
                                     language)
                << parts::select_field({filled.label("parent", language("Lies beneath")),
                                        unit_choices(visit, scope, chosen_unit)},
                                       language)
                << level_field(visit, filled, all, all.back().id) << opened_field(visit, filled, {})
                << code_fields(visit, filled, {});
    return view;
}

Result<LevelId> level_from(const Visit& visit, Form& form) {
    const auto wanted = form.required_id<LevelId>("level");
    for (const auto& level : TRY(levels(visit)))
        if (level.id == wanted) return wanted;
    form.fail("level", "organisation.unknown_level", translatable("Choose a level."));
    return wanted;
}

Result<Done> send_new(Visit& visit, Form& form) {
    NewUnit wanted;
    wanted.name = form.required_text("name");
    wanted.parent = form.required_id<UnitId>("parent");
    wanted.level = TRY(level_from(visit, form));
    wanted.from = form.date("opened").value_or(beginning);
    wanted.codes = codes_from(form);
    if (!form.ok()) return form.errors().front();
    TRY(visit.viewer.require(may::organisation_manage, wanted.parent));
    const auto unit =
        TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
            return add_unit(transaction, visit.viewer.tenant(), wanted);
        }));
    return Done{"/organisation/" + std::to_string(unit.value), unit.value};
}

Result<const Unit*> unit_of(const Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<UnitId>("unit"));
    const auto* unit = visit.viewer.tree->find(id);
    if (unit == nullptr)
        return Error{ErrorKind::not_found, "organisation.unknown_unit",
                     translatable("There is no such unit.")};
    TRY(visit.viewer.require(may::organisation_manage, id));
    return unit;
}

Result<FormView> view_edit(Visit& visit, const Filled& filled) {
    const auto* unit = TRY(unit_of(visit));
    const auto& language = visit.language;
    const auto name = unit_name(visit, unit->id);
    const auto page = "/organisation/" + std::to_string(unit->id.value);
    FormView view{language("Correct {unit}", {{"unit", name}}),
                  language("Codes let imported files find the unit. These corrections count for all days."),
                  language("Save"),
                  {}};
    view.crumbs = {{language("Organisation"), "/organisation"}, {name, page}};
    view.cancel = page;
    view.version = unit->version;
    view.fields << level_field(visit, filled, TRY(levels(visit)), unit->level)
                << opened_field(visit, filled, unit->valid) << code_fields(visit, filled, *unit);
    return view;
}

Result<Done> send_edit(Visit& visit, Form& form) {
    const auto* unit = TRY(unit_of(visit));
    UnitFacts facts{TRY(level_from(visit, form)), form.date("opened").value_or(beginning), codes_from(form)};
    if (!form.ok()) return form.errors().front();
    const auto id = unit->id;
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return change_units(transaction, {"unit.corrected", id}, [&](const UnitTree& tree) -> Changes {
            TRY(expect_version(form, tree.find(id)->version));
            return correct_unit(tree, id, facts);
        });
    }));
    return Done{"/organisation/" + std::to_string(id.value), id.value};
}

constexpr std::string_view facts_schema =
    R"({"type":"object","required":["level"],"properties":{"level":{"type":"integer"},"opened":{"type":"string","format":"date"},"code_own":{"type":"string"},"code_os2mo":{"type":"string"},"code_sor":{"type":"string"},"code_organisation":{"type":"string"}}})";
constexpr std::string_view new_schema =
    R"({"type":"object","required":["name","parent","level"],"properties":{"name":{"type":"string","maxLength":200},"parent":{"type":"integer"},"level":{"type":"integer"},"opened":{"type":"string","format":"date"},"code_own":{"type":"string"},"code_os2mo":{"type":"string"},"code_sor":{"type":"string"},"code_organisation":{"type":"string"}}})";

} // namespace

std::vector<Change> unit_facts_changes() {
    return {{"/organisation/new", "/api/v1/units", may::organisation_manage, view_new, send_new,
             "Open a unit", new_schema},
            {"/organisation/{unit}/edit", "/api/v1/units/{unit}", may::organisation_manage, view_edit,
             send_edit, "Correct level, opening day and codes of a unit", facts_schema, web::Method::put}};
}

} // namespace maerkbar::organisation
