#pragma once

#include <vector>

#include "base/result.hpp"
#include "practice/panels/panel.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::panels {

// Errors: panels.said (invalid) without a text, panels.personal_number (invalid) where one stands in a text.
[[nodiscard]] Result<PanelId> add_panel(storage::Transaction& transaction, const PanelFields& fields);
// Errors: the same; panels.done (invalid) where what is public would lose what was done.
[[nodiscard]] Result<void> change_panel(storage::Transaction& transaction, const Panel& before,
                                        const PanelFields& fields);
// Puts it on the public page, or takes it off. Error: panels.done (invalid) before anything was done.
[[nodiscard]] Result<void> publish_panel(storage::Transaction& transaction, const Panel& panel, bool open);

// Error: panels.unknown (not_found).
[[nodiscard]] Result<Panel> read_panel(storage::Connection& connection, TenantId tenant, PanelId panel);
// The newest first. `condition` on the column unit_id (organisation::scope_condition).
[[nodiscard]] Result<std::vector<Panel>> list_panels(storage::Connection& connection, TenantId tenant,
                                                     const std::string& condition, bool only_public);
// Whether such a unit has published something.
[[nodiscard]] Result<bool> anything_public(storage::Connection& connection, TenantId tenant,
                                           const std::string& condition);

} // namespace maerkbar::panels
