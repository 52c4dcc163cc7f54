#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/period.hpp"
#include "base/result.hpp"
#include "measurement/cell.hpp"
#include "measurement/evaluation.hpp"
#include "measurement/recompute.hpp"
#include "storage/database.hpp"

namespace maerkbar::measurement {

// The cells of one edition of an indicator.
struct CellSet {
    TenantId tenant;
    IndicatorId indicator;
    std::int64_t edition = 0;
    auto operator<=>(const CellSet&) const = default;
};

enum class Scope { own, subtree };

// The periods that sums are kept for; longer ones are made of months.
inline constexpr PeriodKind kept_grains[] = {PeriodKind::week, PeriodKind::month};

// What a reader sees: published versions, and one pending version to whoever is making it.
struct Sight {
    VersionId also = {};
};

// The cells of one unit whose facts lie on these days, in order of fact_day and day. Days that lost their
// facts are left out.
[[nodiscard]] Result<std::vector<DayCell>> day_cells(storage::Connection& connection, const CellSet& set,
                                                     UnitDays days, Sight sight = {});

using CellsByDay = std::map<Date, Cell>; // by the first day of the period
using CellsByUnit = std::unordered_map<UnitId, CellsByDay>;

// Sums of periods of this grain (week or month) that begin in [from, to]; of one unit, or of all units.
[[nodiscard]] Result<CellsByDay> period_cells(storage::Connection& connection, const CellSet& set,
                                              Scope scope, PeriodKind grain, UnitDays span, Sight sight = {});
struct DaySpan {
    Date first;
    Date last;
};
[[nodiscard]] Result<CellsByUnit> all_period_cells(storage::Connection& connection, const CellSet& set,
                                                   Scope scope, PeriodKind grain, DaySpan span,
                                                   Sight sight = {});

// Collects cells of a pending version and writes them in small transactions.
class CellWriter {
  public:
    CellWriter(storage::Database& database, const storage::Actor& actor, VersionId version)
        : database_(database), actor_(actor), version_(version) {}

    // All that is to be seen of a fact day: its cells; none makes the day empty.
    Result<void> fact_day(const CellSet& set, UnitId unit, Date fact_day, std::span<const DayCell> cells);
    Result<void> period(const CellSet& set, Scope scope, UnitId unit, Period period, const Cell& cell);
    Result<void> finish();

  private:
    struct DayRow {
        CellSet set;
        UnitId unit;
        Date fact_day;
        Date day;
        std::string content;
    };
    struct PeriodRow {
        CellSet set;
        Scope scope;
        UnitId unit;
        Period period;
        std::string content;
    };
    static constexpr std::size_t rows_at_once = 1'500; // some 20 ms on the slower database

    Result<void> write_days();
    Result<void> write_periods();

    storage::Database& database_;
    const storage::Actor& actor_;
    VersionId version_;
    std::vector<DayRow> days_;
    std::vector<PeriodRow> periods_;
};

} // namespace maerkbar::measurement
