#include "organisation/places.hpp"

#include "base/translatable.hpp"
#include "organisation/stored_validity.hpp"
#include "organisation/tenants.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::size_t longest_name = 200;
constexpr int minutes_a_day = 24 * 60;

Place place_of(const storage::Row& row) {
    return {row.id<PlaceId>(0), row.string(1), row.string(2), row.boolean(3), row.integer(4)};
}

StoredHours hours_of(const storage::Row& row) {
    return {row.id<OpeningId>(0),
            {row.id<UnitId>(1), row.id<PlaceId>(2), row.id<ChannelId>(3), static_cast<int>(row.integer(4)),
             static_cast<int>(row.integer(5)), static_cast<int>(row.integer(6)), stored_validity(row, 7)}};
}

Result<void> audit(storage::Transaction& transaction, std::string action, std::string type, std::string id) {
    return transaction.audit({std::move(action), std::move(type), std::move(id)});
}

} // namespace

Result<std::vector<Place>> list_places(storage::Connection& connection, TenantId tenant) {
    return connection.all(
        "select id, name, address, active, version from place where tenant_id = ? order by active desc, "
        "lower(name), "
        "id",
        {tenant}, place_of);
}

Result<Place> read_place(storage::Connection& connection, TenantId tenant, PlaceId place) {
    auto found = TRY(connection.first(
        "select id, name, address, active, version from place where tenant_id = ? and id = ?",
        {tenant, place}, place_of));
    if (!found)
        return Error{ErrorKind::not_found, "organisation.unknown_place",
                     translatable("There is no such place.")};
    return std::move(*found);
}

Result<PlaceId> save_place(storage::Transaction& transaction, const Place& place) {
    const auto tenant = transaction.actor().tenant;
    if (folded(place.name).empty() || place.name.size() > longest_name)
        return Error{ErrorKind::invalid,
                     "organisation.place_name",
                     translatable("Give the place a name of at most 200 characters."),
                     {},
                     "name"};
    const auto id = place.id ? place.id : TRY(transaction.next_id<PlaceId>(tenant, "place"));
    TRY(
        transaction.connection().execute("insert into place (tenant_id, id, name, address, active) values "
                                         "(?, ?, ?, ?, ?) on conflict (tenant_id, id) do "
                                         "update set name = excluded.name, address = excluded.address, "
                                         "active = excluded.active, version = place.version + 1",
                                         {tenant, id, place.name, place.address, place.active ? 1 : 0}));
    TRY(audit(transaction, place.id ? "place.changed" : "place.created", "place", std::to_string(id.value)));
    return id;
}

Result<std::vector<StoredHours>> list_hours(storage::Connection& connection, TenantId tenant,
                                            const std::string& condition) {
    return connection.all(
        "select id, unit_id, place_id, channel_id, weekday, opens, closes, valid_from, valid_to from "
        "opening_hours "
        "where tenant_id = ? and " +
            condition + " order by unit_id, weekday, opens, id",
        {tenant}, hours_of);
}

Result<OpeningId> add_hours(storage::Transaction& transaction, const OpeningHours& hours) {
    if (hours.opens < 0 || hours.closes <= hours.opens || hours.closes > minutes_a_day || hours.valid.empty())
        return Error{ErrorKind::invalid,
                     "organisation.hours_order",
                     translatable("Closing must be after opening, on the same day."),
                     {},
                     "closes"};
    const auto tenant = transaction.actor().tenant;
    const auto id = TRY(transaction.next_id<OpeningId>(tenant, "opening_hours"));
    const auto place = hours.place ? std::optional{hours.place} : std::nullopt;
    const auto channel = hours.channel ? std::optional{hours.channel} : std::nullopt;
    TRY(
        transaction.connection().execute("insert into opening_hours (tenant_id, id, unit_id, place_id, "
                                         "channel_id, weekday, opens, closes, valid_from, "
                                         "valid_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                         {tenant, id, hours.unit, place, channel, hours.weekday, hours.opens,
                                          hours.closes, hours.valid.from.iso(), stored_end(hours.valid)}));
    TRY(audit(transaction, "opening_hours.created", "opening_hours", std::to_string(id.value)));
    return id;
}

Result<void> end_hours(storage::Transaction& transaction, OpeningId hours, Date from,
                       const std::string& condition) {
    auto& connection = transaction.connection();
    const auto tenant = transaction.actor().tenant;
    const auto removed = TRY(connection.execute(
        "delete from opening_hours where tenant_id = ? and id = ? and valid_from >= ? and " + condition,
        {tenant, hours, from.iso()}));
    const auto ended = TRY(connection.execute(
        "update opening_hours set valid_to = ? where tenant_id = ? and id = ? and " + condition,
        {from.iso(), tenant, hours}));
    if (removed + ended == 0)
        return Error{ErrorKind::not_found, "organisation.unknown_hours",
                     translatable("There are no such hours.")};
    return audit(transaction, "opening_hours.ended", "opening_hours", std::to_string(hours.value));
}

Result<std::vector<ClosingDay>> list_closing_days(storage::Connection& connection, TenantId tenant) {
    return connection.all("select day, reason from closing_day where tenant_id = ? order by day", {tenant},
                          [](const storage::Row& row) {
                              return ClosingDay{row.date(0), row.string(1)};
                          });
}

Result<void> add_closing_day(storage::Transaction& transaction, const ClosingDay& closing) {
    if (folded(closing.reason).empty())
        return Error{ErrorKind::invalid,
                     "organisation.closing_reason",
                     translatable("Say why it is closed."),
                     {},
                     "reason"};
    TRY(transaction.connection().execute(
        "insert into closing_day (tenant_id, day, reason) values (?, ?, ?) "
        "on conflict (tenant_id, day) do update set reason = excluded.reason",
        {transaction.actor().tenant, closing.day.iso(), closing.reason}));
    return audit(transaction, "closing_day.added", "closing_day", closing.day.iso());
}

Result<void> remove_closing_day(storage::Transaction& transaction, Date day) {
    TRY(transaction.connection().execute("delete from closing_day where tenant_id = ? and day = ?",
                                         {transaction.actor().tenant, day.iso()}));
    return audit(transaction, "closing_day.removed", "closing_day", day.iso());
}

Result<WorkCalendar> read_calendar(storage::Connection& connection, TenantId tenant) {
    const auto found = TRY(find_tenant(connection, tenant));
    std::vector<Date> days;
    for (const auto& closing : TRY(list_closing_days(connection, tenant)))
        days.push_back(closing.day);
    return WorkCalendar{found ? found->country : Country::denmark, std::move(days)};
}

} // namespace maerkbar::organisation
