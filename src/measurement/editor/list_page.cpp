#include <algorithm>
#include <map>

#include "base/translatable.hpp"
#include "measurement/editor/definition_words.hpp"
#include "measurement/editor/visit.hpp"
#include "measurement/library.hpp"
#include "measurement/recompute_jobs.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// GET /indicators: what is in use with the state of its figures, and the library of ready indicators.
namespace maerkbar::measurement::editor {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct Shown {
    std::vector<Indicator> indicators;
    std::map<IndicatorId, storage::Job> jobs; // that compute a definition, or failed to
};

Result<Shown> read_all(Visit& visit) {
    const auto tenant = visit.viewer.tenant();
    return visit.services.database().read([&](storage::Connection& connection) -> Result<Shown> {
        return Shown{TRY(indicators(connection, tenant)), TRY(definition_jobs(connection, tenant))};
    });
}

std::string path_of(IndicatorId indicator, std::string_view tail) {
    return "/indicators/" + std::to_string(indicator.value) + std::string(tail);
}

// Where the figures of the indicator are seen: in the topmost unit this person may read.
Html name_cell(const Visit& visit, const Indicator& indicator) {
    const auto& name = indicator.definition.name.in(visit.language.code());
    const auto tops = visit.viewer.scope(organisation::permission::measurement_read)
                          .entries(*visit.viewer.tree, visit.viewer.today);
    if (tops.empty() || indicator.edition == 0) return words(name);
    return link("/units/" + std::to_string(tops.front().value) + path_of(indicator.id, ""), name);
}

std::string counted(const Visit& visit, const Definition& definition) {
    if (definition.measure.kind == MeasureKind::ratio)
        return visit.language("One indicator divided by another");
    const auto* schema = schema_of(visit, definition.source);
    return schema == nullptr ? definition.source : measure_words(visit.language, definition.measure, *schema);
}

Html state_cell(const Visit& visit, const Indicator& indicator, const storage::Job* job) {
    const auto& language = visit.language;
    if (!indicator.computing) return words(language("Up to date"));
    if (job != nullptr && job->state == storage::JobState::failed && job->error)
        return words(language("The computing failed: {reason}", {{"reason", language.error(*job->error)}}));
    if (job != nullptr && job->total > 0)
        return parts::progress(language("Being computed"),
                               static_cast<double>(job->done) / static_cast<double>(job->total), language);
    return words(indicator.edition == 0 ? language("Being computed for the first time")
                                        : language("A change is being computed; the old figures are shown"));
}

Html change_cell(Visit& visit, const Indicator& indicator) {
    const auto& language = visit.language;
    Html html = R"(<div class="button-row">)"_html;
    if (!indicator.archived) html << link(path_of(indicator.id, "/edit"), language("Edit")) << " "_html;
    Html field = parts::hidden_field("archived", indicator.archived ? "0" : "1");
    field << parts::button(indicator.archived ? language("Use again") : language("Archive"),
                           parts::ButtonKind::secondary);
    html << parts::form({.action = path_of(indicator.id, "/archive"), .csrf = visit.context.csrf_field()},
                        field);
    return html << "</div>"_html;
}

parts::Table table_of(Visit& visit, const Shown& shown, bool archived) {
    const auto& language = visit.language;
    parts::Table table{archived ? language("Archived indicators") : language("Indicators in use"), false};
    table.columns = {{language("Indicator")},
                     {language("What is counted")},
                     {language("Period")},
                     {language("Direction")},
                     {language("State of the figures")}};
    if (visit.may_define()) table.columns.push_back({language("Change")});
    for (const auto& indicator : shown.indicators) {
        if (indicator.archived != archived) continue;
        const auto job = shown.jobs.find(indicator.id);
        const auto& definition = indicator.definition;
        table.rows.push_back(
            {name_cell(visit, indicator), words(counted(visit, definition)),
             words(period_kind_words(language, definition.period)),
             words(direction_words(language, definition.direction)),
             state_cell(visit, indicator, job == shown.jobs.end() ? nullptr : &job->second)});
        if (visit.may_define()) table.rows.back().push_back(change_cell(visit, indicator));
    }
    return table;
}

Html in_use(Visit& visit, const Shown& shown) {
    const auto& language = visit.language;
    const auto table = table_of(visit, shown, false);
    if (table.rows.empty())
        return parts::empty_state(
            language("No indicator is in use yet"),
            visit.may_define()
                ? language("Take a ready one from the library below, or define your own.")
                : language("The quality consultant chooses which indicators the municipality uses."));
    return parts::section(language("In use"), parts::table(table));
}

Html archived(Visit& visit, const Shown& shown) {
    const auto table = table_of(visit, shown, true);
    if (table.rows.empty()) return {};
    return parts::disclosure(visit.language("Archived indicators"), parts::table(table));
}

bool used(const Shown& shown, const std::string& code) {
    return std::ranges::any_of(shown.indicators, [&](const Indicator& indicator) {
        return indicator.library_code == code && !indicator.archived;
    });
}

Html ready_cell(Visit& visit, const LibraryIndicator& ready) {
    const auto& language = visit.language;
    const auto action = "/indicators/library/" + ready.code;
    if (!ready.parameters.empty()) return link(action, language("Choose …"));
    return parts::button_form({.action = action, .csrf = visit.context.csrf_field()},
                              language("Take into use"));
}

Result<Html> library_section(Visit& visit, const Shown& shown) {
    const auto& language = visit.language;
    parts::Table table{language("Ready indicators"), false};
    table.columns = {{language("Indicator")}, {language("What it shows")}, {language("State")}};
    if (visit.may_define()) table.columns.push_back({language("Add")});
    for (const auto& ready : TRY(library(visit.services.languages))) {
        table.rows.push_back({words(ready.definition.name.in(language.code())),
                              words(ready.definition.description.in(language.code())),
                              words(used(shown, ready.code) ? language("In use") : language("Not in use"))});
        if (visit.may_define()) table.rows.back().push_back(ready_cell(visit, ready));
    }
    return parts::section(language("Library of ready indicators"), parts::table(table));
}

} // namespace

Result<Response> list(Services& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto& language = here.language;
    const auto shown = TRY(read_all(here));
    auto info = info_of(here, language("Indicators"),
                        language("What the municipality measures, and ready indicators to take into use."));
    info.crumbs.clear();
    if (here.may_define())
        info.actions = parts::button_link(language("Define an indicator"), "/indicators/new",
                                          parts::ButtonKind::primary);
    Html body;
    body << in_use(here, shown) << TRY(library_section(here, shown)) << archived(here, shown);
    auto response = Response::html(parts::page(info, body));
    if (std::ranges::any_of(shown.indicators, &Indicator::computing))
        response.headers.set("Refresh", "5"); // progress, without script
    return response;
}

Result<Response> archive(Services& services, web::Context& context) {
    auto here = TRY(definer(services, context));
    const auto id = TRY(context.request.parameters.id<IndicatorId>("indicator"));
    const bool archived = here.sent().text("archived") == "1";
    TRY(services.database().write(here.viewer.actor, [&](storage::Transaction& transaction) {
        return archive_indicator(transaction, id, archived);
    }));
    return Response::redirect("/indicators");
}

} // namespace maerkbar::measurement::editor
