#pragma once

#include "organisation/form_page.hpp"

namespace maerkbar::organisation {

// What somebody else stored in between, to stand below a form that shows what was typed; nothing where there
// was no such change.
[[nodiscard]] web::Html stored_meanwhile(const Filled& filled, const web::Language& language);

} // namespace maerkbar::organisation
