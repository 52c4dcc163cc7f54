#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "measurement/definition.hpp"
#include "measurement/recompute.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::measurement {

// An indicator as it is used now.
struct Indicator {
    IndicatorId id;
    std::int64_t edition = 0;       // 0: its first edition is still being computed
    std::int64_t cells_edition = 0; // whose cells it uses
    bool computing = false;         // a newer edition waits for its cells
    std::string library_code = {};
    bool archived = false;
    Definition definition;
};

// An edition made now. It is in use at once, unless it needs cells of its own: then it waits for
// recompute_definition() and publish().
struct NewEdition {
    IndicatorId indicator;
    std::int64_t number = 0;
    bool needs_cells = false;
};

// Definitions must have been compiled before (compile() checks them against their source).
[[nodiscard]] Result<NewEdition> create_indicator(storage::Transaction& transaction,
                                                  const Definition& definition,
                                                  std::string_view library_code = {});
// Errors: not_found (indicator.unknown); conflict (indicator.computing) while an earlier change waits.
[[nodiscard]] Result<NewEdition> change_indicator(storage::Transaction& transaction, IndicatorId indicator,
                                                  const Definition& definition);
// Hidden from overviews; its cells stay.
[[nodiscard]] Result<void> archive_indicator(storage::Transaction& transaction, IndicatorId indicator,
                                             bool archived);

// In order of id. Of an indicator whose first edition is being computed, that edition's definition.
[[nodiscard]] Result<std::vector<Indicator>> indicators(storage::Connection& connection, TenantId tenant);
[[nodiscard]] Result<Indicator> indicator(storage::Connection& connection, TenantId tenant, IndicatorId id);

// The number that grows with every change to anything a verdict is made from.
[[nodiscard]] Result<std::int64_t> data_version(storage::Connection& connection, TenantId tenant);
[[nodiscard]] Result<void> raise_data_version(storage::Transaction& transaction, TenantId tenant);

} // namespace maerkbar::measurement
