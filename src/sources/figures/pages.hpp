#pragma once

#include "sources/figures/routes.hpp"

// The pages for typing figures; not for other modules.
namespace maerkbar::sources::pages {

Result<web::Response> figures(FiguresServices& services, web::Context& context);
Result<web::Response> sheet(FiguresServices& services, web::Context& context);
Result<web::Response> send_sheet(FiguresServices& services, web::Context& context);
Result<web::Response> undo_figures(FiguresServices& services, web::Context& context);

// The page on which a sheet is chosen, with the mistakes of an earlier choice.
Result<web::Response> choose_sheet(FiguresServices& services, web::Context& context,
                                   const std::vector<Error>& errors);

} // namespace maerkbar::sources::pages
