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
 "properties":{"survey":{"type":"integer"},"unit":{"type":"integer"},"view":{"enum":["self","for_person","proxy"]},"items":{"type":"array","items":{"type":"object",
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
    {Method::get, "/results/{survey}/waves", pages::waves_page},
    {Method::post, "/results/{survey}/waves/population", pages::set_population, may_manage},
    {Method::get, "/api/v1/surveys/{survey}/waves", pages::waves_api},
    {Method::get, "/api/v1/surveys/{survey}/comments", pages::comments_api},
    {Method::post, "/api/v1/survey-links/{code}/past-answers", pages::take_over_answers, may_manage},
};

constexpr std::string_view comments_schema = R"({"type":"object","required":["survey","unit","items"],
 "properties":{"survey":{"type":"integer"},"unit":{"type":"integer"},"items":{"type":"array","items":{"type":"object",
 "required":["question","first","last","shown"],"properties":{"question":{"type":"string"},"first":{"type":"string"},
 "last":{"type":"string"},"shown":{"type":"boolean"},"wrote":{"type":"integer"},"fewer_than":{"type":"integer"},
 "comments":{"type":"array","items":{"type":"string"}},"waiting":{"type":"integer"},"left_out":{"type":"integer"},
 "topics":{"type":"array","items":{"type":"object"}},"words":{"type":"array","items":{"type":"object"}}}}}}})";

constexpr std::string_view waves_schema = R"({"type":"object","required":["survey","unit","waves","compared"],
 "properties":{"survey":{"type":"integer"},"unit":{"type":"integer"},"waves":{"type":"array","items":{"type":"object",
 "required":["wave","name","kind","over"],"properties":{"wave":{"type":"integer"},"name":{"type":"string"},
 "kind":{"enum":["baseline","follow_up"]},"cohort":{"type":"string"},"over":{"type":"boolean"},
 "asked":{"type":["integer","null"]},"population":{"type":["integer","null"]},"response_rate":{"type":"number"},
 "questions":{"type":"array","items":{"type":"object"}}}}},"compared":{"type":"array","items":{"type":"object"}}}})";

web::ApiDoc doc_of(const Row& row) {
    if (row.method == Method::post)
        return {.summary = "Take over answers that were given earlier, by week",
                .request_schema = past_answers_schema,
                .response_schema = R"({"type":"object","properties":{"answers":{"type":"integer"}}})",
                .success = 201};
    if (row.pattern.ends_with("/comments"))
        return {.summary = "What people wrote, where ten or more did and somebody has read it",
                .query = {{"unit", "The unit"}, {"point", "A contact point"}, {"period", "As on the page"}},
                .response_schema = comments_schema};
    if (row.pattern.ends_with("/waves"))
        return {.summary = "Waves of a survey, before and after, with response rates and pairs",
                .query = {{"unit", "The unit"}},
                .response_schema = waves_schema};
    return {.summary = "What was released of the answers to a survey, for one unit",
            .query = {{"unit", "The unit; without it the lowest that holds all answers you may see"},
                      {"view", "self, for_person or proxy: whose answers"}},
            .response_schema = results_schema};
}

} // namespace

std::vector<web::Route> result_routes(ResultServices& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows) {
        auto route =
            web::guarded_route(row.method, row.pattern, row.permission, web::with(services, row.handler));
        if (row.pattern.starts_with("/api")) route.doc = doc_of(row);
        routes.push_back(std::move(route));
    }
    return routes;
}

} // namespace maerkbar::surveys::results
