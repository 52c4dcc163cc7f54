#include "actions/routes.hpp"

#include "actions/visit.hpp"
#include "web/make_route.hpp"

namespace maerkbar::actions {

namespace {

using web::Method;
namespace may = organisation::permission;
using Handler = Result<web::Response> (*)(ActionVisit&);

constexpr std::string_view fields_schema =
    R"({"type":"object","properties":{"unit":{"type":"integer"},"title":{"type":"string"},"detail":{"type":"string"},)"
    R"("owner":{"type":"integer"},"due":{"type":"string","format":"date"},)"
    R"("status":{"enum":["open","running","done","dropped"]},"outcome":{"type":"string"},)"
    R"("indicator":{"type":["integer","null"]},"version":{"type":"integer"}}})";

web::Route row(ActionServices& services, Method method, std::string_view pattern, std::string_view permission,
               Handler handler) {
    return web::guarded_route(
        method, pattern, permission, [&services, handler](web::Context& context) -> Result<web::Response> {
            const auto viewer = TRY(organisation::viewer_of(services.organisation, context));
            organisation::Visit page{services.organisation, context, viewer};
            ActionVisit visit{services, page};
            return handler(visit);
        });
}

web::Route described(web::Route route, web::ApiDoc doc) {
    route.doc = std::move(doc);
    return route;
}

} // namespace

std::vector<web::Route> routes(ActionServices& services) {
    std::vector<web::Route> all = {row(services, Method::get, "/actions", {}, show_actions),
                                   row(services, Method::get, "/actions/new", may::actions_write, show_new),
                                   row(services, Method::post, "/actions/new", may::actions_write, send_new),
                                   row(services, Method::get, "/actions/{action}", {}, show_action),
                                   row(services, Method::post, "/actions/{action}", {}, send_action)};
    all.push_back(
        described(row(services, Method::get, "/api/v1/actions", may::measurement_read, actions_json),
                  {"Actions that are open or under way, those that end first come first",
                   {{"unit", "this unit and those beneath it", R"({"type":"integer"})"},
                    {"owner", "of this person", R"({"type":"integer"})"},
                    {"ended", "done and dropped ones too"}}}));
    all.push_back(
        described(row(services, Method::get, "/api/v1/actions/{action}", {}, action_json), {"One action"}));
    all.push_back(described(row(services, Method::post, "/api/v1/actions", may::actions_write, post_json),
                            {.summary = "Write an action", .request_schema = fields_schema, .success = 201}));
    all.push_back(
        described(row(services, Method::patch, "/api/v1/actions/{action}", {}, patch_json),
                  {.summary = "Change what is sent of an action", .request_schema = fields_schema}));
    return all;
}

} // namespace maerkbar::actions
