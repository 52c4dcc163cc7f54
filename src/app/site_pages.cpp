#include "app/site_pages.hpp"

#include "organisation/people.hpp"
#include "organisation/viewer.hpp"
#include "web/parts/pieces.hpp"

namespace maerkbar::app {

using namespace web::literals;
using web::Context;
using web::Html;
using web::Response;

namespace {

namespace permission = organisation::permission;

constexpr std::size_t most_hits = 50; // of each kind

void add_hit(Html& list, std::string_view href, std::string_view text) {
    list << "<li><a"_html << web::Attribute{"href", href} << ">"_html << text << "</a></li>"_html;
}

Html hits(const std::string& heading, const Html& list) {
    if (list.empty()) return {};
    return web::parts::section(heading, Html() << "<ul>"_html << list << "</ul>"_html);
}

bool matches(std::string_view text, const std::string& wanted) {
    return organisation::folded(text).find(wanted) != std::string::npos;
}

Html units_found(const organisation::Viewer& viewer, const std::string& wanted) {
    Html list;
    std::size_t found = 0;
    for (const auto unit : viewer.scope(permission::measurement_read).units(*viewer.tree, viewer.today))
        if (const auto name = viewer.tree->name(unit, viewer.today);
            viewer.tree->open(unit, viewer.today) && matches(name, wanted) && ++found <= most_hits)
            add_hit(list, "/units/" + std::to_string(unit.value), name);
    return list;
}

// Each in the topmost unit the person may see.
Html indicators_found(const organisation::Viewer& viewer, const measurement::VerdictSnapshot& snapshot,
                      const std::string& wanted, const web::Language& language) {
    Html list;
    const auto entries = viewer.scope(permission::measurement_read).entries(*viewer.tree, viewer.today);
    if (entries.empty()) return list;
    const auto start = "/units/" + std::to_string(entries.front().value) + "/indicators/";
    for (const auto& indicator : snapshot.ground().indicators)
        if (const auto& name = indicator.definition.name.in(language.code());
            !indicator.archived && matches(name, wanted))
            add_hit(list, start + std::to_string(indicator.id.value), name);
    return list;
}

Result<Html> people_found(SiteServices& services, const organisation::Viewer& viewer,
                          const std::string& wanted) {
    Html list;
    if (viewer.scope(permission::people_manage).empty()) return list;
    const auto page = TRY(services.organisation.database.read([&](storage::Connection& connection) {
        return organisation::list_people(connection, viewer.tenant(), viewer.people(),
                                         {wanted, 0, most_hits});
    }));
    for (const auto& person : page.people)
        add_hit(list, "/people/" + std::to_string(person.id.value), person.name);
    return list;
}

Result<Response> search(SiteServices& services, Context& context) {
    const auto& language = context.language;
    const auto typed = context.request.query.text("q");
    const auto wanted = organisation::folded(typed);
    auto info = services.organisation.frame.info(context, language("Search"));
    info.search = typed;
    Html body;
    if (wanted.empty()) {
        body << web::parts::empty_state(
            language("Nothing to search for"),
            language("Write a part of a name in the field at the top of the page."));
        return Response::html(web::parts::page(info, body));
    }
    const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
    const auto snapshot = TRY(services.organisation.database.read([&](storage::Connection& connection) {
        return services.verdicts.now(connection, viewer.tenant(), viewer.today);
    }));
    body << hits(language("Units"), units_found(viewer, wanted))
         << hits(language("Indicators"), indicators_found(viewer, *snapshot, wanted, language))
         << hits(language("People"), TRY(people_found(services, viewer, wanted)));
    if (body.empty())
        body << web::parts::empty_state(
            language("Nothing found"),
            language("No unit, indicator or person that you may see has “{words}” in its name.",
                     {{"words", typed}}));
    return Response::html(web::parts::page(info, body));
}

Result<Response> accessibility(SiteServices& services, Context& context) {
    const auto& language = context.language;
    Html body;
    body << "<p>"_html
         << language(
                "Mærkbar is made to follow WCAG 2.2 at level AA: with the keyboard alone, without script, on "
                "a phone, "
                "in dark and in print, and with charts that are also tables.")
         << "</p><p>"_html
         << language(
                "Automatic checks of every page find no faults. They cannot find all: no test with people "
                "who use "
                "screen readers has been made yet.")
         << "</p><p>"_html
         << language(
                "If something keeps you from using a page, tell the person who runs Mærkbar in your "
                "organisation: "
                "which page it was and what you wanted to do. The organisation publishes its own statement "
                "and "
                "answers you.")
         << "</p>"_html;
    const auto info = services.organisation.frame.info(context, language("Accessibility"));
    return Response::html(web::parts::page(info, body));
}

web::Route page_route(SiteServices& services, std::string_view pattern, web::Access access,
                      Result<Response> (*handler)(SiteServices&, Context&)) {
    web::Route route;
    route.pattern = pattern;
    route.access = access;
    route.csrf = web::Csrf::none;
    route.handler = [&services, handler](Context& context) { return handler(services, context); };
    return route;
}

} // namespace

std::vector<web::Route> site_routes(SiteServices& services) {
    return {page_route(services, "/search", web::Access::signed_in, search),
            page_route(services, "/was", web::Access::open, accessibility)};
}

} // namespace maerkbar::app
