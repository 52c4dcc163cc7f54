#pragma once

#include <map>
#include <string>

#include "app/application.hpp"

namespace maerkbar::app {

struct DemoStory;

// Stories 1 to 3 as their users answered: the service centre by channel, the training centre, and the
// brain-injury service by contact point and customer type with its experiments before and after. `units` are
// the ids of the demo's units by code. Everything is made up and marked so.
[[nodiscard]] Result<void> make_demo_surveys(Application& application, TenantId tenant,
                                             const std::map<std::string, UnitId, std::less<>>& units,
                                             const DemoStory& story);

} // namespace maerkbar::app
