#include "measurement/cell_store.hpp"

namespace maerkbar::measurement {

namespace {

constexpr auto visible =
    " and version_id not in (select id from cell_version where tenant_id = ? and state <> 'published' and id "
    "<> ?)";

int number_of(Scope scope) {
    return scope == Scope::own ? 0 : 1;
}

int number_of(PeriodKind grain) {
    return grain == PeriodKind::week ? 1 : 2;
}

// Reads rows in order of fact day and version, and keeps those of the highest version of each fact day.
class LatestVersions {
  public:
    Result<void> add(const storage::Row& row) {
        const auto fact_day = row.day(0);
        const auto version = row.integer(1);
        if (fact_day != fact_day_ || version != version_) {
            if (fact_day == fact_day_) cells_.resize(start_);
            start_ = cells_.size();
            fact_day_ = fact_day;
            version_ = version;
        }
        if (!row.text(3).empty()) cells_.push_back({fact_day, row.day(2), TRY(decode(row.text(3)))});
        return {};
    }
    [[nodiscard]] std::vector<DayCell> take() { return std::move(cells_); }

  private:
    std::optional<Date> fact_day_;
    std::int64_t version_ = 0;
    std::size_t start_ = 0; // of the cells of fact_day_
    std::vector<DayCell> cells_;
};

// Cells without facts are dropped: they say that there is nothing any more.
void keep(CellsByDay& cells, Date first, Cell cell) {
    if (cell.empty()) {
        cells.erase(first);
    } else {
        cells[first] = std::move(cell);
    }
}

} // namespace

Result<std::vector<DayCell>> day_cells(storage::Connection& connection, const CellSet& set, UnitDays days,
                                       Sight sight) {
    LatestVersions latest;
    TRY(connection.query(
        std::string("select fact_day, version_id, day, content from day_cell where tenant_id = ?"
                    " and indicator_id = ? and edition = ? and unit_id = ? and fact_day between ? and ?") +
            visible + " order by fact_day, version_id, day",
        {set.tenant, set.indicator, set.edition, days.unit, days.first.days, days.last.days, set.tenant,
         sight.also},
        [&](const storage::Row& row) { return latest.add(row); }));
    return latest.take();
}

Result<CellsByDay> period_cells(storage::Connection& connection, const CellSet& set, Scope scope,
                                PeriodKind grain, UnitDays span, Sight sight) {
    CellsByDay cells;
    TRY(connection.query(
        std::string("select first_day, content from period_cell where tenant_id = ? and indicator_id = ?"
                    " and edition = ? and scope = ? and grain = ? and unit_id = ?"
                    " and first_day between ? and ?") +
            visible + " order by first_day, version_id",
        {set.tenant, set.indicator, set.edition, number_of(scope), number_of(grain), span.unit,
         span.first.days, span.last.days, set.tenant, sight.also},
        [&](const storage::Row& row) -> Result<void> {
            keep(cells, row.day(0), TRY(decode(row.text(1))));
            return {};
        }));
    return cells;
}

Result<CellsByUnit> all_period_cells(storage::Connection& connection, const CellSet& set, Scope scope,
                                     PeriodKind grain, DaySpan span, Sight sight) {
    CellsByUnit cells;
    TRY(connection.query(std::string("select unit_id, first_day, content from period_cell where tenant_id = ?"
                                     " and indicator_id = ? and edition = ? and scope = ? and grain = ?"
                                     " and first_day between ? and ?") +
                             visible + " order by unit_id, first_day, version_id",
                         {set.tenant, set.indicator, set.edition, number_of(scope), number_of(grain),
                          span.first.days, span.last.days, set.tenant, sight.also},
                         [&](const storage::Row& row) -> Result<void> {
                             keep(cells[row.id<UnitId>(0)], row.day(1), TRY(decode(row.text(2))));
                             return {};
                         }));
    return cells;
}

Result<void> CellWriter::fact_day(const CellSet& set, UnitId unit, Date fact_day,
                                  std::span<const DayCell> cells) {
    if (cells.empty()) days_.push_back({set, unit, fact_day, fact_day, {}});
    for (const auto& cell : cells)
        days_.push_back({set, unit, fact_day, cell.day, encode(cell.cell)});
    return days_.size() < rows_at_once ? Result<void>() : write_days();
}

Result<void> CellWriter::period(const CellSet& set, Scope scope, UnitId unit, Period period,
                                const Cell& cell) {
    periods_.push_back({set, scope, unit, period, encode(cell)});
    return periods_.size() < rows_at_once ? Result<void>() : write_periods();
}

Result<void> CellWriter::finish() {
    TRY(write_days());
    return write_periods();
}

Result<void> CellWriter::write_days() {
    if (days_.empty()) return {};
    TRY(database_.write_in_steps(actor_, [&](storage::Transaction& transaction) -> Result<storage::Step> {
        transaction.without_audit("cells of a version, whose opening and publishing are recorded");
        auto bulk = TRY(transaction.connection().bulk_insert(
            "day_cell",
            {"tenant_id", "indicator_id", "edition", "unit_id", "fact_day", "version_id", "day", "content"}));
        for (const auto& row : days_)
            TRY(bulk->append(row.set.tenant, row.set.indicator, row.set.edition, row.unit, row.fact_day.days,
                             version_, row.day.days, row.content));
        TRY(bulk->finish());
        return storage::Step::done;
    }));
    days_.clear();
    return {};
}

Result<void> CellWriter::write_periods() {
    if (periods_.empty()) return {};
    TRY(database_.write_in_steps(actor_, [&](storage::Transaction& transaction) -> Result<storage::Step> {
        transaction.without_audit("cells of a version, whose opening and publishing are recorded");
        auto bulk = TRY(transaction.connection().bulk_insert(
            "period_cell", {"tenant_id", "indicator_id", "edition", "scope", "grain", "unit_id", "first_day",
                            "version_id", "content"}));
        for (const auto& row : periods_)
            TRY(bulk->append(row.set.tenant, row.set.indicator, row.set.edition, number_of(row.scope),
                             number_of(row.period.kind), row.unit, row.period.first.days, version_,
                             row.content));
        TRY(bulk->finish());
        return storage::Step::done;
    }));
    periods_.clear();
    return {};
}

} // namespace maerkbar::measurement
