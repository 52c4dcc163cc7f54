#pragma once

#include "sources/surveys/asking/visit.hpp"
#include "sources/surveys/invitations/routes.hpp"

// What the routes of this folder share.
namespace maerkbar::surveys::invitations {

Result<web::Response> page(InvitationServices& services, asking::Visit& visit);
Result<web::Response> start(InvitationServices& services, asking::Visit& visit);
Result<web::Response> end(InvitationServices& services, asking::Visit& visit);

// One list of people: how many were written to, who was refused, and what the gateway last said.
[[nodiscard]] web::Html state_of(asking::Visit& visit, const Sending& sending, const Progressed& progressed);

} // namespace maerkbar::surveys::invitations
