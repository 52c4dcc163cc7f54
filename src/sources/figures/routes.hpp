#pragma once

#include <vector>

#include "organisation/services.hpp"
#include "sources/import/routes.hpp"

namespace maerkbar::sources {

// What the pages for typing figures need. Everything outlives the routes.
struct FiguresServices {
    organisation::Services& organisation;
    ImportServices& imports;
};

[[nodiscard]] std::vector<web::Route> routes(FiguresServices& services);

} // namespace maerkbar::sources
