#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/services.hpp"
#include "web/route.hpp"

namespace maerkbar::actions {

struct IndicatorName {
    IndicatorId id;
    std::string name; // in the reader's language
};

// What the pages and the API of actions need. Everything outlives the routes.
struct ActionServices {
    organisation::Services& organisation;
    // The municipality's indicators in use, in the language of that code; filled in where measurement is
    // known.
    std::function<Result<std::vector<IndicatorName>>(storage::Connection&, TenantId, std::string_view)>
        indicators;
};

[[nodiscard]] std::vector<web::Route> routes(ActionServices& services);

} // namespace maerkbar::actions
