#pragma once

#include <set>

#include "measurement/series.hpp"

namespace maerkbar::storage {
class Connection;
}

namespace maerkbar::measurement {

// What a protected source (rule 6 of the architecture) lets out instead of facts: sums of closed periods,
// decided once by disclosure and stored. There are no facts and no cells of such a source in measurement, so
// nothing can leave by another way.
struct ReleasedCells {
    PeriodCells cells;                      // of periods of which figures are shown
    std::set<Period> running;               // of those, periods that have not ended
    std::map<Period, std::int64_t> too_few; // hidden: fewer answers than this
    std::set<Period> hidden;                // all periods with answers but without figures
};

// How far releases reach; `edition` changes with every new one.
struct ReleasedReach {
    std::optional<Date> last_day = {};
    std::int64_t edition = 0;
};

class ReleasedFigures {
  public:
    virtual ~ReleasedFigures() = default;
    // Whether an indicator can be made of what is released. Errors are `invalid`, with a field.
    [[nodiscard]] virtual Result<void> check(storage::Connection& connection, TenantId tenant,
                                             const Definition& definition) const = 0;
    [[nodiscard]] virtual Result<ReleasedReach> reach(storage::Connection& connection,
                                                      TenantId tenant) const = 0;
    // Of a unit and all beneath it, in periods of this kind; nothing where check() would fail.
    [[nodiscard]] virtual Result<ReleasedCells> cells(storage::Connection& connection, TenantId tenant,
                                                      const Definition& definition, UnitId unit,
                                                      PeriodKind kind) const = 0;
};

} // namespace maerkbar::measurement
