#pragma once

#include <string>
#include <vector>

#include "organisation/calendar.hpp"
#include "organisation/scope_sql.hpp"
#include "storage/transaction.hpp"

// Places of service, opening and phone hours, and the municipality's own closing days, as stored.
namespace maerkbar::organisation {

using OpeningId = StrongId<struct OpeningTag>;

struct Place {
    PlaceId id;
    std::string name;
    std::string address = {};
    bool active = true;
    std::int64_t version = 1;
};

struct StoredHours {
    OpeningId id;
    OpeningHours hours;
};

struct ClosingDay {
    Date day;
    std::string reason;
};

// Those no longer used last.
Result<std::vector<Place>> list_places(storage::Connection& connection, TenantId tenant);
Result<Place> read_place(storage::Connection& connection, TenantId tenant,
                         PlaceId place); // organisation.unknown_place
// Adds it when it has no id. Error: organisation.place_name (invalid).
Result<PlaceId> save_place(storage::Transaction& transaction, const Place& place);

// Of the units that `condition` (see scope_condition, on unit_id) lets through; by unit, weekday and time.
Result<std::vector<StoredHours>> list_hours(storage::Connection& connection, TenantId tenant,
                                            const std::string& condition);
// Error: organisation.hours_order (invalid) unless opens < closes on one day.
Result<OpeningId> add_hours(storage::Transaction& transaction, const OpeningHours& hours);
// The hours hold until, not including, `from`; hours that never held are removed. organisation.unknown_hours.
Result<void> end_hours(storage::Transaction& transaction, OpeningId hours, Date from,
                       const std::string& condition);

Result<std::vector<ClosingDay>> list_closing_days(storage::Connection& connection, TenantId tenant);
Result<void> add_closing_day(storage::Transaction& transaction, const ClosingDay& closing);
Result<void> remove_closing_day(storage::Transaction& transaction, Date day);
// The calendar of the tenant's country with its own closing days.
Result<WorkCalendar> read_calendar(storage::Connection& connection, TenantId tenant);

} // namespace maerkbar::organisation
