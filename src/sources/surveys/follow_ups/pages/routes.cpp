#include "sources/surveys/follow_ups/pages/routes.hpp"

#include "base/translatable.hpp"
#include "sources/surveys/follow_ups/pages/pages.hpp"
#include "sources/surveys/permission.hpp"
#include "web/make_route.hpp"

namespace maerkbar::surveys::follow_ups {

namespace {

constexpr std::string_view schema =
    R"({"type":"object","required":["active"],"properties":{"active":{"type":"boolean"},"question":{"type":"string"},
 "at_most":{"type":"integer"},"share":{"type":"integer","minimum":1,"maximum":100},
 "days":{"type":"integer","minimum":1,"maximum":365},"owner":{"type":"integer"}}})";

constexpr web::parts::PageHelp help[] = {
    {"/surveys/{survey}/follow-up",
     translatable(
         "A low answer becomes an action with an owner and a date. Those who answer anonymously stay unseen: "
         "there only many low answers in a month do, or somebody asks to be contacted.")},
    {"/survey-low-scores/{answer}",
     translatable("The answer that an action is about. That you have read it stands in the audit trail.")},
    {"/survey-contact-wishes/{wish}",
     translatable(
         "How to reach somebody who asked for it. It is deleted the day after the action has ended.")},
};

} // namespace

std::vector<web::Route> follow_up_routes(FollowUpServices& services) {
    using web::Method;
    std::vector<web::Route> all;
    auto& organisation = services.surveys.organisation;
    organisation::add_routes(all, organisation,
                             std::vector<organisation::Change>{
                                 {"/surveys/{survey}/follow-up", "/api/v1/surveys/{survey}/follow-up",
                                  may_manage, pages::rule_form, pages::send_rule,
                                  "Decide which answers to a survey are followed up", schema, Method::put}});
    organisation::add_routes(
        all, organisation,
        std::vector<organisation::Reading>{
            {"/survey-low-scores/{answer}", organisation::permission::actions_write, pages::low_score_page},
            {"/api/v1/surveys/{survey}/follow-up",
             may_manage,
             pages::rule_json,
             {.summary = "Which answers to a survey are followed up"}}});
    all.push_back(web::guarded_route(Method::get, "/survey-contact-wishes/{wish}",
                                     organisation::permission::actions_write,
                                     web::with(services, pages::wish_page)));
    all.push_back(
        web::anonymous_route(Method::get, "/contact/{code}", web::with(services, pages::contact_form)));
    all.push_back(
        web::anonymous_route(Method::post, "/contact/{code}", web::with(services, pages::send_contact)));
    return all;
}

std::span<const web::parts::PageHelp> page_help() {
    return help;
}

} // namespace maerkbar::surveys::follow_ups
