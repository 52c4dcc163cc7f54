#include "sources/import/checks.hpp"

#include <exception>

#include "sources/import/failures.hpp"

namespace maerkbar::sources {

Checks::~Checks() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

CheckState Checks::ask(const CheckQuestion& question, Work work) {
    const std::lock_guard lock(mutex_);
    auto& entry = entries_[{question.tenant, question.draft}];
    if (entry && entry->question.version == question.version && entry->question.tree == question.tree)
        return entry->state;
    entry = std::make_shared<Entry>(Entry{question, std::move(work), {0, waiting_.empty(), nullptr}});
    waiting_.push_back(entry);
    if (!thread_.joinable()) thread_ = std::thread([this] { serve(); });
    changed_.notify_all();
    return entry->state;
}

void Checks::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.empty(); });
}

void Checks::serve() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        const auto entry = waiting_.front();
        entry->state.alone = true;
        lock.unlock();
        auto report = [&]() -> Result<CheckReport> {
            try {
                return entry->work([&](std::size_t rows) {
                    const std::lock_guard counting(mutex_);
                    entry->state.rows = rows;
                });
            } catch (const std::exception&) {
                return import_failure("import.check_failed");
            }
        }();
        lock.lock();
        waiting_.pop_front();
        finish(entry, std::move(report));
        changed_.notify_all();
    }
}

void Checks::finish(const std::shared_ptr<Entry>& entry, Result<CheckReport> report) {
    entry->work = {};
    entry->state.outcome = std::make_shared<const Result<CheckReport>>(std::move(report));
    finished_.push_back(entry);
    if (finished_.size() <= kept) return;
    const auto oldest = finished_.front();
    finished_.pop_front();
    const auto found = entries_.find({oldest->question.tenant, oldest->question.draft});
    if (found != entries_.end() && found->second == oldest) entries_.erase(found);
}

} // namespace maerkbar::sources
