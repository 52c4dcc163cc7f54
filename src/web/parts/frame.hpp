#pragma once

#include <string>

#include "web/context.hpp"
#include "web/parts/page.hpp"
#include "web/response.hpp"

namespace maerkbar::web::parts {

// What every page of the signed-in product shares: the municipality's name, who is signed in, navigation,
// colours. Implemented where the modules are put together (src/app), so that a module's pages know no other
// module's.
class Frame {
  public:
    virtual ~Frame() = default;
    // A PageInfo filled in for this request; the caller adds crumbs, lead, actions, notice and help.
    virtual PageInfo info(Context& context, std::string title) = 0;
};

} // namespace maerkbar::web::parts
