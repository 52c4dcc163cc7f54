#pragma once

#include "organisation/page_support.hpp"
#include "sources/surveys/follow_ups/pages/routes.hpp"

// What the handlers of this folder share.
namespace maerkbar::surveys::follow_ups::pages {

Result<organisation::FormView> rule_form(organisation::Visit& visit, const organisation::Filled& filled);
Result<organisation::Done> send_rule(organisation::Visit& visit, web::Form& form);
Result<web::Response> rule_json(organisation::Visit& visit);

Result<web::Response> low_score_page(organisation::Visit& visit);

Result<web::Response> wish_page(FollowUpServices& services, web::Context& context);
Result<web::Response> contact_form(FollowUpServices& services, web::Context& context);
Result<web::Response> send_contact(FollowUpServices& services, web::Context& context);

} // namespace maerkbar::surveys::follow_ups::pages
