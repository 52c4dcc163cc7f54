#include <algorithm>

#include "sources/surveys/results/pages/visit.hpp"
#include "web/parts/pieces.hpp"
#include "web/parts/table.hpp"

// GET /results: the surveys that have results the person may see.
namespace maerkbar::surveys::results::pages {

using web::Html;
using web::Response;
namespace parts = web::parts;

namespace {

std::vector<Html> row_of(const Visit& visit, const Survey& survey, UnitId unit) {
    return {link(address_of(survey.id, "", unit), title_of(visit, survey.draft)),
            words(visit.unit_name(unit)), link(address_of(survey.id, "/map", unit), visit.language("Map"))};
}

} // namespace

Result<Response> list(ResultServices& services, web::Context& context) {
    auto here = TRY(visit(services, context));
    const auto& language = here.language;
    parts::Table table{language("Survey results"), false};
    table.columns = {
        {language("Survey")}, {language("Unit")}, {language("By contact point and customer type")}};
    TRY(here.read([&](storage::Connection& connection) -> Result<void> {
        const auto places = TRY(released_places(connection, here.viewer.tenant()));
        for (const auto& survey : TRY(list_surveys(connection, here.viewer.tenant())))
            if (const auto units = units_with_results(here, places, survey.id); !units.empty())
                table.rows.push_back(row_of(here, survey, common_unit(here, units)));
        return {};
    }));
    auto info =
        info_of(here, language("Survey results"),
                language("What citizens, relatives and colleagues have answered, shown so that nobody can "
                         "be recognised."));
    info.crumbs.clear();
    if (!table.rows.empty()) return Response::html(parts::page(info, parts::table(table)));
    return Response::html(parts::page(
        info, parts::empty_state(language("There are no results yet"),
                                 language("Results come out when a week has ended and enough people have "
                                          "answered."))));
}

} // namespace maerkbar::surveys::results::pages
