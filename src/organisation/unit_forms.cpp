#include "organisation/unit_forms.hpp"

#include "base/translatable.hpp"
#include "organisation/page_support.hpp"
#include "organisation/role_transfer.hpp"
#include "organisation/store_units.hpp"

namespace maerkbar::organisation {
namespace {

using namespace web::literals;
using web::Form;
using web::Html;
namespace parts = web::parts;
namespace may = permission;

std::string page_of_unit(UnitId unit) {
    return "/organisation/" + std::to_string(unit.value);
}

// The unit of the path, which the viewer may manage.
Result<UnitId> unit_of(const Visit& visit) {
    const auto unit = TRY(visit.context.request.parameters.id<UnitId>("unit"));
    if (visit.viewer.tree->find(unit) == nullptr)
        return Error{ErrorKind::not_found, "organisation.unknown_unit",
                     translatable("There is no such unit.")};
    TRY(visit.viewer.require(may::organisation_manage, unit));
    return unit;
}

std::vector<parts::Choice> managed_units(Visit& visit, std::string_view typed, std::string none = {}) {
    const auto chosen = Form(web::Fields{{"x", std::string{typed}}}).id<UnitId>("x");
    return unit_choices(visit, visit.viewer.scope(may::organisation_manage), chosen, std::move(none));
}

Html from_field(Visit& visit, const Filled& filled, std::string hint) {
    return parts::text_field(date_field(filled.label("from", visit.language("From"), std::move(hint)),
                                        filled.value("from", visit.viewer.today.iso())),
                             visit.language);
}

FormView view_of(Visit& visit, UnitId unit, std::string title, std::string help, std::string button) {
    FormView view{std::move(title), std::move(help), std::move(button), {}};
    view.crumbs = {{visit.language("Organisation"), "/organisation"},
                   {unit_name(visit, unit), page_of_unit(unit)}};
    view.cancel = page_of_unit(unit);
    view.version = visit.viewer.tree->find(unit)->version;
    return view;
}

// Where the unit goes (`field`: beneath which or into which) and from when.
Html target_fields(Visit& visit, const Filled& filled, parts::Label label, std::string hint) {
    const auto field = label.name;
    Html html = parts::select_field(
        {std::move(label), managed_units(visit, filled.value(field), visit.language("Choose a unit"))},
        visit.language);
    return html << from_field(visit, filled, std::move(hint));
}

// What is done to one unit, of which the form shows a version.
struct UnitOrder {
    UnitId unit;
    std::string_view action;
    std::string details = "{}";
};

using AlsoStore = Result<void>(storage::Transaction&);

constexpr auto nothing_else = [](storage::Transaction&) -> Result<void> { return {}; };

Result<Done> store(const Visit& visit, const Form& form, const UnitOrder& order,
                   FunctionRef<Changes(const UnitTree&)> rule, FunctionRef<AlsoStore> also = nothing_else) {
    TRY(visit.services.database.write(
        visit.viewer.actor, [&](storage::Transaction& transaction) -> Result<void> {
            TRY(change_units(transaction, {order.action, order.unit, order.details},
                             [&](const UnitTree& tree) -> Changes {
                                 TRY(expect_version(form, tree.find(order.unit)->version));
                                 return rule(tree);
                             }));
            return also(transaction);
        }));
    return Done{page_of_unit(order.unit), order.unit.value};
}

std::string details_of(Date from, std::string_view other_name = {}, UnitId other = {}) {
    JsonWriter json;
    json.begin_object().member("from", from);
    if (other) json.member(other_name, other);
    return std::move(json.end_object()).text();
}

// The first mistake of a form, to end with; send() has checked that there is one.
Error first_of(const Form& form) {
    return form.errors().front();
}

Result<FormView> view_move(Visit& visit, const Filled& filled) {
    const auto unit = TRY(unit_of(visit));
    const auto& language = visit.language;
    auto view = view_of(
        visit, unit, language("Move {unit}", {{"unit", unit_name(visit, unit)}}),
        language(
            "What happened before the day stays where it was; results from then on count for the new place."),
        language("Move"));
    view.fields = target_fields(visit, filled, filled.label("parent", language("Lies beneath")),
                                language("The first day in the new place."));
    return view;
}

Result<Done> send_move(Visit& visit, Form& form) {
    const auto unit = TRY(unit_of(visit));
    const auto parent = form.required_id<UnitId>("parent");
    const auto from = form.required_date("from");
    if (!form.ok()) return first_of(form);
    TRY(visit.viewer.require(may::organisation_manage, parent));
    return store(visit, form, {unit, "unit.moved", details_of(from, "parent", parent)},
                 [&](const UnitTree& tree) { return move_unit(tree, unit, parent, from); });
}

Result<FormView> view_rename(Visit& visit, const Filled& filled) {
    const auto unit = TRY(unit_of(visit));
    const auto& language = visit.language;
    auto view = view_of(visit, unit, language("Rename {unit}", {{"unit", unit_name(visit, unit)}}),
                        language("Reports about earlier days keep the name that the unit had then."),
                        language("Rename"));
    view.fields << parts::text_field({.label = filled.label("name", language("New name")),
                                      .value = filled.value("name", unit_name(visit, unit)),
                                      .max_length = 200},
                                     language)
                << from_field(visit, filled, language("The first day with the new name."));
    return view;
}

Result<Done> send_rename(Visit& visit, Form& form) {
    const auto unit = TRY(unit_of(visit));
    const auto name = form.required_text("name");
    const auto from = form.required_date("from");
    if (!form.ok()) return first_of(form);
    return store(visit, form, {unit, "unit.renamed", details_of(from)},
                 [&](const UnitTree& tree) { return rename_unit(tree, unit, name, from); });
}

Result<FormView> view_close(Visit& visit, const Filled& filled) {
    const auto unit = TRY(unit_of(visit));
    const auto& language = visit.language;
    auto view = view_of(
        visit, unit, language("Close {unit}", {{"unit", unit_name(visit, unit)}}),
        language("Everything about the unit is kept. Units beneath it must be moved or closed first."),
        language("Close the unit"));
    view.kind = parts::ButtonKind::danger;
    view.fields << from_field(visit, filled, language("The first day on which the unit is no longer open."));
    return view;
}

Result<Done> send_close(Visit& visit, Form& form) {
    const auto unit = TRY(unit_of(visit));
    const auto from = form.required_date("from");
    if (!form.ok()) return first_of(form);
    return store(visit, form, {unit, "unit.closed", details_of(from)},
                 [&](const UnitTree& tree) { return close_unit(tree, unit, from); });
}

Result<Done> send_reopen(Visit& visit, Form& form) {
    const auto unit = TRY(unit_of(visit));
    return store(visit, form, {unit, "unit.reopened", "{}"},
                 [&](const UnitTree& tree) { return reopen_unit(tree, unit); });
}

Result<std::vector<RoleHolder>> holders_of(const Visit& visit, UnitId unit) {
    return visit.services.database.read([&](storage::Connection& connection) {
        return role_holders(connection, visit.viewer.tenant(), unit);
    });
}

// Told before the merging: whose roles will count for the receiving unit too.
Result<Html> people_who_come_along(const Visit& visit, UnitId unit) {
    const auto& language = visit.language;
    Html list;
    for (const auto& holder : TRY(holders_of(visit, unit)))
        list << "<li>"_html << holder.name << ", " << role_name(holder.role, language) << "</li>"_html;
    if (list.empty()) return Html{};
    Html html = "<p>"_html;
    return html << language("These people get the same role on the receiving unit, and must sign in again:")
                << "</p><ul>"_html << list << "</ul>"_html;
}

Result<FormView> view_merge(Visit& visit, const Filled& filled) {
    const auto unit = TRY(unit_of(visit));
    const auto& language = visit.language;
    auto view =
        view_of(visit, unit, language("Merge {unit} into another unit", {{"unit", unit_name(visit, unit)}}),
                language("Units beneath it move along and the unit is closed. As organised now, its results "
                         "count for the other unit."),
                language("Merge"));
    view.kind = parts::ButtonKind::danger;
    view.fields = target_fields(visit, filled, filled.label("into", language("Merge into")),
                                language("The first day on which they are one unit."));
    view.fields << TRY(people_who_come_along(visit, unit));
    return view;
}

Result<Done> send_merge(Visit& visit, Form& form) {
    const auto unit = TRY(unit_of(visit));
    const auto into = form.required_id<UnitId>("into");
    const auto from = form.required_date("from");
    if (!form.ok()) return first_of(form);
    TRY(visit.viewer.require(may::organisation_manage, into));
    if (!TRY(holders_of(visit, unit)).empty()) TRY(visit.viewer.require(may::people_manage, into));
    const UnitOrder order{unit, "unit.merged", details_of(from, "into", into)};
    return store(
        visit, form, order, [&](const UnitTree& tree) { return merge_unit(tree, unit, into, from); },
        [&](storage::Transaction& transaction) { return carry_roles(transaction, unit, into); });
}

} // namespace

std::vector<Change> unit_changes() {
    return {
        {"/organisation/{unit}/move", "/api/v1/units/{unit}/move", may::organisation_manage, view_move,
         send_move, "Move a unit beneath another from a day on",
         R"({"type":"object","required":["parent","from"],"properties":{"parent":{"type":"integer"},"from":{"type":"string","format":"date"}}})"},
        {"/organisation/{unit}/rename", "/api/v1/units/{unit}/rename", may::organisation_manage, view_rename,
         send_rename, "Rename a unit from a day on",
         R"({"type":"object","required":["name","from"],"properties":{"name":{"type":"string","maxLength":200},"from":{"type":"string","format":"date"}}})"},
        {"/organisation/{unit}/close", "/api/v1/units/{unit}/close", may::organisation_manage, view_close,
         send_close, "Close a unit; from is the first day it is no longer open",
         R"({"type":"object","required":["from"],"properties":{"from":{"type":"string","format":"date"}}})"},
        {"/organisation/{unit}/reopen", "/api/v1/units/{unit}/reopen", may::organisation_manage, nullptr,
         send_reopen, "Take back the closing of a unit"},
        {"/organisation/{unit}/merge", "/api/v1/units/{unit}/merge", may::organisation_manage, view_merge,
         send_merge, "Merge a unit into another from a day on",
         R"({"type":"object","required":["into","from"],"properties":{"into":{"type":"integer"},"from":{"type":"string","format":"date"}}})"},
    };
}

} // namespace maerkbar::organisation
