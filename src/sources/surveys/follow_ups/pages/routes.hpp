#pragma once

#include <span>
#include <vector>

#include "messages/seal.hpp"
#include "sources/surveys/services.hpp"
#include "web/parts/help.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys::follow_ups {

// Everything outlives the routes.
struct FollowUpServices {
    surveys::Services& surveys;
    const messages::Seal& seal;
};
[[nodiscard]] std::vector<web::Route> follow_up_routes(FollowUpServices& services);
[[nodiscard]] std::span<const web::parts::PageHelp> page_help();

} // namespace maerkbar::surveys::follow_ups
