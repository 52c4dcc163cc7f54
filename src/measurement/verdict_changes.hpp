#pragma once

#include <map>
#include <set>

#include "measurement/verdict_snapshot.hpp"

namespace maerkbar::measurement {

// What became different between two snapshots of one tenant; verdicts of anything else stay as they are.
class VerdictChanges {
  public:
    // Reads which cells were published in between.
    [[nodiscard]] static Result<VerdictChanges> between(storage::Connection& connection,
                                                        const VerdictSnapshot::Ground& before,
                                                        const VerdictSnapshot::Ground& now);

    [[nodiscard]] bool touches(const VerdictQuestion& question) const;

  private:
    explicit VerdictChanges(const VerdictSnapshot::Ground& now) : now_(now) {}

    void compare_indicators(const VerdictSnapshot::Ground& before);
    void compare_reaches(const VerdictSnapshot::Ground& before);
    void compare_targets(const VerdictSnapshot::Ground& before);
    void compare_decisions(const VerdictSnapshot::Ground& before);
    Result<void> read_cells(storage::Connection& connection, const VerdictSnapshot::Ground& before);
    [[nodiscard]] bool touches(IndicatorId indicator, const VerdictQuestion& question) const;
    [[nodiscard]] bool target_touches(const VerdictQuestion& question) const;

    const VerdictSnapshot::Ground& now_;
    bool everything_ = false;
    std::set<IndicatorId> indicators_;                     // wholly
    std::set<ChartKey> charts_;                            // decided about, or with new cells
    std::set<IndicatorId> with_cells_;                     // that have new cells somewhere
    std::map<IndicatorId, std::set<UnitId>> with_targets_; // whose targets changed
};

} // namespace maerkbar::measurement
