#include "sources/feedback/feedback_source.hpp"

#include <array>

#include "base/translatable.hpp"
#include "sources/feedback/entry.hpp"
#include "storage/connection.hpp"

namespace maerkbar::feedback {

namespace {

namespace ms = measurement;
using organisation::CatalogueKind;
using storage::Row;

std::optional<CatalogueKind> list_of(std::string_view column) {
    const auto kind = organisation::catalogue_kind(column);
    return kind == CatalogueKind::customer_type ? std::nullopt : kind;
}

// In the order of the columns of the schema; those that are derived stay missing.
std::array<std::int64_t, 10> values_of(const Row& row, Date today) {
    const auto kind = kind_named(row.text(1));
    Entry entry;
    entry.due_on = row.optional_date(6);
    entry.answered_on = row.optional_date(7);
    const auto in_time = entry.in_time(today);
    return {kind == Kind::praise ? 1 : 0,
            kind == Kind::complaint ? 1 : 0,
            kind == Kind::suggestion ? 1 : 0,
            row.optional_integer(2).value_or(ms::missing),
            row.optional_integer(3).value_or(ms::missing),
            row.optional_integer(4).value_or(ms::missing),
            row.integer(5),
            entry.answered_on ? entry.answered_on->days : ms::missing,
            ms::missing,
            in_time ? (*in_time ? 1 : 0) : ms::missing};
}

} // namespace

FeedbackSource::FeedbackSource(std::function<Date()> today)
    : schema_{"feedback",
              translatable("Praise, complaints and suggestions"),
              {{"praise", translatable("Is praise"), ms::ColumnType::yes_no},
               {"complaint", translatable("Is a complaint"), ms::ColumnType::yes_no},
               {"suggestion", translatable("Is a suggestion"), ms::ColumnType::yes_no},
               {"service", translatable("Service"), ms::ColumnType::category},
               {"channel", translatable("Channel"), ms::ColumnType::category},
               {"contact_point", translatable("Contact point"), ms::ColumnType::category},
               {"from_citizen", translatable("Sent by the citizen"), ms::ColumnType::yes_no},
               {"answered_day", translatable("Answered on"), ms::ColumnType::day},
               {"working_days_to_answer", translatable("Working days to answer"), ms::ColumnType::whole,
                false, ms::WorkingDaysBetween{"day", "answered_day"}},
               {"answered_in_time", translatable("Answered in time"), ms::ColumnType::yes_no}}},
      today_(std::move(today)) {
    schema_.live = true;
}

Result<void> FeedbackSource::facts(storage::Connection& connection, const ms::FactView& view,
                                   ms::UnitDays days,
                                   const std::function<void(const ms::Fact&)>& sink) const {
    const auto today = today_();
    return connection.query(
        "select received_on, kind, service_id, channel_id, contact_point_id, from_citizen, due_on, "
        "answered_on "
        "from feedback_entry where tenant_id = ? and unit_id = ? and received_on between ? and ? order by "
        "received_on, id",
        {view.tenant, days.unit, days.first.iso(), days.last.iso()}, [&](const Row& row) -> Result<void> {
            const auto values = values_of(row, today);
            sink({days.unit, row.date(0), values});
            return {};
        });
}

Result<std::vector<ms::UnitDays>> FeedbackSource::extent(storage::Connection& connection,
                                                         const ms::FactView& view) const {
    return connection.all(
        "select unit_id, min(received_on), max(received_on) from feedback_entry where tenant_id = ? group by "
        "unit_id order by unit_id",
        {view.tenant}, [](const Row& row) {
            return ms::UnitDays{row.id<UnitId>(0), row.date(1), row.date(2)};
        });
}

Result<std::vector<std::pair<std::int64_t, std::string>>> FeedbackSource::categories(
    storage::Connection& connection, TenantId tenant, std::string_view column) const {
    std::vector<std::pair<std::int64_t, std::string>> texts;
    if (const auto kind = list_of(column))
        for (const auto& entry : TRY(organisation::list_entries(connection, tenant, *kind)))
            texts.emplace_back(entry.id.value, entry.name);
    return texts;
}

} // namespace maerkbar::feedback
