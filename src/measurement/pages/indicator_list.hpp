#pragma once

#include "measurement/pages/visit.hpp"

namespace maerkbar::measurement::pages {

// GET /indicators: the municipality's indicators and the library of ready ones.
Result<web::Response> indicator_list(PageServices& services, web::Context& context);
// POST /indicators/library/{code}: takes a ready indicator into use.
Result<web::Response> adopt_indicator(PageServices& services, web::Context& context);
// GET and POST /indicators/{indicator}/edit, /indicators/new: the definition as JSON, for those who define.
Result<web::Response> edit_form(PageServices& services, web::Context& context);
Result<web::Response> new_form(PageServices& services, web::Context& context);
Result<web::Response> save(PageServices& services, web::Context& context);
Result<web::Response> create(PageServices& services, web::Context& context);

} // namespace maerkbar::measurement::pages
