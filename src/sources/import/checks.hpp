#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "organisation/unit_tree.hpp"
#include "sources/import/check.hpp"
#include "sources/import/drafts.hpp"

namespace maerkbar::sources {

// What a check would be made of; another mapping or another tree of units is another check.
struct CheckQuestion {
    TenantId tenant;
    DraftId draft;
    std::int64_t version = 0; // of the draft
    std::shared_ptr<const organisation::UnitTree> tree = nullptr;
};

struct CheckState {
    std::size_t rows = 0; // read so far
    bool alone = false;   // no other check was before it
    // The report, or why there is none, as soon as the file has been read.
    std::shared_ptr<const Result<CheckReport>> outcome = nullptr;
};

// Checks of large uploads, one after another in a thread of their own, beside imports. A check stores
// nothing, so it is kept in memory alone: after a restart it is simply made again. Threads may share it.
class Checks {
  public:
    using Work = std::function<Result<CheckReport>(const RowsRead& progress)>;

    Checks() = default;
    Checks(const Checks&) = delete;
    Checks& operator=(const Checks&) = delete;
    // Ends after the check that runs.
    ~Checks();

    // How far the check of this draft has come; begins it where it is asked for the first time.
    CheckState ask(const CheckQuestion& question, Work work);
    // Waits until nothing is left to check; for tests.
    void wait();

  private:
    using Key = std::pair<TenantId, DraftId>;
    struct Entry {
        CheckQuestion question;
        Work work;
        CheckState state;
    };
    static constexpr std::size_t kept = 20; // finished ones

    void serve();
    void finish(const std::shared_ptr<Entry>& entry, Result<CheckReport> report);

    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::map<Key, std::shared_ptr<Entry>> entries_;
    std::deque<std::shared_ptr<Entry>> waiting_;  // the first is being made
    std::deque<std::shared_ptr<Entry>> finished_; // the oldest first
    std::thread thread_;                          // begun with the first check
};

} // namespace maerkbar::sources
