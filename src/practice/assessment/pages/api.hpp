#pragma once

#include "practice/assessment/pages/visit.hpp"

// Self-assessment as JSON, below /api/v1.
namespace maerkbar::assessment {

[[nodiscard]] std::vector<web::Route> api_routes(AssessmentServices& services);

// The person as a participant of the round. Error: assessment.not_taking_part (not_found).
[[nodiscard]] Result<Participant> own_participation(RoundVisit& visit, RoundId round);

// Reading. Lists come page by page (?page, ?size).
Result<web::Response> models_json(RoundVisit& visit);
Result<web::Response> one_model_json(RoundVisit& visit);
Result<web::Response> rounds_json(RoundVisit& visit);
Result<web::Response> one_round_json(RoundVisit& visit);
Result<web::Response> scores_json(RoundVisit& visit);
Result<web::Response> plan_json(RoundVisit& visit);
Result<web::Response> votes_json(RoundVisit& visit);

// Changing.
Result<web::Response> post_model(RoundVisit& visit);
Result<web::Response> post_round(RoundVisit& visit);
Result<web::Response> post_round_file(RoundVisit& visit);
Result<web::Response> patch_round(RoundVisit& visit);
Result<web::Response> post_participant(RoundVisit& visit);
Result<web::Response> post_step(RoundVisit& visit);
Result<web::Response> put_answer(RoundVisit& visit);
Result<web::Response> put_vote(RoundVisit& visit);
Result<web::Response> put_decision(RoundVisit& visit);
Result<web::Response> post_finding(RoundVisit& visit);
Result<web::Response> post_action(RoundVisit& visit);
Result<web::Response> post_review(RoundVisit& visit);

} // namespace maerkbar::assessment
