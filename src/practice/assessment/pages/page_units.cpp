#include <algorithm>
#include <map>

#include "base/local_time.hpp"
#include "organisation/scope_sql.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// One model across units: median and spread of each area, how many report, and how old the oldest is.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = organisation::permission;

namespace {

struct Across {
    std::vector<Standing> latest; // of each unit, one
    std::vector<Standing> peers;  // of units the person may not see; shown without names
    int units = 0;                // open units beneath what they see
};

bool agreed(const Round& round) {
    return round.state == State::improving || round.state == State::closed;
}

Date day_of(const Round& round) {
    return local_day(round.closed.value_or(round.created));
}

// The newest agreed round of each unit on that model.
std::map<UnitId, Round> newest_of(const RoundVisit& visit, const std::vector<Round>& rounds,
                                  std::string_view model) {
    std::map<UnitId, Round> newest;
    for (const auto& round : rounds)
        if (agreed(round) && round.model == model) newest.try_emplace(visit.unit_now(round), round);
    return newest;
}

Result<Across> read_across(RoundVisit& visit, std::string_view model) {
    const auto& viewer = visit.viewer();
    const auto scope = viewer.scope(may::measurement_read);
    return visit.read([&](storage::Connection& connection) -> Result<Across> {
        Across across;
        const auto all = TRY(list_rounds(connection, visit.tenant(), "1 = 1"));
        for (const auto& [unit, round] : newest_of(visit, all, model)) {
            auto& into = scope.contains(*viewer.tree, unit, viewer.today) ? across.latest : across.peers;
            into.push_back(TRY(read_standing(connection, visit.tenant(), round)));
        }
        for (const auto unit : scope.units(*viewer.tree, viewer.today))
            across.units += viewer.tree->open(unit, viewer.today) ? 1 : 0;
        return across;
    });
}

std::optional<UnitStand> stand_of(const Standing& standing, const std::string& area) {
    const auto found = standing.profile.nodes.find(area);
    if (found == standing.profile.nodes.end() || !found->second.value) return std::nullopt;
    return UnitStand{*found->second.value, day_of(standing.round)};
}

std::vector<UnitStand> stands_of(const std::vector<Standing>& standings, const std::string& area) {
    std::vector<UnitStand> stands;
    for (const auto& standing : standings)
        if (const auto stand = stand_of(standing, area)) stands.push_back(*stand);
    return stands;
}

Html over_table(const Across& across, const Model& model, const web::Language& language) {
    parts::Table table{language("All units you see"), true};
    table.columns = {{language("Area")},
                     {language("Median"), true},
                     {language("From–to"), true},
                     {language("Reporting"), true},
                     {language("Oldest from")}};
    for (const auto* top : model.children({})) {
        const auto over = over_units(stands_of(across.latest, top->id), across.units);
        if (!over) continue;
        table.rows.push_back(
            {organisation::words(title_of(*top, language)),
             organisation::words(language.number(over->median, 1)),
             organisation::words(language.number(over->lowest, 1) + "–" + language.number(over->highest, 1)),
             organisation::words(language("{count} of {all}", {{"count", language.integer(over->reporting)},
                                                               {"all", language.integer(over->of)}})),
             organisation::words(language.date(over->oldest))});
    }
    table.empty = language("No unit has ended a round on this model.");
    return parts::table(table);
}

Html unit_table(const RoundVisit& visit, const Across& across, const Model& model) {
    const auto& language = visit.language();
    parts::Table table{language("Unit by unit"), true};
    table.columns = {{language("Unit")}, {language("Round")}, {language("From")}};
    for (const auto* top : model.children({})) // the table above says what each is called
        table.columns.push_back({top->id, true});
    for (const auto& standing : across.latest) {
        std::vector<Html> row = {
            organisation::words(organisation::unit_name(visit.page, visit.unit_now(standing.round))),
            organisation::link(address_of(standing.round.id, "/profile"), standing.round.fields.name),
            organisation::words(language.date(day_of(standing.round)))};
        for (const auto* top : model.children({})) {
            const auto stand = stand_of(standing, top->id);
            row.push_back(organisation::words(stand ? language.number(stand->value, 1) : "–"));
        }
        table.rows.push_back(std::move(row));
    }
    return table.rows.empty() ? Html() : parts::table(table);
}

Html peers_part(const Across& across, const Model& model, const web::Language& language) {
    if (std::ssize(across.peers) < least_peers)
        return Html() << "<p class=\"hint\">"_html
                      << language(
                             "Other units are shown without names, and only when there are five or more.")
                      << "</p>"_html;
    parts::Table table{language("Other units, without names"), true};
    table.columns = {{language("Area")}, {language("Median"), true}, {language("From–to"), true}};
    for (const auto* top : model.children({})) {
        const auto stands = stands_of(across.peers, top->id);
        const auto over = over_units(stands, 0);
        if (!over || std::ssize(stands) < least_peers) continue;
        table.rows.push_back({organisation::words(title_of(*top, language)),
                              organisation::words(language.number(over->median, 1)),
                              organisation::words(language.number(over->lowest, 1) + "–" +
                                                  language.number(over->highest, 1))});
    }
    return parts::table(table);
}

Html model_filter(const std::vector<Model>& all, const Model& chosen, const web::Language& language) {
    std::vector<parts::Choice> choices;
    for (const auto& model : all)
        choices.push_back({model.id, model.names.in(language.code()), {}, model.id == chosen.id});
    Html fields = parts::select_field({{.name = "model", .text = language("Model")}, choices}, language);
    fields << parts::button(language("Show"), parts::ButtonKind::secondary);
    return parts::form({.action = "/assessments/units"}, fields);
}

// The model asked for, or the one most recently used.
Result<Model> model_of(RoundVisit& visit, const std::vector<Model>& all) {
    const auto asked = visit.context().request.query.text("model");
    const auto rounds = TRY(visit.read(
        [&](storage::Connection& connection) { return list_rounds(connection, visit.tenant(), "1 = 1"); }));
    const auto latest = std::ranges::find_if(rounds, agreed);
    const auto wanted = !asked.empty() ? asked : latest == rounds.end() ? all.front().id : latest->model;
    for (const auto& model : all)
        if (model.id == wanted) return model;
    return all.front();
}

} // namespace

Result<Response> show_units(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto all =
        TRY(visit.read([&](storage::Connection& connection) { return models(connection, visit.tenant()); }));
    const auto model = TRY(model_of(visit, all));
    const auto across = TRY(read_across(visit, model.id));
    const auto info =
        organisation::info_of(visit.page, language("Across units"),
                              language("Median and spread, never a sum. Compare first with your own earlier "
                                       "rounds: the numbers are each group's own view."),
                              {{language("Self-assessment"), "/assessments"}});
    Html body = R"(<div class="stack">)"_html;
    body << model_filter(all, model, language) << over_table(across, model, language)
         << unit_table(visit, across, model) << peers_part(across, model, language);
    return organisation::page_of(info, body << "</div>"_html);
}

} // namespace maerkbar::assessment
