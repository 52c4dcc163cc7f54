#pragma once

#include "measurement/pages/visit.hpp"

namespace maerkbar::measurement::pages {

// GET /units/{unit}/indicators/{indicator}
Result<web::Response> indicator(PageServices& services, web::Context& context);
// GET …/rows?period=2026-10: the rows behind one point.
Result<web::Response> rows(PageServices& services, web::Context& context);
// The same figures as files.
Result<web::Response> indicator_csv(PageServices& services, web::Context& context);
Result<web::Response> indicator_xlsx(PageServices& services, web::Context& context);
Result<web::Response> indicator_svg(PageServices& services, web::Context& context);

// POST: a target, a note, a phase; each goes back to the page.
Result<web::Response> set_target(PageServices& services, web::Context& context);
Result<web::Response> end_target(PageServices& services, web::Context& context);
Result<web::Response> add_note(PageServices& services, web::Context& context);
Result<web::Response> remove_note(PageServices& services, web::Context& context);
Result<web::Response> decide(PageServices& services, web::Context& context);
Result<web::Response> take_back(PageServices& services, web::Context& context);

} // namespace maerkbar::measurement::pages
