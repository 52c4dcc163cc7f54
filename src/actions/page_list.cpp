#include "actions/visit.hpp"
#include "organisation/scope_sql.hpp"
#include "web/parts/tags.hpp"

namespace maerkbar::actions {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

std::string address_of(ActionId action) {
    return "/actions/" + std::to_string(action.value);
}

Html status_tag(const ActionVisit& visit, const Action& action) {
    const auto& language = visit.language();
    if (action.overdue(visit.viewer().today)) return parts::tag(parts::TagKind::not_met, language("Overdue"));
    const auto kind = action.fields.status == Status::done      ? parts::TagKind::met
                      : action.fields.status == Status::running ? parts::TagKind::information
                                                                : parts::TagKind::no_data;
    return parts::tag(kind, status_text(action.fields.status, language));
}

std::string indicator_name(const std::vector<IndicatorName>& names, IndicatorId id) {
    for (const auto& name : names)
        if (name.id == id) return name.name;
    return "–";
}

struct Listed {
    std::vector<Action> actions;
    std::vector<IndicatorName> indicators;
};

Html table_of(const ActionVisit& visit, const Listed& listed, bool with_owner) {
    const auto& language = visit.language();
    parts::Table table{language("Actions"), false};
    table.columns = {{language("What")}, {language("Due")}, {language("Status")}};
    if (with_owner) table.columns.push_back({language("Owner")});
    table.columns.push_back({language("Unit")});
    table.columns.push_back({language("Should move")});
    table.empty = with_owner ? language(
                                   "No actions here. They come from self-assessments and follow-ups, or are "
                                   "written by hand.")
                             : language("You have no open actions.");
    for (const auto& action : listed.actions) {
        std::vector<Html> row = {organisation::link(address_of(action.id), action.fields.title),
                                 organisation::words(language.date(action.fields.due)),
                                 status_tag(visit, action)};
        if (with_owner) row.push_back(organisation::words(action.owner_name));
        row.push_back(organisation::words(organisation::unit_name(visit.page, action.fields.unit)));
        row.push_back(organisation::words(indicator_name(listed.indicators, action.fields.indicator)));
        table.rows.push_back(std::move(row));
    }
    return parts::table(table);
}

Html unit_filter(ActionVisit& visit, UnitId unit, bool ended) {
    const auto& language = visit.language();
    Html fields = parts::hidden_field("view", "unit");
    fields << parts::select_field(
                  {{.name = "unit", .text = language("Unit and those beneath it")},
                   organisation::unit_choices(visit.page, visit.viewer().scope(may::measurement_read), unit)},
                  language)
           << parts::checkbox("ended", language("Ended ones too"), ended)
           << parts::button(language("Show"), parts::ButtonKind::secondary);
    return parts::form({.action = "/actions"}, fields);
}

// The unit asked for, or the first the person may see.
Result<UnitId> unit_asked(const ActionVisit& visit) {
    const auto& viewer = visit.viewer();
    const auto scope = viewer.scope(may::measurement_read);
    web::Form query(visit.context().request.query);
    const auto asked = query.id<UnitId>("unit");
    if (asked) {
        if (scope.contains(*viewer.tree, asked, viewer.today)) return asked;
        return Error{ErrorKind::not_found, "actions.unit", "There is no such unit, or not for your eyes."};
    }
    const auto entries = scope.entries(*viewer.tree, viewer.today);
    return entries.empty() ? UnitId{} : entries.front();
}

} // namespace

Result<Response> show_actions(ActionVisit& visit) {
    const auto& language = visit.language();
    const bool of_unit = visit.context().request.query.text("view") == "unit";
    const bool ended = visit.context().request.query.has("ended");
    const auto unit = of_unit ? TRY(unit_asked(visit)) : UnitId{};
    ActionQuery query;
    query.ended = ended;
    if (of_unit)
        query.condition = organisation::scope_condition(organisation::UnitScope({unit}), *visit.viewer().tree,
                                                        visit.viewer().today, "a.unit_id");
    else
        query.owner = visit.viewer().actor.person;
    const auto listed = TRY(visit.read([&](storage::Connection& connection) -> Result<Listed> {
        return Listed{TRY(list_actions(connection, visit.viewer().tenant(), query)),
                      TRY(visit.services.indicators(connection, visit.viewer().tenant(), language.code()))};
    }));
    auto info = organisation::info_of(visit.page, language("Actions"),
                                      language("What has been promised, by whom and until when."));
    if (visit.viewer().access.may(may::actions_write))
        info.actions = parts::button_link(language("New action"), "/actions/new", parts::ButtonKind::primary);
    Html body = parts::tabs(
        language("Whose actions"),
        {{language("Mine"), "/actions", !of_unit}, {language("The unit's"), "/actions?view=unit", of_unit}});
    if (of_unit) body << unit_filter(visit, unit, ended);
    body << table_of(visit, listed, of_unit);
    return organisation::page_of(info, Html() << "<div class=\"stack\">"_html << body << "</div>"_html);
}

} // namespace maerkbar::actions
