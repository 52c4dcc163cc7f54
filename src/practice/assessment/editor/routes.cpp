#include "practice/assessment/editor/routes.hpp"

#include "practice/assessment/editor/pages.hpp"

namespace maerkbar::assessment {
namespace {

using namespace editor;
using Verb = web::Method;
namespace may = organisation::permission;

struct Row {
    Verb method;
    std::string_view pattern;
    Result<web::Response> (*handler)(RoundVisit&);
};

constexpr Row rows[] = {
    {Verb::get, "/assessments/models", show_models},
    {Verb::post, "/assessments/models", send_model},
    {Verb::get, "/assessments/models/new", show_new_model},
    {Verb::post, "/assessments/models/new", send_new_model},
    {Verb::get, "/assessments/models/{model}", model_json},
    {Verb::get, "/assessments/models/{model}/mappings", show_mappings},
    {Verb::post, "/assessments/models/{model}/draft/begin", send_new_version},
    {Verb::get, "/assessments/models/{model}/draft", show_outline},
    {Verb::post, "/assessments/models/{model}/draft/discard", send_discard},
    {Verb::get, "/assessments/models/{model}/draft/head", show_head},
    {Verb::post, "/assessments/models/{model}/draft/head", send_head},
    {Verb::get, "/assessments/models/{model}/draft/nodes", show_new_node},
    {Verb::post, "/assessments/models/{model}/draft/nodes", send_new_node},
    {Verb::get, "/assessments/models/{model}/draft/nodes/{node}", show_node},
    {Verb::post, "/assessments/models/{model}/draft/nodes/{node}", send_node},
    {Verb::post, "/assessments/models/{model}/draft/nodes/{node}/order", send_node_order},
    {Verb::get, "/assessments/models/{model}/draft/scales", show_new_scale},
    {Verb::post, "/assessments/models/{model}/draft/scales", send_new_scale},
    {Verb::get, "/assessments/models/{model}/draft/scales/{scale}", show_scale},
    {Verb::post, "/assessments/models/{model}/draft/scales/{scale}", send_scale},
    {Verb::post, "/assessments/models/{model}/draft/scales/{scale}/remove", send_remove_scale},
    {Verb::post, "/assessments/models/{model}/draft/scales/{scale}/aspects", send_new_aspect},
    {Verb::get, "/assessments/models/{model}/draft/scales/{scale}/aspects/{aspect}", show_aspect},
    {Verb::post, "/assessments/models/{model}/draft/scales/{scale}/aspects/{aspect}", send_aspect},
    {Verb::post, "/assessments/models/{model}/draft/scales/{scale}/aspects/{aspect}/remove",
     send_remove_aspect},
    {Verb::get, "/assessments/models/{model}/draft/words", show_words},
    {Verb::post, "/assessments/models/{model}/draft/words", send_words},
    {Verb::get, "/assessments/models/{model}/draft/roll-up", show_roll_up},
    {Verb::post, "/assessments/models/{model}/draft/roll-up", send_roll_up},
    {Verb::get, "/assessments/models/{model}/draft/mappings", show_edit_mappings},
    {Verb::post, "/assessments/models/{model}/draft/mappings", send_edit_mappings},
    {Verb::get, "/assessments/models/{model}/draft/release", show_release},
    {Verb::post, "/assessments/models/{model}/draft/release", send_release}};

} // namespace

std::vector<web::Route> editor_routes(AssessmentServices& services) {
    std::vector<web::Route> routes;
    for (const auto& row : rows) {
        routes.push_back(web::guarded_route(row.method, row.pattern, may::assessment_lead,
                                            in_visit(services, row.handler)));
        if (row.method == Verb::post) routes.back().limit = web::BodyLimit::document;
    }
    return routes;
}

} // namespace maerkbar::assessment
