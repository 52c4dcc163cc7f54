#include "sources/surveys/results/pages/routes.hpp"

#include "sources/surveys/results/pages/visit.hpp"
#include "web/make_route.hpp"

namespace maerkbar::surveys::results {

namespace {

using web::Method;

struct Row {
    Method method;
    std::string_view pattern;
    Result<web::Response> (*handler)(ResultServices&, web::Context&);
    std::string_view permission = organisation::permission::measurement_read;
};

constexpr std::string_view results_schema = R"({"type":"object","required":["survey","unit","items"],
 "properties":{"survey":{"type":"integer"},"unit":{"type":"integer"},"items":{"type":"array","items":{"type":"object",
 "required":["question","kind","first","last","shown"],"properties":{"question":{"type":"string"},
 "contact_point":{"type":["integer","null"]},"customer_type":{"type":["integer","null"]},
 "kind":{"enum":["month","quarter","year","month_to_date","year_to_date"]},"first":{"type":"string"},
 "last":{"type":"string"},"shown":{"enum":["nothing","mean","distribution"]},"answers":{"type":"integer"},
 "fewer_than":{"type":"integer"},"mean":{"type":"number"},"favourable":{"type":"integer"},
 "distribution":{"type":"object"},"missing":{"type":"object"}}}}}})";

constexpr std::string_view past_answers_schema = R"({"type":"object","required":["answers"],"properties":{
 "answers":{"type":"array","items":{"type":"object","required":["week","answers"],"properties":{
 "week":{"type":"string","format":"date"},"times":{"type":"integer","minimum":1},
 "answers":{"type":"object","additionalProperties":true}}}}}})";

constexpr Row rows[] = {
    {Method::get, "/results", pages::list},
    {Method::get, "/results/{survey}", pages::results_page},
    {Method::get, "/results/{survey}/map", pages::map_page},
    {Method::post, "/results/{survey}/follow", pages::follow, organisation::permission::measurement_define},
    {Method::get, "/api/v1/surveys/{survey}/results", pages::results_api},
    {Method::post, "/api/v1/survey-links/{code}/past-answers", pages::take_over_answers, may_manage},
};

} // namespace

std::vector<web::Route> result_routes(ResultServices& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows) {
        auto route =
            web::guarded_route(row.method, row.pattern, row.permission, web::with(services, row.handler));
        if (row.pattern.starts_with("/api") && row.method == Method::post)
            route.doc = {
                .summary = "Take over answers that were given earlier, by week",
                .request_schema = past_answers_schema,
                .response_schema = R"({"type":"object","properties":{"answers":{"type":"integer"}}})",
                .success = 201};
        else if (row.pattern.starts_with("/api"))
            route.doc = {
                .summary = "What was released of the answers to a survey, for one unit",
                .query = {{"unit", "The unit; without it the lowest that holds all answers you may see"}},
                .response_schema = results_schema};
        routes.push_back(std::move(route));
    }
    return routes;
}

} // namespace maerkbar::surveys::results
