#include "organisation/page_support.hpp"

#include <algorithm>
#include <functional>

#include "base/translatable.hpp"
#include "web/parts/page.hpp"

namespace maerkbar::organisation {

using namespace web::literals;
using web::Html;
namespace parts = web::parts;

namespace {

struct Label {
    std::string_view code;
    const char* text;
};

constexpr Label role_labels[] = {{"administrator", translatable("Administrator")},
                                 {"quality_consultant", translatable("Quality consultant")},
                                 {"leader", translatable("Leader")},
                                 {"employee", translatable("Employee")},
                                 {"reader", translatable("Reader")}};

constexpr Label permission_labels[] = {
    {permission::organisation_manage, translatable("Set up units, services, places and hours")},
    {permission::people_manage, translatable("Look after people and roles")},
    {permission::tokens_manage, translatable("Look after keys for other systems")},
    {permission::audit_read, translatable("Read the audit trail")},
    {permission::measurement_read, translatable("See results")},
    {permission::measurement_define, translatable("Define indicators")},
    {"surveys.manage", translatable("Make surveys and ask them")},
    {"surveys.export", translatable("Take single answers out as files")},
    {"surveys.moderate", translatable("Read through what people wrote before others may")},
    {"feedback.write", translatable("Write in the register of praise and complaints")},
    {"feedback.handle", translatable("Answer praise and complaints, and take them out as files")},
    {permission::targets_set, translatable("Set targets")},
    {permission::import_run, translatable("Import files")},
    {permission::figures_enter, translatable("Enter figures")},
    {permission::rows_read, translatable("See single rows behind a result")},
    {permission::notes_write, translatable("Write notes on charts")},
    {permission::actions_write, translatable("Write actions")},
    {permission::assessment_lead, translatable("Set up and run self-assessments")}};

std::string label_of(std::span<const Label> labels, std::string_view code, const web::Language& language) {
    const auto found = std::ranges::find(labels, code, &Label::code);
    return found == labels.end() ? std::string{code} : language(found->text);
}

std::vector<UnitId> sorted_by_name(const Visit& visit, std::vector<UnitId> units) {
    std::ranges::sort(units, [&](UnitId a, UnitId b) {
        return visit.language.compare(visit.viewer.tree->name(a, visit.viewer.today),
                                      visit.viewer.tree->name(b, visit.viewer.today)) < 0;
    });
    return units;
}

} // namespace

Html link(std::string_view href, std::string_view text) {
    Html html;
    html << "<a"_html << web::Attribute{"href", href} << ">"_html << text << "</a>"_html;
    return html;
}

Html words(std::string_view text) {
    Html html;
    html << text;
    return html;
}

Html send_button(Visit& visit, std::string action, std::string_view text, std::string confirm) {
    return parts::button_form(
        {.action = std::move(action), .csrf = visit.context.csrf_field(), .confirm = std::move(confirm)},
        text);
}

parts::Column action_column(const web::Language& language) {
    parts::Column column{language("Action")};
    column.if_filled = true;
    return column;
}

std::string validity_text(const Validity& valid, const web::Language& language) {
    if (!valid.has_start() && !valid.has_end()) return language("always");
    if (!valid.has_end()) return language("since {day}", {{"day", language.date(valid.from)}});
    if (!valid.has_start()) return language("until {day}", {{"day", language.date(valid.last())}});
    return language("{from} to {to}",
                    {{"from", language.date(valid.from)}, {"to", language.date(valid.last())}});
}

std::string moment_text(Instant instant, const web::Language& language) {
    return language.moment(std::chrono::floor<std::chrono::seconds>(instant));
}

std::string level_name(const UnitLevel& level, const web::Language& language) {
    return language(level.name);
}

std::string role_name(Role role, const web::Language& language) {
    return label_of(role_labels, name_of(role), language);
}

std::string permission_name(std::string_view permission, const web::Language& language) {
    return label_of(permission_labels, permission, language);
}

std::vector<parts::Choice> unit_choices(Visit& visit, const UnitScope& scope, UnitId chosen,
                                        std::string none) {
    std::vector<parts::Choice> choices;
    if (!none.empty()) choices.push_back({"", std::move(none), {}, !chosen});
    const auto& tree = *visit.viewer.tree;
    const auto today = visit.viewer.today;
    const std::function<void(UnitId, int)> add = [&](UnitId unit, int depth) {
        std::string text;
        for (int i = 0; i < depth; ++i)
            text += "– ";
        choices.push_back(
            {std::to_string(unit.value), text + std::string{tree.name(unit, today)}, {}, unit == chosen});
        for (const auto child : sorted_by_name(visit, tree.children(unit, today)))
            add(child, depth + 1);
    };
    for (const auto top : sorted_by_name(visit, scope.entries(tree, today)))
        if (tree.open(top, today)) add(top, 0);
    return choices;
}

parts::TextField date_field(parts::Label label, std::string value) {
    return {.label = std::move(label),
            .value = std::move(value),
            .type = "date",
            .width = parts::FieldWidth::narrow};
}

parts::PageInfo info_of(Visit& visit, std::string title, std::string lead, std::vector<parts::Crumb> crumbs) {
    auto info = visit.services.frame.info(visit.context, std::move(title));
    info.lead = std::move(lead);
    info.crumbs = std::move(crumbs);
    return info;
}

web::Response page_of(const parts::PageInfo& info, const Html& body) {
    return web::Response::html(parts::page(info, body));
}

web::Response list_json(JsonWriter items, const web::Pagination& pagination, std::int64_t total) {
    JsonWriter json;
    json.begin_object().key("items").raw(items.text());
    json.member("page", pagination.page)
        .member("pages", pagination.pages(total))
        .member("total", total)
        .end_object();
    return web::Response::json(std::move(json).text());
}

std::string unit_name(const Visit& visit, UnitId unit) {
    return std::string{visit.viewer.tree->name(unit, visit.viewer.today)};
}

std::string unit_path(const Visit& visit, UnitId unit) {
    auto path = unit_name(visit, unit);
    for (const auto up : visit.viewer.tree->ancestors_now(unit, visit.viewer.today))
        path += ", " + unit_name(visit, up);
    return path;
}

} // namespace maerkbar::organisation
