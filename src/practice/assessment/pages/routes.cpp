#include "practice/assessment/pages/routes.hpp"

#include "practice/assessment/pages/api.hpp"
#include "practice/assessment/pages/pages.hpp"
#include "practice/assessment/pages/scorer.hpp"
#include "web/make_route.hpp"
#include "web/url.hpp"

namespace maerkbar::assessment {

namespace {

namespace may = organisation::permission;
using Handler = Result<web::Response> (*)(RoundVisit&);
using ScorerHandler = Result<web::Response> (*)(ScorerVisit&);
using OpenHandler = Result<web::Response> (*)(AssessmentServices&, web::Context&);

struct Row {
    web::Method method;
    std::string_view pattern;
    Handler handler;
    std::string_view permission = {}; // empty: the handler asks by the round
};

constexpr Row rows[] = {
    {web::Method::get, "/assessments", show_rounds},
    {web::Method::get, "/assessments/new", show_new_round, may::assessment_lead},
    {web::Method::post, "/assessments/new", send_new_round, may::assessment_lead},
    {web::Method::get, "/assessments/units", show_units, may::measurement_read},
    {web::Method::get, "/assessments/import", show_import, may::assessment_lead},
    {web::Method::post, "/assessments/import", send_import, may::assessment_lead},
    {web::Method::get, "/assessments/{round}", show_round},
    {web::Method::get, "/assessments/{round}/setup", show_setup},
    {web::Method::post, "/assessments/{round}/setup", send_setup},
    {web::Method::get, "/assessments/{round}/carry", show_carry},
    {web::Method::post, "/assessments/{round}/carry", send_carry},
    {web::Method::post, "/assessments/{round}/participants", send_participant},
    {web::Method::post, "/assessments/{round}/participants/{participant}/leave", send_leave},
    {web::Method::post, "/assessments/{round}/participants/{participant}/code", send_code},
    {web::Method::post, "/assessments/{round}/invite", send_invitations},
    {web::Method::post, "/assessments/{round}/remind", send_reminders},
    {web::Method::post, "/assessments/{round}/start", send_start},
    {web::Method::post, "/assessments/{round}/items/{item}/close", send_close_item},
    {web::Method::post, "/assessments/{round}/close-scoring", send_close_scoring},
    {web::Method::get, "/assessments/{round}/agenda", show_agenda},
    {web::Method::post, "/assessments/{round}/agenda/accept", send_accept},
    {web::Method::post, "/assessments/{round}/finish", send_finish},
    {web::Method::get, "/assessments/{round}/consensus/{item}", show_consensus},
    {web::Method::post, "/assessments/{round}/consensus/{item}", send_consensus},
    {web::Method::get, "/assessments/{round}/files/{file}", group_file},
    {web::Method::get, "/assessments/{round}/profile", show_profile},
    {web::Method::get, "/assessments/{round}/profile/{model}", show_through},
    {web::Method::get, "/assessments/{round}/plan", show_plan},
    {web::Method::post, "/assessments/{round}/findings", send_finding},
    {web::Method::post, "/assessments/{round}/findings/remove", send_remove_finding},
    {web::Method::post, "/assessments/{round}/actions", send_action},
    {web::Method::post, "/assessments/{round}/close", send_close_round},
    {web::Method::post, "/assessments/{round}/reviews", send_review},
    {web::Method::get, "/assessments/{round}/report", show_report},
    {web::Method::get, "/assessments/{round}/report.xlsx", report_xlsx},
    {web::Method::get, "/assessments/{round}/report.odt", report_odt},
    {web::Method::get, "/assessments/{round}/evidence", show_evidence},
    {web::Method::get, "/assessments/{round}/evidence.odt", evidence_odt},
    {web::Method::get, "/assessments/{round}/summary", show_summary},
    {web::Method::get, "/assessments/{round}/round.json", round_json}};

struct ScorerRow {
    web::Method method;
    std::string_view pattern;
    ScorerHandler handler;
};

// Open to whoever holds a code; scorer_of() asks who they are.
constexpr ScorerRow scorer_rows[] = {
    {web::Method::get, "/assessments/{round}/score", show_scoring},
    {web::Method::post, "/assessments/{round}/score/done", send_done},
    {web::Method::get, "/assessments/{round}/score/{item}", show_item},
    {web::Method::post, "/assessments/{round}/score/{item}", send_item},
    {web::Method::get, "/assessments/{round}/score/{item}/files", show_files},
    {web::Method::post, "/assessments/{round}/score/{item}/files", send_file},
    {web::Method::get, "/assessments/{round}/score/{item}/files/{file}", own_file},
    {web::Method::post, "/assessments/{round}/score/{item}/files/{file}/remove", send_remove_file},
    {web::Method::get, "/assessments/{round}/votes", show_votes},
    {web::Method::post, "/assessments/{round}/votes", send_votes}};

// For whoever holds a code, and for those who come with one.
web::Route open_route(web::Method method, std::string_view pattern) {
    web::Route route;
    route.method = method;
    route.pattern = pattern;
    route.access = web::Access::open;
    route.csrf = method == web::Method::get ? web::Csrf::none : web::Csrf::required;
    return route;
}

web::Route signed_in(AssessmentServices& services, const Row& row) {
    auto route = web::guarded_route(row.method, row.pattern, row.permission, in_visit(services, row.handler));
    if (row.pattern == "/assessments/import") route.limit = web::BodyLimit::upload;
    return route;
}

web::Route by_code(AssessmentServices& services, const ScorerRow& row) {
    auto route = open_route(row.method, row.pattern);
    if (row.handler == send_file) route.limit = web::BodyLimit::upload;
    route.handler = [&services, handler = row.handler](web::Context& context) -> Result<web::Response> {
        auto visit = scorer_of(services, context);
        // Nobody known: perhaps a session that ended meanwhile, or a code that is not in this browser.
        if (!visit.ok() && context.identity == nullptr)
            return web::Response::redirect(web::with_query("/join", {{"next", context.request.path}}));
        if (!visit.ok()) return visit.error();
        return handler(*visit);
    };
    return route;
}

web::Route open_to_all(AssessmentServices& services, web::Method method, OpenHandler handler) {
    auto route = open_route(method, "/join");
    route.handler = [&services, handler](web::Context& context) { return handler(services, context); };
    return route;
}

} // namespace

std::vector<web::Route> routes(AssessmentServices& services) {
    std::vector<web::Route> all;
    for (const auto& row : rows)
        all.push_back(signed_in(services, row));
    for (const auto& row : scorer_rows)
        all.push_back(by_code(services, row));
    for (auto& route : api_routes(services))
        all.push_back(std::move(route));
    all.push_back(open_to_all(services, web::Method::get, show_join));
    all.push_back(open_to_all(services, web::Method::post, send_join));
    return all;
}

} // namespace maerkbar::assessment
