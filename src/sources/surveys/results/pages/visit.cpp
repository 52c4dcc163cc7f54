#include "sources/surveys/results/pages/visit.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "sources/surveys/definition/scale_words.hpp"
#include "sources/surveys/results/answers_source.hpp"
#include "sources/surveys/results/slice.hpp"

namespace maerkbar::surveys::results::pages {

using namespace web::literals;

namespace {

namespace permission = organisation::permission;

Error nothing_here() {
    return {ErrorKind::not_found, "results.none",
            translatable("There are no results here, or you may not see them.")};
}

// Whether the indicator is the share of favourable answers to this question, everywhere and of everybody.
bool follows(const measurement::Definition& definition, SurveyId survey, std::string_view question) {
    if (definition.source != source_name) return false;
    const auto slice = slice_of(definition);
    return slice.ok() && slice->survey == survey && slice->question == question && !slice->mean &&
           slice->contact_point.empty() && slice->customer_type.empty();
}

} // namespace

Result<Visit> visit(ResultServices& services, web::Context& context) {
    auto viewer = TRY(organisation::viewer_of(services.surveys.organisation, context));
    return Visit{services, context, std::move(viewer), context.language};
}

std::vector<UnitId> units_with_results(const Visit& visit, const std::vector<ReleasedPlace>& places,
                                       SurveyId survey) {
    std::vector<UnitId> units;
    const auto& tree = *visit.viewer.tree;
    for (const auto& place : places)
        if (place.survey == survey && visit.viewer.may(permission::measurement_read, place.unit))
            units.push_back(place.unit);
    std::ranges::stable_sort(
        units, {}, [&](UnitId unit) { return tree.ancestors_now(unit, visit.viewer.today).size(); });
    return units;
}

UnitId common_unit(const Visit& visit, const std::vector<UnitId>& units) {
    const auto& tree = *visit.viewer.tree;
    const auto today = visit.viewer.today;
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit)
        if (std::ranges::all_of(units, [&](UnitId other) {
                return tree.within_now(other, *unit, today) || tree.within_now(*unit, other, today);
            }))
            return *unit;
    return units.front();
}

Result<Subject> subject_of(Visit& visit) {
    const auto survey = TRY(visit.context.request.parameters.id<SurveyId>("survey"));
    auto subject = TRY(visit.read([&](storage::Connection& connection) -> Result<Subject> {
        Subject found;
        const auto tenant = visit.viewer.tenant();
        found.units = units_with_results(visit, TRY(released_places(connection, tenant)), survey);
        if (found.units.empty()) return nothing_here();
        found.survey = TRY(read_survey(connection, tenant, survey));
        found.definition = TRY(read_version(connection, tenant, survey, found.survey.published));
        return found;
    }));
    const auto asked = visit.context.request.query.text("unit");
    subject.unit = common_unit(visit, subject.units);
    if (asked.empty()) return subject;
    const auto found =
        std::ranges::find_if(subject.units, [&](UnitId unit) { return std::to_string(unit.value) == asked; });
    if (found == subject.units.end()) return nothing_here();
    subject.unit = *found;
    return subject;
}

Result<bool> holds_all_links(storage::Connection& connection, const Visit& visit, const Subject& subject) {
    const auto links = TRY(list_links(connection, visit.viewer.tenant(), subject.survey.id));
    return std::ranges::all_of(links, [&](const SurveyLink& link) {
        return visit.viewer.tree->within_now(link.unit, subject.unit, visit.viewer.today);
    });
}

std::string title_of(const Visit& visit, const Definition& definition) {
    return definition.say(definition.title, visit.language.code());
}

std::string question_title(const Visit& visit, const Definition& definition,
                           const CountedQuestion& question) {
    auto title = definition.say(question.question->title, visit.language.code());
    for (const auto& row : question.question->rows)
        if (row.value == question.row) title += ": " + definition.say(row.text, visit.language.code());
    return title;
}

std::string period_words(const GroupKey& group, const web::Language& language) {
    switch (group.kind) {
        case GroupKind::month:
            return language.period({PeriodKind::month, group.first});
        case GroupKind::quarter:
            return language.period({PeriodKind::quarter, group.first});
        case GroupKind::year:
            return language.period({PeriodKind::year, group.first});
        case GroupKind::month_to_date:
            return language("{period} so far",
                            {{"period", language.period({PeriodKind::month, group.first})}});
        case GroupKind::year_to_date:
        case GroupKind::wave:
            break;
    }
    const Period year{PeriodKind::year, group.first};
    if (group.last == year.last()) return language.period(year);
    return language("{year} until {date}", {{"year", language.period(year)},
                                            {"date", language.date(group.last, web::DateStyle::long_)}});
}

std::string period_code(const GroupKey& group) {
    return std::string(name_of(group.kind)) + ":" + group.first.iso() + ":" + group.last.iso();
}

std::string address_of(SurveyId survey, std::string_view tail, UnitId unit) {
    return "/results/" + std::to_string(survey.value) + std::string(tail) +
           "?unit=" + std::to_string(unit.value);
}

web::parts::PageInfo info_of(Visit& visit, std::string title, std::string lead) {
    auto info = visit.services.surveys.organisation.frame.info(visit.context, std::move(title));
    info.crumbs = {{visit.language("Survey results"), "/results"}};
    info.lead = std::move(lead);
    return info;
}

web::Html link(std::string_view href, std::string_view text) {
    web::Html html = "<a"_html;
    return html << web::Attribute{"href", href} << ">"_html << text << "</a>"_html;
}

web::Html words(std::string_view text) {
    return web::Html() << text;
}

web::Html paragraph(std::string_view text) {
    web::Html html = "<p>"_html;
    return html << text << "</p>"_html;
}

std::string why_hidden(const Figures& figures, const web::Language& language) {
    if (figures.count.below)
        return language(
            "There are fewer than {count} answers. They are shown when there are more, so that nobody "
            "can be recognised.",
            {{"count", language.integer(*figures.count.below)}});
    return language(
        "These figures are not shown, so that nobody can be recognised, neither from them nor by "
        "comparing them with others.");
}

std::string count_words(const Figures& figures, const web::Language& language) {
    if (figures.count.exactly) return language.integer(*figures.count.exactly);
    if (figures.count.below) return "< " + language.integer(*figures.count.below);
    return "–";
}

Result<std::optional<Followed>> followed(Visit& visit, const Subject& subject, std::string_view question) {
    return visit.read([&](storage::Connection& connection) -> Result<std::optional<Followed>> {
        const auto snapshot = TRY(
            visit.services.measurement.verdicts.now(connection, visit.viewer.tenant(), visit.viewer.today));
        for (const auto& indicator : snapshot->ground().indicators) {
            if (indicator.archived || !follows(indicator.definition, subject.survey.id, question)) continue;
            const auto verdict = TRY(snapshot->verdict(connection, {indicator.id, subject.unit}));
            return std::optional(Followed{indicator.id, indicator.definition, verdict});
        }
        return std::optional<Followed>();
    });
}

} // namespace maerkbar::surveys::results::pages
