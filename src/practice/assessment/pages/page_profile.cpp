#include "practice/assessment/pages/dots.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/profile_parts.hpp"
#include "practice/assessment/pages/words.hpp"
#include "practice/assessment/rounds/model_catalogue.hpp"

// What the group agreed: every item with its spread, areas, efforts and results, and the change since last
// time.
namespace maerkbar::assessment {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

std::string rolled_text(const Rolled& rolled, const web::Language& language) {
    if (!rolled.value) return "–";
    auto text = language.number(*rolled.value, 1);
    if (rolled.points) text = language("{value} points", {{"value", text}});
    return text;
}

std::string counted(const Rolled& rolled, const web::Language& language) {
    return language("{count} of {all}",
                    {{"count", language.integer(rolled.answered)}, {"all", language.integer(rolled.of)}});
}

std::vector<Html> area_row(const std::string& name, const Rolled& rolled, const web::Language& language) {
    return {organisation::words(name), organisation::words(rolled_text(rolled, language)),
            organisation::words(counted(rolled, language))};
}

void add_lines(Html& html, const std::string& name, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    html << "<h4>"_html << name << "</h4><ul>"_html;
    for (const auto& line : lines)
        html << "<li>"_html << line << "</li>"_html;
    html << "</ul>"_html;
}

Html value_part(const Panels& panels, const ItemStanding& item) {
    const auto& language = panels.language;
    if (item.scale == nullptr || !item.item.value)
        return Html() << "<p>"_html << language("No value") << "</p>"_html;
    Html html = "<p class=\"card-value\"><strong>"_html;
    html << value_text(*item.item.value, language) << "</strong> <span>"_html
         << item.scale->ladder()[band_of(*item.scale, *item.item.value)].label.in(language.code())
         << "</span></p>"_html;
    const auto* old = panels.before == nullptr ? nullptr : panels.before->find(item.item.item);
    if (old != nullptr)
        html << change_tag(change_between(panels.before->stand(*old), panels.standing.stand(item)), language);
    return html;
}

Html item_part(const Panels& panels, const ItemStanding& item) {
    const auto& language = panels.language;
    Html html = "<article class=\"panel\"><h3>"_html;
    html << title_of(*item.node, language) << "</h3>"_html << value_part(panels, item);
    if (item.scale != nullptr && !item.points.empty()) {
        DotPlot plot{*item.scale, item.node->names.in(language.code()), item.points};
        plot.agreed = item.item.value;
        html << dot_plot(plot, language);
    }
    html << "<p>"_html << reason_text(item.item, language) << "</p>"_html;
    if (!item.item.minority_note.empty())
        html << "<p class=\"hint\">"_html
             << language("Some disagree: {note}", {{"note", item.item.minority_note}}) << "</p>"_html;
    if (panels.texts != nullptr) {
        if (!item.item.minutes.empty()) add_lines(html, language("Minutes"), {item.item.minutes});
        if (const auto found = panels.texts->find(item.item.item); found != panels.texts->end()) {
            add_lines(html, language("Strengths"), found->second.strengths);
            add_lines(html, language("Areas of improvement"), found->second.improvements);
            add_lines(html, language("Evidence"), found->second.evidence);
        }
    }
    return html << "</article>"_html;
}

} // namespace

Html areas_table(const Standing& standing, const web::Language& language) {
    parts::Table table{language("Areas"), true};
    table.columns = {{language("Area")}, {language("Value"), true}, {language("Items with a value"), true}};
    for (const auto* top : standing.model.children({}))
        if (const auto& rolled = standing.profile.nodes.find(top->id)->second; rolled.of > 0)
            table.rows.push_back(area_row(title_of(*top, language), rolled, language));
    for (const auto& group : standing.model.groups)
        if (const auto& rolled = standing.profile.groups.find(group.id)->second; rolled.of > 0)
            table.rows.push_back(area_row(group.names.in(language.code()), rolled, language));
    if (standing.profile.whole.value)
        table.rows.push_back(area_row(language("The whole"), standing.profile.whole, language));
    return parts::table(table);
}

std::string rule_text(const Standing& standing, const web::Language& language) {
    if (standing.model.whole.rule == Rule::none) return language("This model is not added up to one number.");
    if (standing.model.whole.rule == Rule::mean_of_items)
        return language("The whole is the mean of all items. Another rule would give another number.");
    return language(
        "The whole is the mean of the areas, each of which is added up by the model's own rule. Another "
        "rule would give another number.");
}

Html items_panels(const Panels& panels) {
    Html html = "<div class=\"grid-2\">"_html;
    for (const auto& item : panels.standing.items)
        html << item_part(panels, item);
    return html << "</div>"_html;
}

Result<Response> show_profile(RoundVisit& visit) {
    const auto& language = visit.language();
    const auto round = TRY(visit.seen_round());
    TRY(require_agreed(round));
    const auto standing = TRY(visit.standing(round));
    std::optional<Standing> before;
    if (round.previous)
        before = TRY(visit.read([&](storage::Connection& connection) {
            return read_standing(connection, visit.tenant(), round.previous);
        }));
    const auto all =
        TRY(visit.read([&](storage::Connection& connection) { return models(connection, visit.tenant()); }));
    auto info = round_info(visit, round, language("Profile"), rule_text(standing, language));
    Html body = R"(<div class="stack">)"_html;
    body << areas_table(standing, language)
         << parts::section(language("Item by item"),
                           items_panels({standing, language, before ? &*before : nullptr}))
         << through_links(standing, all, language);
    return organisation::page_of(info, body << "</div>"_html);
}

Result<void> require_agreed(const Round& round) {
    if (round.state == State::improving || round.state == State::closed) return {};
    return Error{ErrorKind::conflict, "assessment.not_agreed",
                 "The group has not agreed yet. The profile comes when the meeting is over."};
}

} // namespace maerkbar::assessment
