#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/function_ref.hpp"
#include "measurement/cell_reader.hpp"
#include "measurement/decision_store.hpp"
#include "measurement/indicator_store.hpp"
#include "measurement/series.hpp"
#include "measurement/source_list.hpp"
#include "measurement/target_store.hpp"

namespace maerkbar::measurement {

// Which verdict is asked for. Left out: the indicator's own period, all that is known today.
struct VerdictQuestion {
    IndicatorId indicator;
    UnitId unit;
    std::optional<PeriodKind> kind = {}; // `until` goes before it
    std::optional<Period> until = {};    // as it was judged when this period had just ended
    View view = View::as_then;
    auto operator<=>(const VerdictQuestion&) const = default;
};

// What verdicts are made from, as it was at one data version of one tenant on one day; and the verdicts made
// so far. Threads may share it.
class VerdictSnapshot {
  public:
    // Everything but facts and verdicts: read once.
    struct Ground {
        TenantId tenant;
        std::int64_t data_version = 0;
        std::int64_t cells_version = 0; // the last published
        Date today;
        std::shared_ptr<const organisation::UnitTree> tree;
        std::vector<Indicator> indicators;
        std::map<IndicatorId, std::vector<TargetSpan>> targets;
        std::map<ChartKey, ChartDecisions> decisions;
        std::map<std::string, Reach, std::less<>> reaches; // by source
        std::vector<Date> closing_days;                    // they decide what is complete
    };

    VerdictSnapshot(Ground ground, const SourceList& sources)
        : ground_(std::move(ground)), sources_(sources) {}

    [[nodiscard]] const Ground& ground() const { return ground_; }
    [[nodiscard]] const Indicator* indicator(IndicatorId id) const;
    // Takes over the verdicts of an earlier snapshot that `still_holds`.
    void take_over(VerdictSnapshot& before, FunctionRef<bool(const VerdictQuestion&)> still_holds);
    // From memory, or judged from cells read through `connection`. Errors: not_found (indicator.unknown,
    // unit.unknown), forbidden (measurement.protected).
    [[nodiscard]] Result<std::shared_ptr<const Verdict>> verdict(storage::Connection& connection,
                                                                 const VerdictQuestion& question);
    // Whether it is kept already.
    [[nodiscard]] bool knows(const VerdictQuestion& question);
    // One of those that were not taken over and that nobody has asked for since; each is given once.
    std::optional<VerdictQuestion> next_dropped();

  private:
    struct Series {
        std::vector<VerdictPoint> points;
        PeriodCells cells;
    };
    Result<std::shared_ptr<const Verdict>> make(storage::Connection& connection,
                                                const VerdictQuestion& question) const;
    Result<Series> series(storage::Connection& connection, const Indicator& indicator,
                          const VerdictQuestion& question) const;
    Result<Series> cell_series(storage::Connection& connection, const Indicator& indicator,
                               const VerdictQuestion& question) const;
    Result<Series> released_series(storage::Connection& connection, const Indicator& indicator,
                                   const VerdictQuestion& question, Reach reach) const;
    // Fills `cells` with the periods of the chart that ends with `last`, or before it; says where it lies.
    Result<Stretch> read_latest(storage::Connection& connection, const Indicator& indicator,
                                const VerdictQuestion& question, Period last, PeriodCells& cells) const;
    Result<Series> ratio_series(storage::Connection& connection, const Indicator& indicator,
                                const VerdictQuestion& question) const;
    // The days of rare events (suits_between); none for other indicators.
    Result<std::vector<Date>> event_days(storage::Connection& connection, const Indicator& indicator,
                                         const VerdictQuestion& question,
                                         std::span<const VerdictPoint> points) const;
    [[nodiscard]] Date as_of(const VerdictQuestion& question) const;

    static constexpr std::size_t most_kept = 4'000; // verdicts of some 8 KB

    Ground ground_;
    const SourceList& sources_;
    std::mutex mutex_;
    std::map<VerdictQuestion, std::shared_ptr<const Verdict>> verdicts_;
    std::set<VerdictQuestion> dropped_;
};

} // namespace maerkbar::measurement
