#pragma once

#include <string>

#include "web/context.hpp"
#include "web/parts/page.hpp"
#include "web/route.hpp"
#include "web/router.hpp"

// What joins the shell of pages with requests.
namespace maerkbar::web::parts {

// Language, person, path, form token and colours as the request has them. The caller adds organisation and
// navigation.
[[nodiscard]] PageInfo page_info(Context& context, std::string title);

// POST /preferences: keeps the language or the colours chosen in the footer in a cookie and goes back to the
// page.
[[nodiscard]] Route preferences_route();

// Failures as a page without navigation: what is wrong, what to do next, and the number to give to support.
class PlainErrorPage : public ErrorPage {
  public:
    Html render(const ErrorView& view, Context& context) override;
};

} // namespace maerkbar::web::parts
