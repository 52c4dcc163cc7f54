#include "measurement/pages/indicator_page.hpp"

#include <utility>

#include "base/translatable.hpp"
#include "measurement/editor/definition_words.hpp"
#include "measurement/pages/comparison.hpp"
#include "measurement/pages/method.hpp"
#include "measurement/pages/subject.hpp"
#include "measurement/value_text.hpp"
#include "statistics/default_chart.hpp"
#include "web/parts/chart_figure.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

namespace maerkbar::measurement::pages {

using namespace web::literals;
using web::Html;
using web::Response;

namespace {

namespace permission = organisation::permission;

Html words(std::string_view text) {
    return Html() << text;
}

// The verdict's words, and what must be known to read it; its sentence stands with the chart.
Html finding(const Visit& visit, const Subject& subject) {
    const auto& language = visit.language();
    Html html;
    html << "<div><p class=\"tags\">"_html;
    for (const auto kind : tags_of(*subject.verdict))
        html << web::parts::tag(kind, language) << " "_html;
    html << "</p>"_html;
    for (const auto& note :
         say(language, subject.indicator.definition, *subject.verdict, visit.viewer.today).notes)
        html << "<p>"_html << note << "</p>"_html;
    return html << "</div>"_html;
}

// What is counted, in plain words.
Html definition_section(const Visit& visit, const Definition& definition) {
    const auto& language = visit.language();
    const auto* source = visit.services.verdicts.sources().find(definition.source);
    if (source == nullptr) return {};
    std::vector<web::parts::Fact> facts;
    for (const auto& line : definition_words(language, definition, source->schema()))
        facts.push_back({line.name, words(line.text)});
    return web::parts::disclosure(language("What this indicator counts"), web::parts::fact_list(facts));
}

std::string place(const Subject& subject, std::string_view tail) {
    return indicator_address(subject.unit, subject.indicator.id) + std::string(tail);
}

// Rows of protected sources are shown to nobody.
bool may_see_rows(const Visit& visit, const Subject& subject) {
    const auto* source = visit.services.verdicts.sources().find(subject.indicator.definition.source);
    return source != nullptr && !source->schema().protected_minimum &&
           visit.viewer.may(permission::rows_read, subject.unit);
}

Html chart(const Visit& visit, const Subject& subject) {
    web::parts::ChartFigure figure;
    figure.picture = control_chart_of(drawing_of(visit, subject), subject.notes);
    if (may_see_rows(visit, subject))
        for (std::size_t i = 0; i < figure.picture.points.size(); ++i)
            figure.picture.points[i].href =
                place(subject, "/rows?period=" + subject.verdict->points[i].period.code());
    figure.csv_href = place(subject, "/chart.csv");
    figure.xlsx_href = place(subject, "/chart.xlsx");
    figure.svg_href = place(subject, "/chart.svg");
    auto html = web::parts::chart_figure(figure, visit.language());
    if (subject.verdict->between) {
        const auto between = between_chart_of(drawing_of(visit, subject));
        html << web::parts::section(between.title, web::parts::chart_figure({between}, visit.language()));
    }
    return html;
}

Html small_form(const Visit& visit, std::string action, std::string_view text) {
    return web::parts::button_form({.action = std::move(action), .csrf = visit.context.csrf_field()}, text);
}

Html target_field(const web::Language& language, NumberFormat format, std::string name, std::string text) {
    web::parts::TextField field{.label = {.name = std::move(name), .text = std::move(text), .optional = true},
                                .width = web::parts::FieldWidth::narrow,
                                .input_mode = "decimal",
                                .unit = format == NumberFormat::percent ? "%" : ""};
    if (format == NumberFormat::duration) {
        field.label.hint = language("With its unit, for example 2 min or 30 s.");
        field.input_mode.clear();
    }
    return web::parts::text_field(field, language);
}

Html target_form(const Visit& visit, const Subject& subject) {
    const auto& language = visit.language();
    const auto format = subject.indicator.definition.format;
    Html fields = target_field(language, format, "low", language("At least"));
    fields << target_field(language, format, "high", language("At most"))
           << web::parts::text_field({.label = {.name = "from", .text = language("From")},
                                      .type = "date",
                                      .width = web::parts::FieldWidth::narrow},
                                     language)
           << web::parts::button_row(
                  {web::parts::button(language("Set target"), web::parts::ButtonKind::secondary)});
    return web::parts::disclosure(
        language("Set a target"),
        web::parts::form({.action = place(subject, "/targets"), .csrf = visit.context.csrf_field()}, fields));
}

Html targets_section(const Visit& visit, const Subject& subject) {
    const auto& language = visit.language();
    const bool may_set = visit.viewer.may(permission::targets_set, subject.unit);
    web::parts::Table table{language("Targets set for this unit"), false};
    table.columns = {{language("Target")}, {language("From")}, {language("To")}};
    if (may_set) table.columns.push_back({language("Change")});
    table.empty =
        visit.tree().ancestors_now(subject.unit, visit.viewer.today).empty()
            ? language("No target is set yet. One set here holds for every unit that has none of its own.")
            : language("No target is set here. A target of a unit above counts.");
    for (const auto& target : subject.targets) {
        std::vector<Html> cells{
            words(target_text(language, subject.indicator.definition, target.span.target)),
            words(language.date(target.span.from)),
            words(target.span.to ? language.date(*target.span.to - 1) : language("until further notice"))};
        if (may_set)
            cells.push_back(
                small_form(visit, place(subject, "/targets/" + std::to_string(target.id.value) + "/remove"),
                           language("Remove")));
        table.rows.push_back(std::move(cells));
    }
    Html html = web::parts::table(table);
    if (may_set) html << target_form(visit, subject);
    return web::parts::section(language("Targets"), html);
}

Html notes_section(const Visit& visit, const Subject& subject) {
    const auto& language = visit.language();
    const bool may_write = visit.viewer.may(permission::notes_write, subject.unit);
    Html html;
    Html list;
    for (const auto& note : subject.notes) {
        list << "<li>"_html << language.date(note.day) << ": "_html << note.text;
        if (may_write)
            list << " "_html
                 << small_form(visit, place(subject, "/notes/" + std::to_string(note.id.value) + "/remove"),
                               language("Remove"));
        list << "</li>"_html;
    }
    if (!list.empty()) html << "<ul>"_html << list << "</ul>"_html;
    if (may_write) {
        Html fields;
        fields << web::parts::text_field({.label = {.name = "day", .text = language("Date")},
                                          .type = "date",
                                          .width = web::parts::FieldWidth::narrow},
                                         language)
               << web::parts::text_field(
                      {.label = {.name = "text", .text = language("What happened")}, .max_length = 500},
                      language)
               << web::parts::checkbox("intervention", language("A change we made to get better results"),
                                       false)
               << web::parts::button_row(
                      {web::parts::button(language("Add note"), web::parts::ButtonKind::secondary)});
        html << web::parts::disclosure(
            language("Write a note on the chart"),
            web::parts::form({.action = place(subject, "/notes"), .csrf = visit.context.csrf_field()},
                             fields));
    }
    if (html.empty()) return html;
    return web::parts::section(language("Notes and changes"), html);
}

std::string decision_text(const Decision& decision, const web::Language& language) {
    const auto period = language.period(decision.period);
    switch (decision.kind) {
        case DecisionKind::phase:
            return language("New level from {period}", {{"period", period}});
        case DecisionKind::excluded:
            return language("{period} is left out of the limits", {{"period", period}});
        case DecisionKind::frozen:
            return language("Limits from the periods up to {period}", {{"period", period}});
    }
    return {};
}

std::vector<web::parts::Choice> period_choices(const Visit& visit, const Subject& subject,
                                               const std::string& chosen) {
    std::vector<web::parts::Choice> periods;
    for (const auto& point : subject.verdict->points)
        periods.push_back(
            {point.period.code(), visit.language().period(point.period), "", point.period.code() == chosen});
    return periods;
}

// Those with enough points before them in their phase to draw limits from.
std::vector<web::parts::Choice> baselines(const Visit& visit, const Subject& subject) {
    std::vector<web::parts::Choice> periods;
    int phase = 0;
    int points = 0;
    for (const auto& point : subject.verdict->points) {
        if (std::exchange(phase, point.phase) != point.phase) points = 0;
        if (point.value && !point.excluded) ++points;
        if (points >= statistics::points_for_limits)
            periods.push_back({point.period.code(), visit.language().period(point.period)});
    }
    return periods;
}

// The period and the reason of a decision; `first` says what is decided.
Html decision_form(const Visit& visit, const Subject& subject, Html first,
                   std::vector<web::parts::Choice> periods) {
    const auto& language = visit.language();
    first << web::parts::select_field({{.name = "period", .text = language("Period")}, std::move(periods)},
                                      language)
          << web::parts::text_field({.label = {.name = "reason", .text = language("Why")}, .max_length = 500},
                                    language)
          << web::parts::button_row(
                 {web::parts::button(language("Decide"), web::parts::ButtonKind::secondary)});
    return web::parts::form({.action = place(subject, "/decisions"), .csrf = visit.context.csrf_field()},
                            first);
}

Html divide_form(const Visit& visit, const Subject& subject) {
    const auto& language = visit.language();
    const auto& shift = subject.verdict->shift;
    const bool is_proposed = shift && shift->status == LevelShift::Status::proposed;
    return web::parts::disclosure(
        is_proposed ? language("Accept the proposed new level, or decide otherwise")
                    : language("Divide the chart or leave a period out"),
        decision_form(
            visit, subject,
            web::parts::radio_field({{.name = "kind", .text = language("What")},
                                     {{"phase", language("A new level begins"), "", true},
                                      {"excluded", language("Leave the period out of the limits")}}},
                                    language),
            period_choices(visit, subject, is_proposed ? shift->since.code() : std::string())));
}

Html freeze_form(const Visit& visit, const Subject& subject) {
    const auto& language = visit.language();
    auto periods = baselines(visit, subject);
    if (periods.empty()) return {};
    Html first = "<p>"_html;
    first
        << language(
               "The level and limits of a phase then come from its periods up to and including this one, and "
               "what follows is judged by them. Each phase may have limits of its own.")
        << "</p>"_html << web::parts::hidden_field("kind", "frozen");
    return web::parts::disclosure(language("Freeze the limits of a phase"),
                                  decision_form(visit, subject, std::move(first), std::move(periods)));
}

Html decisions_section(const Visit& visit, const Subject& subject) {
    const auto& language = visit.language();
    const bool may_decide = visit.viewer.may(permission::targets_set, subject.unit);
    Html html;
    Html list;
    for (const auto& decision : subject.decisions) {
        list << "<li>"_html << decision_text(decision, language) << ": "_html << decision.reason;
        if (may_decide)
            list << " "_html
                 << small_form(visit,
                               place(subject, "/decisions/" + std::to_string(decision.id.value) + "/remove"),
                               language("Take back"));
        list << "</li>"_html;
    }
    if (!list.empty()) html << "<ul>"_html << list << "</ul>"_html;
    if (may_decide && subject.verdict->latest)
        html << divide_form(visit, subject) << freeze_form(visit, subject);
    if (html.empty()) return html;
    return web::parts::section(language("Decisions about the chart"), html);
}

} // namespace

Result<Response> indicator(PageServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    Html body;
    body << "<div class=\"stack\">"_html << finding(here, subject) << chart(here, subject)
         << method(drawing_of(here, subject)) << definition_section(here, subject.indicator.definition)
         << TRY(comparison(here, subject)) << targets_section(here, subject) << notes_section(here, subject)
         << decisions_section(here, subject) << "</div>"_html;
    const auto& definition = subject.indicator.definition;
    auto info = services.organisation.frame.info(context, definition.name.in(here.language().code()));
    info.crumbs = crumbs_to(here, subject.unit);
    info.crumbs.push_back({here.unit_name(subject.unit), unit_address(subject.unit)});
    info.lead = definition.description.in(here.language().code());
    return Response::html(web::parts::page(info, body));
}

} // namespace maerkbar::measurement::pages
