#pragma once

#include <map>
#include <string>

#include "app/application.hpp"
#include "app/demo/demo_contacts.hpp"

namespace maerkbar::app {

// More than a year of praise, complaints and suggestions at Borgerservice with indicators that follow them,
// and user panels with their meetings and what was changed. Fails as the stores do.
[[nodiscard]] Result<void> make_demo_feedback(Application& application, TenantId tenant,
                                              const std::map<std::string, UnitId, std::less<>>& units,
                                              const DemoStory& story);

} // namespace maerkbar::app
