#pragma once

#include "practice/assessment/pages/visit.hpp"

// The handlers for people who are signed in; not for other modules.
namespace maerkbar::assessment {

Result<web::Response> show_rounds(RoundVisit& visit);
Result<web::Response> show_new_round(RoundVisit& visit);
Result<web::Response> send_new_round(RoundVisit& visit);

Result<web::Response> show_round(RoundVisit& visit);
Result<web::Response> show_setup(RoundVisit& visit);
Result<web::Response> send_setup(RoundVisit& visit);
Result<web::Response> send_participant(RoundVisit& visit);
Result<web::Response> send_leave(RoundVisit& visit);
Result<web::Response> send_code(RoundVisit& visit);
Result<web::Response> send_invitations(RoundVisit& visit);
Result<web::Response> send_reminders(RoundVisit& visit);
Result<web::Response> send_start(RoundVisit& visit);
Result<web::Response> send_close_item(RoundVisit& visit);
Result<web::Response> send_close_scoring(RoundVisit& visit);
Result<web::Response> show_carry(RoundVisit& visit);
Result<web::Response> send_carry(RoundVisit& visit);

Result<web::Response> show_agenda(RoundVisit& visit);
Result<web::Response> send_accept(RoundVisit& visit);
Result<web::Response> send_finish(RoundVisit& visit);
Result<web::Response> show_consensus(RoundVisit& visit);
Result<web::Response> send_consensus(RoundVisit& visit);

Result<web::Response> group_file(RoundVisit& visit);
Result<web::Response> show_profile(RoundVisit& visit);
Result<web::Response> show_through(RoundVisit& visit);

Result<web::Response> show_plan(RoundVisit& visit);
Result<web::Response> send_finding(RoundVisit& visit);
Result<web::Response> send_remove_finding(RoundVisit& visit);
Result<web::Response> send_action(RoundVisit& visit);
Result<web::Response> send_close_round(RoundVisit& visit);
Result<web::Response> send_review(RoundVisit& visit);

Result<web::Response> show_report(RoundVisit& visit);
Result<web::Response> show_summary(RoundVisit& visit);
Result<web::Response> report_xlsx(RoundVisit& visit);
Result<web::Response> report_odt(RoundVisit& visit);
Result<web::Response> show_evidence(RoundVisit& visit);
Result<web::Response> evidence_odt(RoundVisit& visit);
Result<web::Response> round_json(RoundVisit& visit);
Result<web::Response> show_import(RoundVisit& visit);
Result<web::Response> send_import(RoundVisit& visit);

Result<web::Response> show_units(RoundVisit& visit);

} // namespace maerkbar::assessment
