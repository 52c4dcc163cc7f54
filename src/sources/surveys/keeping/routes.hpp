#pragma once

#include "sources/surveys/services.hpp"
#include "web/parts/help.hpp"
#include "web/route.hpp"

namespace maerkbar::surveys {

// How long answers are kept, and the respondents' page about their own.
[[nodiscard]] std::vector<web::Route> keeping_routes(Services& services);
[[nodiscard]] std::span<const web::parts::PageHelp> keeping_help();

// Handlers of this folder.
namespace keeping {
Result<web::Response> keeping_page(Services& services, web::Context& context);
Result<web::Response> change_keeping(Services& services, web::Context& context);
Result<web::Response> own_form(Services& services, web::Context& context);
Result<web::Response> own_page(Services& services, web::Context& context);
Result<web::Response> withdraw(Services& services, web::Context& context);
} // namespace keeping

} // namespace maerkbar::surveys
