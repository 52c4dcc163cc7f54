#include "measurement/pages/overview.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "measurement/pages/pictures.hpp"
#include "measurement/value_text.hpp"
#include "web/parts/card.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::measurement::pages {

using namespace web::literals;
using web::Html;
using web::Response;

namespace {

namespace permission = organisation::permission;

struct Shown {
    const Indicator* indicator = nullptr;
    std::shared_ptr<const Verdict> verdict;
};

// How much an indicator asks for a look: 0 first.
int urgency(const Verdict& verdict) {
    if (verdict.tag == Tag::old) return 4;
    if (verdict.target_status == TargetStatus::not_kept || verdict.target_status == TargetStatus::not_met)
        return 0;
    if (verdict.tag == Tag::worse || verdict.capability == Capability::will_miss) return 1;
    if (verdict.target_status == TargetStatus::undecided) return 2;
    return 3;
}

bool needs_attention(const Verdict& verdict) {
    return urgency(verdict) < 2;
}

// Every indicator that has facts in the unit, those that ask for a look first.
Result<std::vector<Shown>> indicators_of(Visit& visit, UnitId unit, std::optional<Period> until) {
    std::vector<Shown> shown;
    TRY(visit.read([&](storage::Connection& connection) -> Result<void> {
        for (const auto& indicator : visit.snapshot->ground().indicators) {
            if (indicator.archived || indicator.edition == 0) continue;
            VerdictQuestion question{indicator.id, unit};
            question.until = until;
            auto verdict = TRY(visit.snapshot->verdict(connection, question));
            if (verdict->latest) shown.push_back({&indicator, std::move(verdict)});
        }
        return {};
    }));
    std::stable_sort(shown.begin(), shown.end(), [](const Shown& a, const Shown& b) {
        return urgency(*a.verdict) < urgency(*b.verdict);
    });
    return shown;
}

Html card_of(const Visit& visit, UnitId unit, const Shown& shown) {
    const auto& language = visit.language();
    const auto& definition = shown.indicator->definition;
    const auto& verdict = *shown.verdict;
    const auto& latest = *verdict.latest_point();
    web::parts::VerdictCard card;
    card.title = definition.name.in(language.code());
    card.href = indicator_address(unit, shown.indicator->id);
    card.value = value_text(language, definition, *latest.value,
                            decimals_to_judge(definition, latest.target, *latest.value));
    card.period = language.period(latest.period);
    card.tags = tags_of(verdict);
    card.sentence = say(language, definition, verdict, visit.viewer.today).text();
    if (verdict.target)
        card.target =
            language("Target: {target}", {{"target", target_text(language, definition, *verdict.target)}});
    card.remark = remark_of(language, latest);
    card.sparkline = sparkline_of({language, definition, verdict, visit.viewer.today});
    return web::parts::verdict_card(card, language);
}

Html cards(const Visit& visit, UnitId unit, std::span<const Shown> shown, const std::string& heading) {
    if (shown.empty()) return {};
    std::vector<Html> drawn;
    for (const auto& one : shown)
        drawn.push_back(card_of(visit, unit, one));
    return web::parts::section(heading, web::parts::card_grid(heading, drawn));
}

// One cell of the table of sub-units: value and the most important word.
Html sub_unit_cell(const Visit& visit, UnitId unit, const Indicator& indicator, const Verdict& verdict) {
    Html html;
    const auto* latest = verdict.latest_point();
    if (!latest) return html << "–"_html;
    const auto address = indicator_address(unit, indicator.id);
    html << "<a"_html << web::Attribute{"href", address} << ">"_html
         << value_text(visit.language(), indicator.definition, *latest->value) << "</a> "_html;
    const auto tags = tags_of(verdict);
    if (!tags.empty()) html << web::parts::tag(tags.front(), visit.language());
    return html;
}

Result<Html> sub_units(Visit& visit, UnitId unit, std::span<const Shown> shown, std::optional<Period> until) {
    const auto children = visit.tree().children(unit, visit.viewer.today);
    if (children.empty() || shown.empty()) return Html();
    const auto& language = visit.language();
    web::parts::Table table{language("Units below"), true};
    table.columns.push_back({language("Unit")});
    for (const auto& one : shown)
        table.columns.push_back({one.indicator->definition.name.in(language.code())});
    TRY(visit.read([&](storage::Connection& connection) -> Result<void> {
        for (const auto child : children) {
            std::vector<Html> cells;
            cells.push_back(Html() << "<a"_html << web::Attribute{"href", unit_address(child)} << ">"_html
                                   << visit.unit_name(child) << "</a>"_html);
            for (const auto& one : shown) {
                VerdictQuestion question{one.indicator->id, child};
                question.until = until;
                cells.push_back(sub_unit_cell(visit, child, *one.indicator,
                                              *TRY(visit.snapshot->verdict(connection, question))));
            }
            table.rows.push_back(std::move(cells));
        }
        return {};
    }));
    return web::parts::table(table);
}

// The last two years of months to look back at.
Html period_choice(const Visit& visit, std::optional<Period> chosen) {
    const auto& language = visit.language();
    std::vector<web::parts::Choice> choices{{"", language("now"), "", !chosen}};
    auto period = Period::containing(PeriodKind::month, visit.viewer.today);
    for (int i = 0; i < 24; ++i) {
        period = period.previous();
        choices.push_back({period.code(), language.period(period), "", chosen == period});
    }
    Html fields;
    fields << web::parts::select_field({{.name = "period", .text = language("As it looked after")},
                                        choices,
                                        web::parts::FieldWidth::medium},
                                       language)
           << web::parts::button(language("Show"), web::parts::ButtonKind::secondary);
    return web::parts::disclosure(language("Look back"),
                                  web::parts::form({.action = visit.context.request.path}, fields),
                                  chosen.has_value());
}

Html nothing_yet(const Visit& visit, UnitId unit) {
    const auto& language = visit.language();
    Html html;
    html << web::parts::empty_state(
        language("Nothing has been measured here yet"),
        language(
            "Cards appear when an indicator has facts in this unit or below it. Begin by importing a file."),
        visit.context.may(permission::import_run)
            ? web::parts::button_link(language("Import a file"), "/imports/new",
                                      web::parts::ButtonKind::primary)
            : Html());
    Html list;
    for (const auto child : visit.tree().children(unit, visit.viewer.today))
        list << "<li><a"_html << web::Attribute{"href", unit_address(child)} << ">"_html
             << visit.unit_name(child) << "</a></li>"_html;
    if (!list.empty())
        html << web::parts::section(language("Units below"), Html() << "<ul>"_html << list << "</ul>"_html);
    return html;
}

Result<Html> part_of(Visit& visit, const UnitPart& part, UnitId unit) {
    if (!part) return Html();
    return visit.read([&](storage::Connection& connection) {
        return part(connection, visit.viewer, unit, visit.language());
    });
}

std::string lead_of(const Visit& visit, std::span<const Shown> shown) {
    const auto& language = visit.language();
    const auto attention = std::count_if(shown.begin(), shown.end(),
                                         [](const Shown& one) { return needs_attention(*one.verdict); });
    if (shown.empty()) return {};
    if (shown.size() == 1 && attention == 1) return language("1 indicator, and it needs attention.");
    if (attention == 0)
        return language.plural("{count} indicator, and it needs no attention.",
                               "{count} indicators, and none of them needs attention.",
                               static_cast<std::int64_t>(shown.size()));
    return language.plural("{count} of {all} indicators needs attention.",
                           "{count} of {all} indicators need attention.", attention,
                           {{"all", language.integer(static_cast<std::int64_t>(shown.size()))}});
}

Result<Response> overview_of(Visit& visit, UnitId unit) {
    const auto& language = visit.language();
    const auto until = TRY(period_in(visit));
    const auto shown = TRY(indicators_of(visit, unit, until));
    const auto calm = std::find_if(shown.begin(), shown.end(),
                                   [](const Shown& one) { return !needs_attention(*one.verdict); });
    const auto split = static_cast<std::size_t>(calm - shown.begin());
    const std::span all(shown);
    Html body;
    body << "<div class=\"stack\">"_html << TRY(part_of(visit, visit.services.waiting, unit));
    if (shown.empty()) body << nothing_yet(visit, unit);
    body << cards(visit, unit, all.first(split), language("Needs attention"))
         << cards(visit, unit, all.subspan(split),
                  split == 0 ? language("Indicators") : language("The others"))
         << TRY(sub_units(visit, unit, all, until));
    if (!shown.empty()) body << period_choice(visit, until);
    body << TRY(part_of(visit, visit.services.elsewhere, unit)) << "</div>"_html;
    auto info = visit.services.organisation.frame.info(visit.context, visit.unit_name(unit));
    info.crumbs = crumbs_to(visit, unit);
    info.lead = lead_of(visit, all);
    return Response::html(web::parts::page(info, body));
}

} // namespace

Result<Response> start(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto entries =
        here.viewer.scope(permission::measurement_read).entries(here.tree(), here.viewer.today);
    if (entries.empty())
        return Error{ErrorKind::forbidden, "measurement.no_units",
                     translatable("You have no role in any unit yet. Ask an administrator to give you one.")};
    if (entries.size() == 1) return overview_of(here, entries.front());
    Html list;
    for (const auto unit : entries)
        list << "<li><a"_html << web::Attribute{"href", unit_address(unit)} << ">"_html
             << here.unit_name(unit) << "</a></li>"_html;
    const auto info = services.organisation.frame.info(context, context.language("Your units"));
    return Response::html(web::parts::page(info, Html() << "<ul>"_html << list << "</ul>"_html));
}

Result<Response> overview(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto unit = TRY(unit_in(here, permission::measurement_read));
    return overview_of(here, unit);
}

} // namespace maerkbar::measurement::pages
