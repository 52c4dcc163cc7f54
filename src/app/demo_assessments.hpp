#pragma once

#include <map>
#include <string>

#include "app/application.hpp"

namespace maerkbar::app {

// Self-assessment in the demo municipality: two rounds of the citizen service centre, of which the second
// leads to its service targets; and one model on three levels: municipality and sector have ended theirs, the
// institution is scoring. `units` are ids by code. People, scores and words are made up; the same every time.
[[nodiscard]] Result<void> make_demo_assessments(Application& application, TenantId tenant,
                                                 const std::map<std::string, UnitId, std::less<>>& units);

} // namespace maerkbar::app
