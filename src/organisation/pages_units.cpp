#include "organisation/pages_units.hpp"

#include <algorithm>
#include <functional>

#include "base/translatable.hpp"
#include "organisation/api_units.hpp"
#include "organisation/page_support.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::organisation {
namespace {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;
namespace may = permission;

std::string page_of_unit(UnitId unit) {
    return "/organisation/" + std::to_string(unit.value);
}

Result<std::vector<UnitLevel>> levels(const Visit& visit) {
    return visit.services.database.read(
        [&](storage::Connection& connection) { return read_levels(connection, visit.viewer.tenant()); });
}

std::string level_text(const std::vector<UnitLevel>& all, LevelId level, const web::Language& language) {
    const auto found = std::ranges::find(all, level, &UnitLevel::id);
    return found == all.end() ? "" : level_name(*found, language);
}

class TreeView {
  public:
    TreeView(const Visit& visit, std::vector<UnitLevel> levels, Date day)
        : visit_(visit), levels_(std::move(levels)), day_(day) {}

    Html list(std::vector<UnitId> units) const {
        std::ranges::sort(units, [&](UnitId a, UnitId b) {
            return visit_.language.compare(tree().name(a, day_), tree().name(b, day_)) < 0;
        });
        Html html = R"(<ul class="unit-tree">)"_html;
        for (const auto unit : units)
            html << item(unit);
        return html << "</ul>"_html;
    }

  private:
    const UnitTree& tree() const { return *visit_.viewer.tree; }
    Html item(UnitId unit) const {
        Html html = "<li>"_html;
        html << link(page_of_unit(unit), tree().name(unit, day_)) << " · "
             << level_text(levels_, tree().find(unit)->level, visit_.language);
        if (auto below = tree().children(unit, day_); !below.empty()) html << list(std::move(below));
        return html << "</li>"_html;
    }

    const Visit& visit_;
    std::vector<UnitLevel> levels_;
    Date day_;
};

Html day_form(const Visit& visit, Date day) {
    const auto& language = visit.language;
    Html fields = parts::text_field(date_field({"day", language("As organised on")}, day.iso()), language);
    return parts::form({.action = "/organisation"},
                       fields << parts::button(language("Show"), parts::ButtonKind::secondary));
}

// Where the reader's view of the tree starts: at the top for those who manage all, else at their own units.
std::vector<UnitId> entries(const Visit& visit, Date day) {
    auto found = visit.viewer.scope(may::measurement_read).entries(*visit.viewer.tree, visit.viewer.today);
    std::erase_if(found, [&](UnitId unit) { return !visit.viewer.tree->open(unit, day); });
    return found;
}

// The other pages about the organisation, for those who keep them.
Html related_pages(const Visit& visit) {
    const auto& language = visit.language;
    std::vector<parts::Crumb> links;
    if (visit.viewer.may_everywhere(may::organisation_manage)) {
        links.push_back({language("Municipality"), "/organisation/municipality"});
        links.push_back({language("Levels"), "/organisation/levels"});
    }
    if (visit.context.may(may::organisation_manage)) {
        links.push_back({language("Places and hours"), "/places"});
        links.push_back({language("Services"), "/catalogue/service"});
        links.push_back({language("Channels"), "/catalogue/channel"});
        links.push_back({language("Customer types"), "/catalogue/customer_type"});
        links.push_back({language("Contact points"), "/catalogue/contact_point"});
    }
    if (visit.context.may(may::tokens_manage))
        links.push_back({language("Keys for other systems"), "/tokens"});
    return links.empty() ? Html{} : parts::link_line(links);
}

Html tree_actions(const Visit& visit) {
    if (!visit.context.may(may::organisation_manage)) return {};
    const auto& language = visit.language;
    return parts::button_row(
        {parts::button_link(language("New unit"), "/organisation/new", parts::ButtonKind::primary),
         parts::button_link(language("Import units"), "/organisation/import")});
}

Result<Response> show_tree(Visit& visit) {
    const auto& language = visit.language;
    const auto day = web::Form(visit.context.request.query).date("day").value_or(visit.viewer.today);
    auto info = info_of(visit, language("Organisation"),
                        language("The units of the municipality as they were organised on {day}.",
                                 {{"day", language.date(day)}}));
    info.actions = tree_actions(visit);
    const auto tops = entries(visit, day);
    Html body = related_pages(visit);
    body << day_form(visit, day);
    if (tops.empty())
        body << parts::empty_state(language("No units on that day"), language("Choose another day."));
    else
        body << TreeView{visit, TRY(levels(visit)), day}.list(tops);
    return page_of(info, body);
}

Html actions_of(Visit& visit, const Unit& unit) {
    const auto& language = visit.language;
    if (!visit.viewer.may(may::organisation_manage, unit.id)) return {};
    const auto page = page_of_unit(unit.id);
    std::vector<Html> buttons = {parts::button_link(language("Rename"), page + "/rename"),
                                 parts::button_link(language("Correct"), page + "/edit")};
    const bool root = unit.id == visit.viewer.tree->root();
    if (!root && !unit.valid.has_end()) {
        buttons.push_back(parts::button_link(language("Move"), page + "/move"));
        buttons.push_back(parts::button_link(language("Merge"), page + "/merge"));
        buttons.push_back(parts::button_link(language("Close"), page + "/close"));
    }
    if (unit.valid.has_end())
        buttons.push_back(send_button(visit, page + "/reopen", language("Take back the closing"),
                                      language("Open the unit again as if it had never been closed?")));
    return parts::button_row(buttons);
}

parts::Table history_of(const Visit& visit, const Unit& unit) {
    const auto& language = visit.language;
    parts::Table table{language("History"), false};
    table.columns = {{language("When")}, {language("Name")}, {language("Lay beneath")}};
    for (const auto& life : visit.viewer.tree->lineages(unit.id))
        for (const auto& name : unit.names)
            if (const auto both = common(life.valid, name.valid); !both.empty())
                table.rows.push_back({words(validity_text(both, language)), words(name.name),
                                      life.ancestors.empty() ? words("–")
                                                             : link(page_of_unit(life.ancestors.front()),
                                                                    visit.viewer.tree->name(
                                                                        life.ancestors.front(), both.from))});
    return table;
}

Html facts_of(const Visit& visit, const Unit& unit, const std::vector<UnitLevel>& all) {
    const auto& language = visit.language;
    std::vector<parts::Fact> facts = {{language("Level"), words(level_text(all, unit.level, language))},
                                      {language("Open when"), words(validity_text(unit.valid, language))}};
    if (unit.successor)
        facts.push_back(
            {language("Merged into"), link(page_of_unit(unit.successor), unit_name(visit, unit.successor))});
    for (const auto& code : unit.codes) {
        constexpr const char* names[] = {translatable("Own code"), translatable("UUID in OS2mo"),
                                         translatable("SOR code"), translatable("Organisation number")};
        facts.push_back({language(names[static_cast<std::size_t>(code.kind)]), words(code.value)});
    }
    return parts::fact_list(facts);
}

Result<Response> show_unit(Visit& visit) {
    const auto& language = visit.language;
    const auto* unit = TRY(visible_unit(visit));
    auto info =
        info_of(visit, unit_name(visit, unit->id), language("Who the unit belongs to, now and before."),
                {{language("Organisation"), "/organisation"}});
    info.actions = actions_of(visit, *unit);
    const auto all = TRY(levels(visit));
    Html body = facts_of(visit, *unit, all);
    body << parts::section(language("History"), parts::table(history_of(visit, *unit)));
    const auto below = visit.viewer.tree->children(unit->id, visit.viewer.today);
    Html inside = below.empty()
                      ? parts::empty_state(language("No units beneath it"),
                                           language("Units that are moved or added here are shown here."))
                      : TreeView{visit, all, visit.viewer.today}.list(below);
    return page_of(info, body << parts::section(language("Units beneath it"), inside));
}

} // namespace

std::vector<Reading> unit_readings() {
    std::vector<Reading> readings = {{"/organisation", may::measurement_read, show_tree},
                                     {"/organisation/{unit}", may::measurement_read, show_unit}};
    for (auto& reading : unit_api_readings())
        readings.push_back(std::move(reading));
    return readings;
}

} // namespace maerkbar::organisation
