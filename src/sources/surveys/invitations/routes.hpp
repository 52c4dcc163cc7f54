#pragma once

#include "sources/surveys/invitations/delivery.hpp"
#include "sources/surveys/services.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

// What these pages need besides; everything outlives the routes.
struct InvitationServices {
    Services& surveys;
    invitations::Deliverer& deliverer;
    storage::JobRunner& jobs;
};

// /surveys/{survey}/links/{link}/invitations: inviting people by e-mail and SMS, and how far that has come.
[[nodiscard]] std::vector<web::Route> invitation_routes(InvitationServices& services);

} // namespace maerkbar::surveys
