#include "measurement/recompute.hpp"

#include "measurement/compute_cells.hpp"

namespace maerkbar::measurement {

Result<void> recompute(storage::Database& database, const storage::Actor& actor, VersionId version,
                       const FactSource& source, const FactView& view, std::span<const UnitDays> days,
                       const Progress& progress) {
    Surroundings around;
    std::vector<Planned> plan;
    TRY(database.read([&](storage::Connection& connection) -> Result<void> {
        around = TRY(read_surroundings(connection, actor.tenant));
        plan = TRY(plan_source(connection, source, actor.tenant));
        return {};
    }));
    return compute_cells({database, actor, version, source, view, around}, plan, days, progress);
}

} // namespace maerkbar::measurement
