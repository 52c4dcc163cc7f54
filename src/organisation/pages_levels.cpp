#include "organisation/pages_levels.hpp"

#include "organisation/levels.hpp"
#include "organisation/page_support.hpp"

namespace maerkbar::organisation {
namespace {

using web::Form;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = permission;

constexpr std::string_view list_page = "/organisation/levels";

std::string page_of_level(LevelId level) {
    return std::string{list_page} + "/" + std::to_string(level.value);
}

Result<std::vector<UnitLevel>> levels_of(const Visit& visit) {
    return visit.services.database.read(
        [&](storage::Connection& connection) { return read_levels(connection, visit.viewer.tenant()); });
}

Result<UnitLevel> level_of(const Visit& visit) {
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    const auto id = TRY(visit.context.request.parameters.id<LevelId>("level"));
    return visit.services.database.read(
        [&](storage::Connection& connection) { return read_level(connection, visit.viewer.tenant(), id); });
}

std::size_t units_with(const Visit& visit, LevelId level) {
    const auto& units = visit.viewer.tree->units();
    return static_cast<std::size_t>(
        std::ranges::count_if(units, [&](const Unit& unit) { return unit.level == level; }));
}

Result<Response> show_levels(Visit& visit) {
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    const auto& language = visit.language;
    auto info = info_of(visit, language("Levels"),
                        language("What the steps of the tree are called, from the top down."),
                        {{language("Organisation"), "/organisation"}});
    info.actions = parts::button_link(language("New level"), std::string{list_page} + "/new",
                                      parts::ButtonKind::primary);
    parts::Table table{language("Levels"), false};
    table.columns = {{language("Name")}, {language("Units, open and closed"), true}, action_column(language)};
    for (const auto& level : TRY(levels_of(visit))) {
        const auto units = units_with(visit, level.id);
        table.rows.push_back(
            {link(page_of_level(level.id), level_name(level, language)),
             words(language.integer(static_cast<std::int64_t>(units))),
             units > 0 ? Html()
                       : send_button(visit, page_of_level(level.id) + "/remove", language("Remove"))});
    }
    return page_of(info, parts::table(table));
}

// "Comes after", for a level that has been chosen or lies directly above `level` now.
Html place_field(Visit& visit, const Filled& filled, const std::vector<UnitLevel>& all, LevelId level) {
    const auto& language = visit.language;
    std::string stored;
    for (const auto& other : all) {
        if (other.id == level) break;
        stored = std::to_string(other.id.value);
    }
    const auto chosen = filled.value("above", stored);
    std::vector<parts::Choice> choices = {{"", language("Topmost"), {}, chosen.empty()}};
    for (const auto& other : all)
        if (const auto id = std::to_string(other.id.value); other.id != level)
            choices.push_back({id, level_name(other, language), {}, chosen == id});
    return parts::select_field(
        {filled.optional("above", language("Comes directly below")), std::move(choices)}, language);
}

Result<FormView> form_of(Visit& visit, const Filled& filled, const UnitLevel& level, std::string title) {
    const auto& language = visit.language;
    FormView view{std::move(title),
                  language("Units keep their place in the tree; a level only says what they are called."),
                  level.id ? language("Save") : language("Add"),
                  {}};
    view.crumbs = {{language("Organisation"), "/organisation"}, {language("Levels"), std::string{list_page}}};
    view.cancel = list_page;
    view.version = level.id ? level.version : 0;
    view.fields << parts::text_field({.label = filled.label("name", language("Name")),
                                      .value = filled.value("name", level_name(level, language)),
                                      .width = parts::FieldWidth::medium,
                                      .max_length = 100},
                                     language)
                << place_field(visit, filled, TRY(levels_of(visit)), level.id);
    return view;
}

Result<FormView> view_new(Visit& visit, const Filled& filled) {
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    return form_of(visit, filled, {}, visit.language("New level"));
}

Result<FormView> view_edit(Visit& visit, const Filled& filled) {
    const auto level = TRY(level_of(visit));
    return form_of(visit, filled, level,
                   visit.language("Edit {name}", {{"name", level_name(level, visit.language)}}));
}

Result<Done> save(Visit& visit, Form& form, const UnitLevel& level) {
    LevelPlace wanted{level.id, form.required_text("name", 100), form.id<LevelId>("above")};
    if (!form.ok()) return form.errors().front();
    // A usual level that keeps its name keeps it in all three languages.
    if (level.id && wanted.name == level_name(level, visit.language)) wanted.name = level.name;
    const auto id = TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& transaction) -> Result<LevelId> {
            if (level.id)
                TRY(expect_version(
                    form,
                    TRY(read_level(transaction.connection(), visit.viewer.tenant(), level.id)).version));
            return save_level(transaction, wanted);
        }));
    return Done{std::string{list_page}, id.value};
}

Result<Done> send_new(Visit& visit, Form& form) {
    TRY(visit.viewer.require_everywhere(may::organisation_manage));
    return save(visit, form, {});
}

Result<Done> send_edit(Visit& visit, Form& form) {
    return save(visit, form, TRY(level_of(visit)));
}

Result<Done> send_away(Visit& visit, Form&) {
    const auto level = TRY(level_of(visit));
    TRY(visit.services.database.write(visit.viewer.actor, [&](storage::Transaction& transaction) {
        return remove_level(transaction, level.id);
    }));
    return Done{std::string{list_page}};
}

constexpr std::string_view schema =
    R"({"type":"object","required":["name"],"properties":{"name":{"type":"string","maxLength":100},"above":{"type":["integer","null"]},"version":{"type":"integer"}}})";

} // namespace

std::vector<Reading> level_readings() {
    return {{list_page, may::organisation_manage, show_levels}};
}

std::vector<Change> level_changes() {
    return {
        {"/organisation/levels/new", "/api/v1/unit-levels", may::organisation_manage, view_new, send_new,
         "Add a level of the tree, directly below `above`", schema},
        {"/organisation/levels/{level}", "/api/v1/unit-levels/{level}", may::organisation_manage, view_edit,
         send_edit, "Rename a level and put it directly below `above`", schema, web::Method::put},
        {"/organisation/levels/{level}/remove", "/api/v1/unit-levels/{level}/remove",
         may::organisation_manage, nullptr, send_away, "Remove a level that no unit has"}};
}

} // namespace maerkbar::organisation
