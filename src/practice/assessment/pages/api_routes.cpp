#include "practice/assessment/pages/api.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "web/make_route.hpp"

namespace maerkbar::assessment {

namespace {

namespace may = organisation::permission;
using web::ApiDoc;
using web::ApiParameter;
using web::Method;

constexpr std::string_view whole_number = R"({"type":"integer"})";
constexpr std::string_view round_schema =
    R"({"type":"object","required":["unit","name","model"],"properties":{"unit":{"type":"integer"},"name":{"type":"string"},)"
    R"("model":{"type":"string"},"method":{"type":"string"},"scope":{"enum":["all","compact","chosen"]},)"
    R"("areas":{"type":"array","items":{"type":"string"}},"facilitator":{"type":"integer"},"client":{"type":"integer"},)"
    R"("trained_on":{"type":"string","format":"date"},"scoring_until":{"type":"string","format":"date"},)"
    R"("meeting_on":{"type":"string","format":"date"},"plan_by":{"type":"string","format":"date"}}})";
constexpr std::string_view change_schema =
    R"({"type":"object","properties":{"version":{"type":"integer"},"name":{"type":"string"},"facilitator":{"type":"integer"},)"
    R"("client":{"type":"integer"},"trained_on":{"type":"string"},"scoring_until":{"type":"string"},"meeting_on":{"type":"string"},)"
    R"("plan_by":{"type":"string"}}})";
constexpr std::string_view participant_schema =
    R"({"type":"object","properties":{"person":{"type":"integer"},"label":{"type":"string"},"side":{"enum":["leadership","staff"]}}})";
constexpr std::string_view step_schema =
    R"({"type":"object","required":["step"],"properties":{"step":{"enum":["start","close_scoring","finish_meeting","close"]},)"
    R"("although_not_done":{"type":"boolean"},"no_action_reason":{"type":"string"}}})";
constexpr std::string_view answer_schema =
    R"({"type":"object","properties":{"score":{"type":"number","description":"score-ASPECT on scales with aspects"},)"
    R"("blank":{"type":"boolean"},"strengths":{"type":"string"},"improvements":{"type":"string"},"evidence":{"type":"string"},)"
    R"("link":{"type":"string"}}})";
constexpr std::string_view decision_schema =
    R"({"type":"object","required":["reason"],"properties":{"value":{"type":["number","null"]},"reason":{"type":"string"},)"
    R"("minority_note":{"type":"string"},"minutes":{"type":"string"},"version":{"type":"integer"}}})";
constexpr std::string_view vote_schema =
    R"({"type":"object","required":["effect","ease"],"properties":{"effect":{"type":"integer","minimum":1,"maximum":5},)"
    R"("ease":{"type":"integer","minimum":1,"maximum":5}}})";
constexpr std::string_view finding_schema =
    R"({"type":"object","required":["item","content"],"properties":{"item":{"type":"string"},"content":{"type":"string"},)"
    R"("kind":{"enum":["strength","improvement"]}}})";
constexpr std::string_view action_schema =
    R"({"type":"object","required":["title","owner","due"],"properties":{"title":{"type":"string"},"owner":{"type":"integer"},)"
    R"("due":{"type":"string","format":"date"},"indicator":{"type":"integer"}}})";
constexpr std::string_view review_schema =
    R"({"type":"object","required":["held_on","note"],"properties":{"held_on":{"type":"string","format":"date"},)"
    R"("note":{"type":"string"},"next_on":{"type":"string","format":"date"}}})";
constexpr std::string_view file_schema = R"({"type":"object","properties":{"format":{"type":"string"}}})";

const std::vector<ApiParameter> pages = {{"page", "counted from 1", whole_number},
                                         {"size", "1 to 500, usually 50", whole_number}};

struct Row {
    Method method;
    std::string_view pattern;
    Result<web::Response> (*handler)(RoundVisit&);
    ApiDoc doc;
    std::string_view permission = {}; // empty: the handler asks by the round
};

std::vector<ApiParameter> with_pages(std::vector<ApiParameter> query) {
    query.insert(query.end(), pages.begin(), pages.end());
    return query;
}

std::vector<Row> reading() {
    return {{Method::get,
             "/api/v1/assessment-models",
             models_json,
             {"Quality models, the newest version of each", pages},
             may::assessment_lead},
            {Method::get,
             "/api/v1/assessment-models/{model}",
             one_model_json,
             {"A quality model, whole", {{"version", "an earlier version"}}},
             may::assessment_lead},
            {Method::get,
             "/api/v1/assessments",
             rounds_json,
             {"Rounds of self-assessment, the newest first",
              with_pages({{"unit", "this unit and those beneath it", whole_number},
                          {"model", "id of a model"},
                          {"state", "preparing, scoring, meeting, improving or closed"}})}},
            {Method::get,
             "/api/v1/assessments/{round}",
             one_round_json,
             {"One round; for those who lead it with who is done, never what they said"}},
            {Method::get,
             "/api/v1/assessments/{round}/scores",
             scores_json,
             {"Items with their points (no names, closed items only), agreed values and their roll-up"}},
            {Method::get,
             "/api/v1/assessments/{round}/plan",
             plan_json,
             {"Findings in the order of their priority, actions and follow-ups"}},
            {Method::get,
             "/api/v1/assessments/{round}/votes",
             votes_json,
             {"One's own votes on what to do first; those of the group stand on the plan"}},
            {Method::get,
             "/api/v1/assessments/{round}/file",
             round_json,
             {"The whole round without its people, to be kept or imported elsewhere"}}};
}

std::vector<Row> changing() {
    const auto doc = [](std::string_view summary, std::string_view schema, int success = 200) {
        ApiDoc made{.summary = summary, .request_schema = schema};
        made.success = success;
        return made;
    };
    constexpr int created = 201;
    constexpr int nothing = 204;
    return {
        {Method::post, "/api/v1/assessment-models", post_model,
         doc("Import a quality model, or a newer version of one", file_schema, created),
         may::assessment_lead},
        {Method::post, "/api/v1/assessments", post_round, doc("Set a round up", round_schema, created),
         may::assessment_lead},
        {Method::post,
         "/api/v1/assessments/import",
         post_round_file,
         {.summary = "Import a round that was exported elsewhere",
          .query = {{"unit", "whose round it becomes", whole_number, true}},
          .request_schema = file_schema,
          .success = created},
         may::assessment_lead},
        {Method::patch, "/api/v1/assessments/{round}", patch_round,
         doc("Change what is sent of a round", change_schema)},
        {Method::post, "/api/v1/assessments/{round}/participants", post_participant,
         doc("Add a participant; without an account a code comes back, once", participant_schema, created)},
        {Method::post, "/api/v1/assessments/{round}/steps", post_step,
         doc("Take the round to its next state", step_schema)},
        {Method::put, "/api/v1/assessments/{round}/answers/{item}", put_answer,
         doc("One's own answer to an item, whole", answer_schema, nothing)},
        {Method::put, "/api/v1/assessments/{round}/votes/{finding}", put_vote,
         doc("One's own vote on an area of improvement: effect and ease, 1 to 5", vote_schema, nothing)},
        {Method::put, "/api/v1/assessments/{round}/items/{item}", put_decision,
         doc("What the group agreed on an item", decision_schema, nothing)},
        {Method::post, "/api/v1/assessments/{round}/findings", post_finding,
         doc("Write a strength or an area of improvement", finding_schema, created)},
        {Method::post, "/api/v1/assessments/{round}/actions", post_action,
         doc("Put an action on the plan", action_schema, created)},
        {Method::post, "/api/v1/assessments/{round}/reviews", post_review,
         doc("Write a follow-up", review_schema, created)}};
}

web::Route route_of(AssessmentServices& services, Row row) {
    auto route = web::guarded_route(row.method, row.pattern, row.permission, in_visit(services, row.handler));
    if (row.doc.request_schema == file_schema) route.limit = web::BodyLimit::document;
    route.doc = std::move(row.doc);
    return route;
}

} // namespace

std::vector<web::Route> api_routes(AssessmentServices& services) {
    std::vector<web::Route> all;
    for (auto& row : reading())
        all.push_back(route_of(services, std::move(row)));
    for (auto& row : changing())
        all.push_back(route_of(services, std::move(row)));
    return all;
}

} // namespace maerkbar::assessment
