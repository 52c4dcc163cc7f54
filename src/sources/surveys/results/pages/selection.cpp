#include "sources/surveys/results/pages/selection.hpp"

#include <algorithm>
#include <set>

#include "organisation/catalogue.hpp"
#include "web/parts/form.hpp"

namespace maerkbar::surveys::results::pages {

namespace parts = web::parts;

namespace {

// Of one unit and contact point, not by customer type.
std::vector<Release> releases_of(const std::vector<Release>& all, CatalogueId point) {
    std::vector<Release> found;
    for (const auto& release : all)
        if (release.group.contact_point == point && !release.group.customer_type) found.push_back(release);
    return found;
}

std::vector<GroupKey> periods_of(const std::vector<Release>& releases) {
    std::set<GroupKey> known;
    for (const auto& release : releases)
        known.insert(release.group);
    std::vector<GroupKey> periods(known.begin(), known.end());
    std::ranges::stable_sort(periods, [](const GroupKey& a, const GroupKey& b) {
        return std::pair(b.last, b.first) < std::pair(a.last, a.first);
    });
    return periods;
}

// The latest quarter that shows something, else the latest period that does, else the latest.
std::optional<GroupKey> usual_period(const Selection& selection, std::string_view headline_name) {
    const auto shown = [&](const GroupKey& group) {
        const auto* release = selection.of(headline_name, group);
        return release != nullptr && release->figures.shown();
    };
    for (const bool only_quarters : {true, false})
        for (const auto& group : selection.periods)
            if (shown(group) && (!only_quarters || group.kind == GroupKind::quarter)) return group;
    return selection.periods.empty() ? std::nullopt : std::optional(selection.periods.front());
}

// The period of the same kind just before: of a year so far the one until the same day of the year before.
std::optional<GroupKey> period_before(const Selection& selection, const GroupKey& period) {
    std::optional<GroupKey> found;
    for (const auto& group : selection.periods)
        if (group.kind == period.kind && group.first < period.first &&
            (group.kind != GroupKind::year_to_date || group.last.month() == period.last.month()) && !found)
            found = group;
    return found;
}

std::optional<GroupKey> asked_period(const Selection& selection, const std::string& code) {
    const auto found = std::ranges::find(selection.periods, code, period_code);
    return found == selection.periods.end() ? std::nullopt : std::optional(*found);
}

std::vector<parts::Choice> period_choices(const Visit& visit, const Selection& selection,
                                          const std::optional<GroupKey>& chosen) {
    std::vector<parts::Choice> choices;
    for (const auto& group : selection.periods)
        choices.push_back({period_code(group), period_words(group, visit.language), {}, chosen == group});
    return choices;
}

std::vector<parts::Choice> view_choices(const Visit& visit, const Selection& selection) {
    std::vector<parts::Choice> choices;
    for (const auto view : selection.views)
        choices.push_back(
            {std::string(name_of(view)), view_words(view, visit.language), {}, view == selection.view});
    return choices;
}

std::vector<parts::Choice> unit_choices(const Visit& visit, const Subject& subject) {
    std::vector<parts::Choice> choices;
    for (const auto unit : subject.units)
        choices.push_back({std::to_string(unit.value), visit.unit_name(unit), {}, unit == subject.unit});
    return choices;
}

} // namespace

std::string view_words(View view, const web::Language& language) {
    switch (view) {
        case View::self:
            return language("People's own answers");
        case View::for_person:
            return language("What others say for them, as they would answer");
        case View::proxy:
            break;
    }
    return language("The view of those who answer for them");
}

Result<EntryNames> entry_names(Visit& visit, organisation::CatalogueKind kind) {
    return visit.read([&](storage::Connection& connection) -> Result<EntryNames> {
        EntryNames names;
        for (const auto& entry : TRY(organisation::list_entries(connection, visit.viewer.tenant(), kind)))
            names.emplace_back(entry.id, entry.name);
        return names;
    });
}

std::string name_in(const EntryNames& names, CatalogueId id) {
    const auto found = std::ranges::find(names, id, &std::pair<CatalogueId, std::string>::first);
    return found == names.end() ? std::string() : found->second;
}

const Release* Selection::of(std::string_view question, const GroupKey& group) const {
    const auto found = std::ranges::find_if(releases, [&](const Release& release) {
        return release.question == question && release.group == group;
    });
    return found == releases.end() ? nullptr : &*found;
}

Result<Selection> selection_of(Visit& visit, const Subject& subject) {
    const auto& query = visit.context.request.query;
    Selection selection;
    selection.view = named_view(query.text("view")).value_or(View::self);
    ReleaseQuestion asked{subject.survey.id, subject.unit};
    asked.view = selection.view;
    const auto all = TRY(visit.read([&](storage::Connection& connection) -> Result<std::vector<Release>> {
        const auto tenant = visit.viewer.tenant();
        selection.views = TRY(released_views(connection, tenant, subject.survey.id, subject.unit));
        return read_releases(connection, tenant, asked);
    }));
    for (const auto& release : all)
        if (const auto point = release.group.contact_point;
            point && !release.group.customer_type &&
            std::ranges::find(selection.points, point) == selection.points.end())
            selection.points.push_back(point);
    for (const auto point : selection.points)
        if (std::to_string(point.value) == query.text("point")) selection.contact_point = point;
    selection.releases = releases_of(all, selection.contact_point);
    selection.periods = periods_of(selection.releases);
    const auto first = headline(subject.definition);
    selection.period = asked_period(selection, query.text("period"));
    if (!selection.period)
        selection.period = usual_period(selection, first ? first->name : std::string(whole_survey));
    selection.before = asked_period(selection, query.text("before"));
    if (!selection.before && selection.period) selection.before = period_before(selection, *selection.period);
    return selection;
}

web::Html selection_form(Visit& visit, const Subject& subject, const Selection& selection,
                         const EntryNames& points) {
    const auto& language = visit.language;
    web::Html fields;
    if (subject.units.size() > 1)
        fields << parts::select_field({{"unit", language("Unit")}, unit_choices(visit, subject)}, language);
    if (selection.views.size() > 1)
        fields << parts::select_field({{"view", language("Whose answers")}, view_choices(visit, selection)},
                                      language);
    if (!selection.points.empty()) {
        std::vector<parts::Choice> choices{{"", language("All contact points")}};
        for (const auto point : selection.points)
            choices.push_back(
                {std::to_string(point.value), name_in(points, point), {}, point == selection.contact_point});
        fields << parts::select_field({{"point", language("Contact point")}, choices}, language);
    }
    fields << parts::select_field(
                  {{"period", language("Period")}, period_choices(visit, selection, selection.period)},
                  language)
           << parts::select_field(
                  {{"before", language("Compare with")}, period_choices(visit, selection, selection.before)},
                  language)
           << parts::button_row({parts::button(language("Show"), parts::ButtonKind::secondary)});
    return parts::form({.action = visit.context.request.path}, fields);
}

} // namespace maerkbar::surveys::results::pages
