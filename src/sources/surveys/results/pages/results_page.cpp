#include "measurement/indicator_changes.hpp"
#include "measurement/pages/pictures.hpp"
#include "measurement/sentence.hpp"
#include "organisation/catalogue.hpp"
#include "sources/surveys/open_text/permission.hpp"
#include "sources/surveys/results/pages/comments_section.hpp"
#include "sources/surveys/results/pages/drivers_section.hpp"
#include "sources/surveys/results/pages/proxies_section.hpp"
#include "sources/surveys/results/pages/question_section.hpp"
#include "sources/surveys/results/slice.hpp"
#include "sources/surveys/wave_store.hpp"
#include "web/parts/chart_figure.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// GET /results/{survey}: what was answered at a unit, perhaps at one contact point, in one period.
namespace maerkbar::surveys::results::pages {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

namespace permission = organisation::permission;

Html tags_of(const Figures& figures, std::optional<double> promised, const web::Language& language) {
    const auto kind = target_tag(figures, promised);
    if (!kind) return {};
    Html html = "<p class=\"tags\">"_html;
    return html << parts::tag(*kind, language) << "</p>"_html;
}

// The indicator on this question over time, or a button that makes one.
Result<Html> over_time(Visit& visit, const Subject& subject, const CountedQuestion& question,
                       const std::optional<Followed>& found, bool picture) {
    const auto& language = visit.language;
    if (!found) {
        if (!visit.viewer.may_everywhere(permission::measurement_define)) return Html();
        Html field = parts::hidden_field("question", question.name);
        field << parts::button(language("Follow over time as an indicator"), parts::ButtonKind::secondary);
        return parts::form({.action = address_of(subject.survey.id, "/follow", subject.unit),
                            .csrf = visit.context.csrf_field()},
                           field);
    }
    const auto href = "/units/" + std::to_string(subject.unit.value) + "/indicators/" +
                      std::to_string(found->indicator.value);
    Html html;
    if (picture) {
        parts::ChartFigure figure;
        figure.picture = measurement::control_chart_of(
            {language, found->definition, *found->verdict, visit.viewer.today}, {});
        figure.csv_href = href + "/chart.csv";
        figure.xlsx_href = href + "/chart.xlsx";
        html << parts::chart_figure(figure, language);
        for (const auto& note :
             measurement::say(language, found->definition, *found->verdict, visit.viewer.today).notes)
            html << paragraph(note);
    }
    html << "<p>"_html << link(href, language("The answers over time, with targets and notes"))
         << "</p>"_html;
    return html;
}

struct Shown {
    Visit& visit;
    const Subject& subject;
    const Selection& selection;
};

Result<Html> section_of(const Shown& shown, const CountedQuestion& question, const Release& release,
                        bool first) {
    auto& [visit, subject, selection] = shown;
    const auto title = question_title(visit, subject.definition, question);
    if (question.kind == CountedKind::pair)
        return parts::section(title, expectation(visit, {question, release.figures}));
    const bool own = selection.view == View::self;
    const auto found = question.favourable_from && own ? TRY(followed(visit, subject, question.name))
                                                       : std::optional<Followed>();
    Asked asked{question, release.figures};
    asked.promised = found ? found->promised() : std::nullopt;
    if (selection.before)
        if (const auto* before = selection.of(question.name, *selection.before)) {
            asked.before = &before->figures;
            asked.before_words = period_words(*selection.before, visit.language);
        }
    Html html = tags_of(release.figures, asked.promised, visit.language);
    for (const auto& sentence : sentences_of(asked, visit.language))
        html << paragraph(sentence);
    html << distribution(visit, subject.definition, asked, title);
    if (question.favourable_from && !selection.contact_point && own)
        html << TRY(over_time(visit, subject, question, found, first));
    return parts::section(title, html);
}

std::string lead_of(const Shown& shown) {
    const auto& language = shown.visit.language;
    const auto* whole = shown.selection.of(whole_survey, *shown.selection.period);
    return language("{unit}, {period}: {count} answers.",
                    {{"unit", shown.visit.unit_name(shown.subject.unit)},
                     {"period", period_words(*shown.selection.period, language)},
                     {"count", whole == nullptr ? "–" : count_words(whole->figures, language)}});
}

Result<Html> sections_of(const Shown& shown) {
    Html body;
    if (shown.selection.view != View::self)
        body << paragraph(
            view_words(shown.selection.view, shown.visit.language) + ". " +
            shown.visit.language("They are not put together with people's own answers: those who "
                                 "answer for somebody are usually less satisfied."));
    const auto first = headline(shown.subject.definition);
    for (const auto& question : counted_questions(shown.subject.definition))
        if (const auto* release = shown.selection.of(question.name, *shown.selection.period))
            body << TRY(section_of(shown, question, *release, first && first->name == question.name));
    body << TRY(proxies_section(shown.visit, shown.subject, shown.selection.view));
    // What others wrote for somebody is not collected, and indicators are of people's own answers.
    if (shown.selection.view != View::self) return body;
    for (const auto& question : open_questions(shown.subject.definition))
        if (const auto* release = shown.selection.of(question.name, *shown.selection.period))
            body << TRY(comments_section(
                shown.visit, shown.subject, question,
                TRY(listed_comments(shown.visit, shown.subject, *shown.selection.period, *release))));
    body << TRY(drivers_section(shown.visit, shown.subject));
    return body;
}

// Where the results lead on to.
Result<Html> further(const Shown& shown) {
    auto& visit = shown.visit;
    const auto& subject = shown.subject;
    const auto& language = visit.language;
    const auto waves = TRY(visit.read([&](storage::Connection& connection) {
        return list_waves(connection, visit.viewer.tenant(), subject.survey.id);
    }));
    std::vector<Html> buttons{parts::button_link(language("Map of contact points and customer types"),
                                                 address_of(subject.survey.id, "/map", subject.unit))};
    if (!waves.empty())
        buttons.push_back(parts::button_link(language("Before and after"),
                                             address_of(subject.survey.id, "/waves", subject.unit)));
    if (visit.viewer.may(may_moderate, subject.unit) && !open_questions(subject.definition).empty())
        buttons.push_back(parts::button_link(language("Comments to read"), "/survey-comments"));
    if (!open_questions(subject.definition).empty())
        buttons.push_back(parts::button_link(language("Topics of comments"), "/survey-topics"));
    if (visit.viewer.may_everywhere(may_manage))
        buttons.push_back(
            parts::button_link(language("Follow up dissatisfied users"),
                               "/surveys/" + std::to_string(subject.survey.id.value) + "/follow-up"));
    return parts::button_row(buttons);
}

} // namespace

Result<Response> results_page(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto subject = TRY(subject_of(here));
    const auto selection = TRY(selection_of(here, subject));
    const auto points = TRY(entry_names(here, organisation::CatalogueKind::contact_point));
    const Shown shown{here, subject, selection};
    auto info = info_of(here, title_of(here, subject.definition), selection.period ? lead_of(shown) : "");
    if (!selection.period)
        return Response::html(parts::page(
            info, parts::empty_state(here.language("Nothing is released here yet"),
                                     here.language("Results come out when a week has ended and enough people "
                                                   "have answered."))));
    Html body = "<div class=\"stack\">"_html;
    body << selection_form(here, subject, selection, points) << TRY(further(shown)) << TRY(sections_of(shown))
         << "</div>"_html;
    return Response::html(parts::page(info, body));
}

// POST /results/{survey}/follow: makes the indicator on a question.
Result<Response> follow(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    TRY(here.viewer.require_everywhere(permission::measurement_define));
    const auto subject = TRY(subject_of(here));
    const auto question = counted_question(subject.definition, context.request.form.text("question"));
    if (question && question->favourable_from && !TRY(followed(here, subject, question->name)))
        TRY(measurement::define_indicator(
            services.measurement, here.viewer.actor,
            proposed_indicator(subject.survey.id, subject.definition, *question)));
    return Response::redirect(address_of(subject.survey.id, "", subject.unit));
}

} // namespace maerkbar::surveys::results::pages
