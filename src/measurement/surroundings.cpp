#include "measurement/surroundings.hpp"

#include "organisation/places.hpp"
#include "organisation/store_units.hpp"

namespace maerkbar::measurement {

Result<Surroundings> read_surroundings(storage::Connection& connection, TenantId tenant) {
    const auto calendar = TRY(organisation::read_calendar(connection, tenant));
    auto tree =
        std::make_shared<const organisation::UnitTree>(TRY(organisation::read_units(connection, tenant)));
    return Surroundings{std::move(tree), [calendar](UnitId, Date from, Date to) -> std::int64_t {
                            return organisation::working_days_between(calendar, from, to);
                        }};
}

} // namespace maerkbar::measurement
