#pragma once

#include "sources/surveys/services.hpp"
#include "web/context.hpp"
#include "web/response.hpp"

// What the routes of this folder share.
namespace maerkbar::surveys::kiosk {

// The one page of a kiosk, with every question in every language, so that it needs no connection afterwards.
Result<web::Response> page(Services& services, web::Context& context);
// Takes what was pressed: {"received":["id",…],"refused":[{"id":…,"why":…}],"version":2,"open":true}. What
// was received is durable; the same id again is received again.
Result<web::Response> take_presses(Services& services, web::Context& context);
// The service worker; it lies below /k, so that it may speak for these pages and no others.
Result<web::Response> worker(Services& services, web::Context& context);

} // namespace maerkbar::surveys::kiosk
