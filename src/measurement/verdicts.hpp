#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "measurement/verdict_snapshot.hpp"
#include "organisation/unit_tree_cache.hpp"

namespace maerkbar::measurement {

// Where pages, API and reports get their verdicts: the same object for all of them. Kept in memory as long as
// nothing they are made from has changed. Threads may share it.
class Verdicts {
  public:
    Verdicts(storage::Database& database, organisation::UnitTreeCache& trees, const SourceList& sources)
        : database_(database), trees_(trees), sources_(sources) {}

    // What is true now, for several questions of one request. `today` is the local day.
    [[nodiscard]] Result<std::shared_ptr<VerdictSnapshot>> now(storage::Connection& connection,
                                                               TenantId tenant, Date today);

    // One verdict, read on its own.
    [[nodiscard]] Result<std::shared_ptr<const Verdict>> get(TenantId tenant, const VerdictQuestion& question,
                                                             Date today);

    // Makes some of the verdicts that a change has dropped, for the municipalities that somebody has asked
    // about: so that nobody has to wait for them. True while there are more. For times when nothing else is
    // done.
    [[nodiscard]] Result<bool> warm(Date today);

    [[nodiscard]] const SourceList& sources() const { return sources_; }

  private:
    Result<bool> warm(TenantId tenant, Date today);
    std::shared_ptr<VerdictSnapshot> known(TenantId tenant);
    Result<std::shared_ptr<VerdictSnapshot>> read(storage::Connection& connection,
                                                  VerdictSnapshot::Ground ground, VerdictSnapshot* before);

    storage::Database& database_;
    organisation::UnitTreeCache& trees_;
    const SourceList& sources_;
    std::mutex mutex_;
    std::map<TenantId, std::shared_ptr<VerdictSnapshot>> snapshots_;
};

} // namespace maerkbar::measurement
