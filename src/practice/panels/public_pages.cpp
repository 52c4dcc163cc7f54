#include <algorithm>

#include "base/distinct.hpp"
#include "base/translatable.hpp"
#include "organisation/scope_sql.hpp"
#include "organisation/theme.hpp"
#include "practice/panels/pages.hpp"
#include "practice/panels/routes.hpp"
#include "web/parts/paragraphs.hpp"

namespace maerkbar::panels {

using namespace web::literals;
using organisation::Services;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct Place {
    TenantId tenant;
    std::shared_ptr<const organisation::UnitTree> tree;
    Date today;
};

Result<Place> place_of(Services& services, const web::Context& context) {
    const auto tenant = TRY(services.database.read([&](storage::Connection& connection) {
        return organisation::tenant_at(connection, context.request);
    }));
    if (!tenant)
        return Error{ErrorKind::not_found, "panels.nowhere", translatable("There is no municipality here.")};
    return Place{tenant->id, TRY(services.trees.get(tenant->id)), services.today()};
}

std::string beneath(const organisation::UnitTree& tree, UnitId unit, Date today) {
    return organisation::scope_condition(organisation::UnitScope({unit}), tree, today, "unit_id");
}

// Of what is published neither who took part nor the actions.
Html said_and_done(const Place& place, std::span<const Panel> published, const web::Language& language) {
    Html html;
    for (const auto& panel : published) {
        Html part = parts::section(language("You said"), parts::paragraphs(panel.fields.said), 3);
        part << parts::section(language("We did"), parts::paragraphs(panel.fields.done), 3);
        html << parts::section(std::string(place.tree->name(panel.fields.unit, place.today)) + " · " +
                                   language.date(panel.fields.held_on),
                               part);
    }
    return html;
}

// The units that have pages of their own, by name.
Html unit_list(const Place& place, std::span<const Panel> published, const web::Language& language) {
    std::vector<UnitId> units;
    for (const auto& panel : published)
        units.push_back(place.tree->standing_for(panel.fields.unit, place.today));
    sort_distinct(units);
    std::ranges::sort(units, [&](UnitId a, UnitId b) {
        return language.compare(place.tree->name(a, place.today), place.tree->name(b, place.today)) < 0;
    });
    std::vector<parts::Crumb> links;
    for (const auto unit : units)
        if (unit != place.tree->root())
            links.push_back(
                {std::string(place.tree->name(unit, place.today)), public_address(*place.tree, unit)});
    return links.empty() ? Html() : parts::link_line(links);
}

Result<std::vector<Panel>> published_in(Services& services, const Place& place,
                                        const std::string& condition) {
    return services.database.read([&](storage::Connection& connection) {
        return list_panels(connection, place.tenant, condition, true);
    });
}

} // namespace

std::string public_address(const organisation::UnitTree& tree, UnitId unit) {
    return unit == tree.root() ? "/you-said" : "/you-said/" + std::to_string(unit.value);
}

Result<Response> public_page(Services& services, web::Context& context) {
    const auto& language = context.language;
    const auto place = TRY(place_of(services, context));
    const auto found = TRY(published_in(services, place, "1 = 1"));
    Html body = unit_list(place, found, language);
    body << said_and_done(place, found, language);
    if (found.empty())
        body = parts::empty_state(
            language("Nothing here yet"),
            language("When a unit has done something that users asked for, it stands here."));
    auto info = services.frame.info(context, language("You said, we did"));
    info.lead = language("What users have told us, and what we have done about it.");
    return Response::html(parts::page(info, body));
}

Result<Response> public_unit_page(Services& services, web::Context& context) {
    const auto& language = context.language;
    const auto place = TRY(place_of(services, context));
    const auto asked = TRY(context.request.parameters.id<UnitId>("unit"));
    const auto unit = place.tree->standing_for(asked, place.today);
    if (unit != asked || unit == place.tree->root())
        return Response::redirect(public_address(*place.tree, unit));
    const auto found = TRY(published_in(services, place, beneath(*place.tree, unit, place.today)));
    if (found.empty())
        return Error{ErrorKind::not_found, "panels.nothing_public",
                     translatable("This unit has published nothing just now. What the other units have done "
                                  "stands on the page /you-said.")};
    auto info = services.frame.info(
        context,
        language("You said, we did: {unit}", {{"unit", std::string(place.tree->name(unit, place.today))}}));
    info.lead = language("What users have told us, and what we have done about it.");
    info.crumbs = {{language("You said, we did"), "/you-said"}};
    return Response::html(parts::page(info, said_and_done(place, found, language)));
}

Result<Html> public_page_link(storage::Connection& connection, const organisation::Viewer& viewer,
                              UnitId unit, const web::Language& language) {
    const auto condition = beneath(*viewer.tree, unit, viewer.today);
    if (!TRY(anything_public(connection, viewer.tenant(), condition))) return Html();
    return parts::link_line(
        {{language("What users said here, and what was done"), public_address(*viewer.tree, unit)}});
}

} // namespace maerkbar::panels
