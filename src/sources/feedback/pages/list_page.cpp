#include <algorithm>

#include "base/translatable.hpp"
#include "organisation/scope_sql.hpp"
#include "sources/feedback/pages/pages.hpp"
#include "sources/feedback/permission.hpp"
#include "web/url.hpp"

namespace maerkbar::feedback {

using namespace web::literals;
using organisation::Visit;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct View {
    std::string_view name;
    const char* text;
};
constexpr View views[] = {{"open", translatable("Waiting")},
                          {"overdue", translatable("Past the deadline")},
                          {"mine", translatable("Mine")},
                          {"ended", translatable("Dealt with")},
                          {"all", translatable("All")}};

std::string view_asked(const Visit& visit) {
    const auto asked = visit.context.request.query.text("show", "open");
    const auto known = std::ranges::find(views, asked, &View::name);
    return known == std::end(views) ? "open" : asked;
}

Html view_tabs(const Visit& visit) {
    std::vector<parts::Tab> tabs;
    for (const auto& view : views)
        tabs.push_back({visit.language(view.text),
                        web::with_query("/feedback", {{"show", std::string(view.name)}}),
                        view.name == view_asked(visit)});
    return parts::tabs(visit.language("Which entries"), tabs);
}

Html due_words(const Entry& entry, const web::Language& language) {
    if (entry.answered_on)
        return organisation::words(
            language("answered {date}", {{"date", language.date(*entry.answered_on)}}));
    return organisation::words(entry.due_on ? language.date(*entry.due_on) : language("no deadline"));
}

Html entries_table(const Visit& visit, const std::vector<Entry>& entries) {
    const auto& language = visit.language;
    parts::Table table{language("Praise and complaints"), false};
    table.columns = {{language("Entry")}, {language("Deadline")},    {language("State")},
                     {language("Unit")},  {language("Responsible")}, {language("Received")}};
    table.empty = language("Nothing here. What citizens say or send stands here until it is answered.");
    for (const auto& entry : entries)
        table.rows.push_back(
            {organisation::link(path_of(entry.id), title_of(entry, language)), due_words(entry, language),
             state_tags(entry, visit.viewer.today, language),
             organisation::words(organisation::unit_name(visit, entry.fields.place.unit)),
             organisation::words(entry.responsible_name.empty() ? "–" : entry.responsible_name),
             organisation::words(language.date(entry.fields.received_on))});
    return parts::table(table);
}

std::string lead_of(const web::Language& language, const Waiting& waiting) {
    if (waiting.open == 0) return language("Nobody waits for an answer.");
    auto text = language.plural("{count} entry waits.", "{count} entries wait.", waiting.open);
    if (waiting.overdue > 0)
        text += " " + language.plural("{count} of them is past its deadline.",
                                      "{count} of them are past their deadline.", waiting.overdue);
    return text;
}

Html buttons(const Visit& visit) {
    const auto& language = visit.language;
    std::vector<Html> row = {parts::button_link(language("Write down what was said"), "/feedback/new",
                                                parts::ButtonKind::primary)};
    row.push_back(parts::button_link(language("Mail about something new"), "/feedback/mail"));
    if (visit.viewer.access.may(may_handle))
        row.push_back(parts::button_link(language("As a file (CSV)"), "/feedback/export"));
    if (visit.viewer.may_everywhere(may_handle))
        row.push_back(parts::button_link(language("Rules"), "/feedback/rules"));
    return parts::button_row(row);
}

} // namespace

EntryQuery query_of(const Visit& visit, std::string_view permission) {
    EntryQuery query;
    query.condition = organisation::scope_condition(visit.viewer.scope(permission), *visit.viewer.tree,
                                                    visit.viewer.today, "e.unit_id");
    query.today = visit.viewer.today;
    const auto view = view_asked(visit);
    query.which = which_named(view).value_or(Which::open);
    if (view == "mine") query.responsible = visit.viewer.actor.person;
    if (view == "mine" && !query.responsible) query.condition = "1 = 0"; // an integration is nobody
    query.kind = kind_named(visit.context.request.query.text("kind"));
    return query;
}

Result<std::vector<Entry>> entries_of(Visit& visit, const EntryQuery& query) {
    return visit.services.database.read([&](storage::Connection& connection) {
        return list_entries(connection, visit.viewer.tenant(), query);
    });
}

Result<Response> show_list(Visit& visit) {
    const auto& language = visit.language;
    const auto query = query_of(visit, may_write);
    const auto entries = TRY(entries_of(visit, query));
    const auto waiting = TRY(visit.services.database.read([&](storage::Connection& connection) {
        return count_waiting(connection, visit.viewer.tenant(), query.condition, visit.viewer.actor.person,
                             visit.viewer.today);
    }));
    auto info = organisation::info_of(visit, language("Praise and complaints"), lead_of(language, waiting));
    info.actions = buttons(visit);
    Html body = view_tabs(visit);
    return organisation::page_of(info, body << entries_table(visit, entries));
}

Result<Html> waiting_notice(storage::Connection& connection, const organisation::Viewer& viewer, UnitId unit,
                            const web::Language& language) {
    if (!viewer.may(may_write, unit)) return Html();
    const auto beneath = organisation::scope_condition(organisation::UnitScope({unit}), *viewer.tree,
                                                       viewer.today, "e.unit_id");
    const auto waiting =
        TRY(count_waiting(connection, viewer.tenant(), beneath, viewer.actor.person, viewer.today));
    if (waiting.open == 0) return Html();
    Html more = "<p>"_html;
    more << organisation::link("/feedback", language("See praise and complaints")) << "</p>"_html;
    return parts::notice(waiting.overdue > 0 ? parts::NoticeKind::warning : parts::NoticeKind::information,
                         language("Praise and complaints:") + " " + lead_of(language, waiting), more);
}

} // namespace maerkbar::feedback
