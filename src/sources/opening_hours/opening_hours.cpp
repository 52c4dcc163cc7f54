#include "sources/opening_hours/opening_hours.hpp"

#include <algorithm>
#include <map>

#include "base/translatable.hpp"
#include "organisation/catalogue.hpp"
#include "organisation/places.hpp"
#include "organisation/store_units.hpp"

namespace maerkbar::sources {

namespace {

using measurement::ColumnType;
using organisation::ChannelId;
using organisation::OpeningHours;
using HoursOfChannels = std::map<ChannelId, std::vector<OpeningHours>>;

Result<HoursOfChannels> hours_of_unit(storage::Connection& connection, TenantId tenant, UnitId unit) {
    HoursOfChannels channels;
    for (const auto& stored :
         TRY(organisation::list_hours(connection, tenant, "unit_id = " + std::to_string(unit.value))))
        channels[stored.hours.channel].push_back(stored.hours);
    return channels;
}

Date end_of_next_year(Date today) {
    return *Date::from(today.year() + 1, 12, 31);
}

} // namespace

OpeningHoursSource::OpeningHoursSource(std::function<Date()> today)
    : schema_{"opening_hours",
              translatable("Opening hours"),
              {{"channel", translatable("Channel that is answered"), ColumnType::category},
               {"hours", translatable("Hours open"), ColumnType::number, true}}},
      today_(std::move(today)) {
    schema_.from_calendar = true;
}

Result<void> OpeningHoursSource::facts(storage::Connection& connection, const measurement::FactView& view,
                                       measurement::UnitDays days,
                                       const std::function<void(const measurement::Fact&)>& sink) const {
    const auto channels = TRY(hours_of_unit(connection, view.tenant, days.unit));
    if (channels.empty()) return {};
    const auto calendar = TRY(organisation::read_calendar(connection, view.tenant));
    for (auto day = days.first; day <= std::min(days.last, end_of_next_year(today_())); day = day + 1)
        for (const auto& [channel, hours] : channels) {
            const std::int64_t minutes = organisation::open_minutes_on(hours, calendar, day);
            if (minutes == 0) continue;
            const std::int64_t values[] = {channel ? channel.value : measurement::missing,
                                           (minutes * measurement::fixed_point + 30) / 60};
            sink({days.unit, day, values});
        }
    return {};
}

Result<std::vector<measurement::UnitDays>> OpeningHoursSource::extent(
    storage::Connection& connection, const measurement::FactView& view) const {
    const auto all = TRY(organisation::list_hours(connection, view.tenant, "1 = 1"));
    auto first = *Date::from(today_().year(), 1, 1);
    for (const auto& stored : all)
        first = std::min(first, stored.hours.valid.from);
    std::vector<measurement::UnitDays> spans;
    for (const auto& unit : TRY(organisation::read_units(connection, view.tenant)).units())
        spans.push_back({unit.id, first, end_of_next_year(today_())});
    return spans;
}

Result<std::vector<std::pair<std::int64_t, std::string>>> OpeningHoursSource::categories(
    storage::Connection& connection, TenantId tenant, std::string_view column) const {
    std::vector<std::pair<std::int64_t, std::string>> texts;
    if (column != "channel") return texts;
    for (const auto& entry :
         TRY(organisation::list_entries(connection, tenant, organisation::CatalogueKind::channel)))
        texts.emplace_back(entry.id.value, entry.name);
    return texts;
}

} // namespace maerkbar::sources
