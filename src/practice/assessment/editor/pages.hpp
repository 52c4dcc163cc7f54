#pragma once

#include "practice/assessment/pages/visit.hpp"

// The handlers of the editor; not for other modules.
namespace maerkbar::assessment::editor {

Result<web::Response> show_models(RoundVisit& visit);
Result<web::Response> send_model(RoundVisit& visit);
Result<web::Response> model_json(RoundVisit& visit);
Result<web::Response> show_mappings(RoundVisit& visit);

Result<web::Response> show_new_model(RoundVisit& visit);
Result<web::Response> send_new_model(RoundVisit& visit);
Result<web::Response> send_new_version(RoundVisit& visit);
Result<web::Response> show_outline(RoundVisit& visit);
Result<web::Response> send_discard(RoundVisit& visit);

Result<web::Response> show_head(RoundVisit& visit);
Result<web::Response> send_head(RoundVisit& visit);
Result<web::Response> show_node(RoundVisit& visit);
Result<web::Response> send_node(RoundVisit& visit);
Result<web::Response> send_node_order(RoundVisit& visit);
Result<web::Response> show_new_node(RoundVisit& visit);
Result<web::Response> send_new_node(RoundVisit& visit);
Result<web::Response> show_scale(RoundVisit& visit);
Result<web::Response> send_scale(RoundVisit& visit);
Result<web::Response> show_new_scale(RoundVisit& visit);
Result<web::Response> send_new_scale(RoundVisit& visit);
Result<web::Response> send_remove_scale(RoundVisit& visit);
Result<web::Response> show_aspect(RoundVisit& visit);
Result<web::Response> send_aspect(RoundVisit& visit);
Result<web::Response> send_new_aspect(RoundVisit& visit);
Result<web::Response> send_remove_aspect(RoundVisit& visit);
Result<web::Response> show_words(RoundVisit& visit);
Result<web::Response> send_words(RoundVisit& visit);
Result<web::Response> show_roll_up(RoundVisit& visit);
Result<web::Response> send_roll_up(RoundVisit& visit);
Result<web::Response> show_edit_mappings(RoundVisit& visit);
Result<web::Response> send_edit_mappings(RoundVisit& visit);
Result<web::Response> show_release(RoundVisit& visit);
Result<web::Response> send_release(RoundVisit& visit);

} // namespace maerkbar::assessment::editor
