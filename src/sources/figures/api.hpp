#pragma once

#include "sources/figures/routes.hpp"

// Typed figures for integrations; not for other modules.
namespace maerkbar::sources {

[[nodiscard]] std::vector<web::Route> figures_api_routes(FiguresServices& services);

} // namespace maerkbar::sources
