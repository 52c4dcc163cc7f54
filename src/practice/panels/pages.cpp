#include "practice/panels/pages.hpp"

#include "actions/store.hpp"
#include "actions/table.hpp"
#include "base/translatable.hpp"
#include "organisation/scope_sql.hpp"
#include "web/parts/paragraphs.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::panels {

using namespace web::literals;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

std::string seen_condition(const Visit& visit) {
    return organisation::scope_condition(visit.viewer.scope(may::measurement_read), *visit.viewer.tree,
                                         visit.viewer.today, "unit_id");
}

// The first words of a text, for lists.
std::string first_words(const std::string& text) {
    constexpr std::size_t most = 90;
    if (text.size() <= most) return text;
    const auto blank = text.rfind(' ', most);
    return text.substr(0, blank == std::string::npos ? most : blank) + " …";
}

Html public_tag(const Panel& panel, const web::Language& language) {
    if (panel.public_since) return parts::tag(parts::TagKind::met, language("Public"));
    if (panel.fields.done.empty()) return parts::tag(parts::TagKind::no_data, language("Nothing done yet"));
    return parts::tag(parts::TagKind::information, language("Not public"));
}

Html part_of(std::string_view heading, std::string_view text, const std::string& otherwise) {
    return parts::section(
        heading, text.empty() ? Html() << "<p>"_html << otherwise << "</p>"_html : parts::paragraphs(text));
}

Html facts(const Visit& visit, const Panel& panel) {
    const auto& language = visit.language;
    const auto& fields = panel.fields;
    std::vector<parts::Fact> facts;
    facts.push_back({language("Unit"), organisation::words(organisation::unit_name(visit, fields.unit))});
    facts.push_back({language("When"), organisation::words(language.date(fields.held_on))});
    if (!fields.took_part.empty())
        facts.push_back({language("Who took part"), organisation::words(fields.took_part)});
    if (fields.people)
        facts.push_back({language("How many"), organisation::words(language.integer(*fields.people))});
    facts.push_back(
        {language("On the public page"),
         panel.public_since
             ? organisation::link(public_address(*visit.viewer.tree, fields.unit),
                                  language("since {date}", {{"date", language.date(*panel.public_since)}}))
             : organisation::words(language("no"))});
    return parts::fact_list(facts);
}

Html buttons(Visit& visit, const Panel& panel) {
    const auto& language = visit.language;
    std::vector<Html> row;
    if (visit.viewer.may(may::actions_write, panel.fields.unit)) {
        row.push_back(parts::button_link(language("Change"), path_of(panel.id, "/edit")));
        row.push_back(parts::button_link(language("New action"), path_of(panel.id, "/actions")));
    }
    const bool open = panel.public_since.has_value();
    if (visit.viewer.may(may::targets_set, panel.fields.unit) && (open || !panel.fields.done.empty())) {
        Html content = parts::hidden_field("public", open ? "no" : "yes");
        content << parts::button(
            open ? language("Take off the public page") : language("Put on the public page"),
            parts::ButtonKind::primary);
        row.push_back(parts::form(
            {.action = path_of(panel.id, "/publish"), .csrf = visit.context.csrf_field()}, content));
    }
    return row.empty() ? Html() : parts::button_row(row);
}

void write(JsonWriter& json, const Panel& panel) {
    const auto& fields = panel.fields;
    json.begin_object().member("id", panel.id).member("unit", fields.unit);
    json.member("kind", name_of(fields.kind)).member("held_on", fields.held_on);
    json.member("took_part", fields.took_part).member("people", fields.people);
    json.member("said", fields.said).member("done", fields.done);
    json.member("public_since", panel.public_since).member("version", panel.version).end_object();
}

Result<std::vector<Panel>> seen_panels(Visit& visit) {
    return visit.services.database.read([&](storage::Connection& connection) {
        return list_panels(connection, visit.viewer.tenant(), seen_condition(visit), false);
    });
}

} // namespace

std::string path_of(PanelId panel, std::string_view tail) {
    return "/panels/" + std::to_string(panel.value) + std::string(tail);
}

std::string kind_text(Kind kind, const web::Language& language) {
    switch (kind) {
        case Kind::panel:
            return language("User panel");
        case Kind::meeting:
            return language("Dialogue meeting");
        case Kind::survey:
            return language("Survey");
        case Kind::feedback:
            return language("Praise, complaints and suggestions");
    }
    return {};
}

Result<Panel> panel_in_path(Visit& visit) {
    const auto id = TRY(visit.context.request.parameters.id<PanelId>("panel"));
    auto panel = TRY(visit.services.database.read(
        [&](storage::Connection& connection) { return read_panel(connection, visit.viewer.tenant(), id); }));
    if (!visit.viewer.may(may::measurement_read, panel.fields.unit))
        return Error{ErrorKind::not_found, "panels.unknown", translatable("There is no such meeting.")};
    return panel;
}

Result<Response> show_list(Visit& visit) {
    const auto& language = visit.language;
    const auto found = TRY(seen_panels(visit));
    parts::Table table{language("You said, we did"), false};
    table.columns = {{language("What was said")},
                     {language("When")},
                     {language("What it was")},
                     {language("Unit")},
                     {language("Public page")}};
    table.empty = language("Nothing is written down yet. Begin with the latest meeting with users.");
    for (const auto& panel : found)
        table.rows.push_back({organisation::link(path_of(panel.id), first_words(panel.fields.said)),
                              organisation::words(language.date(panel.fields.held_on)),
                              organisation::words(kind_text(panel.fields.kind, language)),
                              organisation::words(organisation::unit_name(visit, panel.fields.unit)),
                              public_tag(panel, language)});
    auto info = organisation::info_of(visit, language("You said, we did"),
                                      language("What users said at panels and meetings, and what was done."));
    std::vector<Html> row;
    if (visit.viewer.access.may(may::actions_write))
        row.push_back(parts::button_link(language("Write down what was said"), "/panels/new",
                                         parts::ButtonKind::primary));
    row.push_back(parts::button_link(language("The public page"), "/you-said"));
    info.actions = parts::button_row(row);
    return organisation::page_of(info, parts::table(table));
}

Result<Response> show_panel(Visit& visit) {
    const auto& language = visit.language;
    const auto panel = TRY(panel_in_path(visit));
    const auto found = TRY(visit.services.database.read([&](storage::Connection& connection) {
        return actions::actions_from(connection, visit.viewer.tenant(), "panel", panel.id.value);
    }));
    auto info = organisation::info_of(visit, kind_text(panel.fields.kind, language), {},
                                      {{language("You said, we did"), "/panels"}});
    Html body = facts(visit, panel);
    body << part_of(language("What was said"), panel.fields.said, "")
         << part_of(language("What was done"), panel.fields.done, language("Nothing yet."))
         << parts::section(language("Actions"), actions::table_of(found, language)) << buttons(visit, panel);
    return organisation::page_of(info, body);
}

Result<Response> list_json(Visit& visit) {
    JsonWriter json;
    json.begin_object().key("items").begin_array();
    for (const auto& panel : TRY(seen_panels(visit)))
        write(json, panel);
    json.end_array().end_object();
    return Response::json(std::move(json).text());
}

Result<Response> panel_json(Visit& visit) {
    JsonWriter json;
    write(json, TRY(panel_in_path(visit)));
    return Response::json(std::move(json).text());
}

} // namespace maerkbar::panels
