#include "measurement/surroundings.hpp"

#include "organisation/calendar.hpp"
#include "organisation/store_units.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::measurement {

Result<Surroundings> read_surroundings(storage::Connection& connection, TenantId tenant) {
    const auto found = TRY(organisation::find_tenant(connection, tenant));
    const organisation::WorkCalendar calendar(found ? found->country : organisation::Country::denmark);
    auto tree =
        std::make_shared<const organisation::UnitTree>(TRY(organisation::read_units(connection, tenant)));
    return Surroundings{std::move(tree), [calendar](UnitId, Date from, Date to) -> std::int64_t {
                            return organisation::working_days_between(calendar, from, to);
                        }};
}

} // namespace maerkbar::measurement
