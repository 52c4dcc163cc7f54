#pragma once

#include "measurement/pages/visit.hpp"

namespace maerkbar::measurement::api {

Result<web::Response> indicators(PageServices& services, web::Context& context);
Result<web::Response> create_indicator(PageServices& services, web::Context& context);
Result<web::Response> change_indicator(PageServices& services, web::Context& context);
Result<web::Response> verdict(PageServices& services, web::Context& context);

} // namespace maerkbar::measurement::api
