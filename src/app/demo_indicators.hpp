#pragma once

#include "app/application.hpp"
#include "app/demo/demo_contacts.hpp"

namespace maerkbar::app {

// Ready indicators from the library with the service targets that Borgerservice has promised, and the two
// dated changes of the story as notes on the charts.
Result<void> make_demo_indicators(Application& application, TenantId tenant, UnitId borgerservice,
                                  const DemoStory& story);

} // namespace maerkbar::app
