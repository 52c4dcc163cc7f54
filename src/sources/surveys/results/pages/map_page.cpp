#include <algorithm>
#include <set>

#include "organisation/catalogue.hpp"
#include "sources/surveys/results/pages/question_section.hpp"
#include "web/parts/form.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// GET /results/{survey}/map: contact points × customer types, and where the promise fails. It is a table, so
// it can be read aloud, printed, and scrolled on a phone; words and signs carry what colours underline.
namespace maerkbar::surveys::results::pages {

using namespace web::literals;
using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

struct Map {
    std::vector<Release> releases; // of the headline, of years so far
    std::vector<Date> ends;        // to choose from, the latest first
    Date end;
    std::vector<CatalogueId> points;
    std::vector<CatalogueId> types;

    [[nodiscard]] const Figures* at(CatalogueId point, CatalogueId type) const {
        const auto found = std::ranges::find_if(releases, [&](const Release& release) {
            return release.group.last == end && release.group.contact_point == point &&
                   release.group.customer_type == type;
        });
        return found == releases.end() ? nullptr : &found->figures;
    }
};

template <typename T, typename Get>
std::vector<T> distinct(const std::vector<Release>& releases, Get get) {
    std::set<T> known;
    for (const auto& release : releases)
        known.insert(get(release.group));
    return {known.begin(), known.end()};
}

Result<Map> read_map(Visit& visit, const Subject& subject, const CountedQuestion& question) {
    Map map;
    ReleaseQuestion asked{subject.survey.id, subject.unit, question.name};
    asked.kind = GroupKind::year_to_date;
    map.releases = TRY(visit.read([&](storage::Connection& connection) {
        return read_releases(connection, visit.viewer.tenant(), asked);
    }));
    map.ends = distinct<Date>(map.releases, [](const GroupKey& group) { return group.last; });
    std::ranges::reverse(map.ends);
    if (map.ends.empty()) return map;
    const auto asked_end = Date::parse_iso(visit.context.request.query.text("until"));
    map.end = asked_end && std::ranges::find(map.ends, *asked_end) != map.ends.end() ? *asked_end
                                                                                     : map.ends.front();
    map.points = distinct<CatalogueId>(map.releases, [](const GroupKey& g) { return g.contact_point; });
    map.types = distinct<CatalogueId>(map.releases, [](const GroupKey& g) { return g.customer_type; });
    // All together comes last, not first.
    for (auto* ids : {&map.points, &map.types}) {
        std::erase(*ids, CatalogueId{});
        ids->push_back({});
    }
    return map;
}

Html cell_of(const Figures* figures, std::optional<double> promised, const web::Language& language) {
    if (figures == nullptr) return words("–");
    if (!figures->share()) return words(figures->count.below ? count_words(*figures, language) : "–");
    Html html;
    if (const auto kind = target_tag(*figures, promised)) html << parts::tag(*kind, language) << "<br>"_html;
    return html << language("{share} of {count}", {{"share", language.percent(*figures->share())},
                                                   {"count", language.integer(figures->answers)}});
}

struct Names {
    EntryNames points;
    EntryNames types;
};

Html table_of(const Visit& visit, const Map& map, const Names& names, std::optional<double> promised) {
    const auto& language = visit.language;
    parts::Table table{language("Share of the best answers by contact point and customer type"), true};
    table.on_phone = parts::OnPhone::scrolls; // a map is read along its rows and columns
    table.columns = {{language("Contact point")}};
    for (const auto type : map.types)
        table.columns.push_back({type ? name_in(names.types, type) : language("All customer types")});
    for (const auto point : map.points) {
        std::vector<Html> row{words(point ? name_in(names.points, point) : language("All contact points"))};
        for (const auto type : map.types)
            row.push_back(!point && !type ? words("") : cell_of(map.at(point, type), promised, language));
        table.rows.push_back(std::move(row));
    }
    return parts::table(table);
}

// "The promise fails at: …" in words, before the table.
std::string failing(const Visit& visit, const Map& map, const Names& names, std::optional<double> promised) {
    const auto& language = visit.language;
    if (!promised)
        return language(
            "No promise is set for this question. Set a target on its indicator to see where it "
            "is kept.");
    std::vector<std::string> places;
    for (const auto point : map.points)
        for (const auto type : map.types) {
            const auto* figures = map.at(point, type);
            if (!point || !type || figures == nullptr) continue;
            if (target_tag(*figures, promised) == parts::TagKind::not_met)
                places.push_back(name_in(names.points, point) + " / " + name_in(names.types, type));
        }
    const web::Arguments target{{"target", language.percent(*promised)}};
    if (places.empty())
        return language("Nowhere do the answers show that the promise of at least {target} fails.", target);
    return language("The promise of at least {target} fails at: {places}.",
                    {{"target", language.percent(*promised)}, {"places", language.list(places)}});
}

Html form_of(Visit& visit, const Subject& subject, const Map& map) {
    const auto& language = visit.language;
    std::vector<parts::Choice> ends;
    for (const auto end : map.ends)
        ends.push_back({end.iso(),
                        period_words({subject.unit,
                                      {},
                                      {},
                                      GroupKind::year_to_date,
                                      Period::containing(PeriodKind::year, end).first,
                                      end},
                                     language),
                        {},
                        end == map.end});
    Html fields = parts::hidden_field("unit", std::to_string(subject.unit.value));
    fields << parts::select_field({{"until", language("Period")}, ends}, language)
           << parts::button_row({parts::button(language("Show"), parts::ButtonKind::secondary)});
    return parts::form({.action = visit.context.request.path}, fields);
}

} // namespace

Result<Response> map_page(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto& language = here.language;
    const auto subject = TRY(subject_of(here));
    const auto question = headline(subject.definition);
    auto info = info_of(here, language("Where the promise fails"),
                        title_of(here, subject.definition) + ", " + here.unit_name(subject.unit));
    info.crumbs.push_back(
        {title_of(here, subject.definition), address_of(subject.survey.id, "", subject.unit)});
    const auto map = question ? TRY(read_map(here, subject, *question)) : Map{};
    if (map.ends.empty())
        return Response::html(parts::page(
            info, parts::empty_state(
                      language("There is no map yet"),
                      language("It comes when the survey is asked at contact points or of customer types, "
                               "and a quarter has ended."))));
    const Names names{TRY(entry_names(here, organisation::CatalogueKind::contact_point)),
                      TRY(entry_names(here, organisation::CatalogueKind::customer_type))};
    const auto found = TRY(followed(here, subject, question->name));
    const auto promised = found ? found->promised() : std::nullopt;
    Html body = "<div class=\"stack\">"_html;
    body << form_of(here, subject, map)
         << parts::section(question_title(here, subject.definition, *question),
                           paragraph(failing(here, map, names, promised)))
         << table_of(here, map, names, promised)
         << paragraph(
                language("“< 10” or a dash: too few have answered to show the figure without somebody being "
                         "recognised. The map is made for the year so far each time a quarter has ended."))
         << "</div>"_html;
    return Response::html(parts::page(info, body));
}

} // namespace maerkbar::surveys::results::pages
