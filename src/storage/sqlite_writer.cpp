#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <semaphore>
#include <thread>
#include <utility>
#include <vector>

#include "storage/connect.hpp"
#include "storage/errors.hpp"
#include "storage/writer.hpp"

namespace maerkbar::storage {

namespace {

// A batch is committed when nobody waits any more, at the latest after this long.
constexpr auto longest_batch = std::chrono::milliseconds(20);

// Counters in the table `sequence`, within the transaction of the caller. What was drawn by a transaction
// that failed is remembered, so that numbers are never used twice, just as on PostgreSQL.
class SqliteSequences final : public Sequences {
  public:
    Result<std::int64_t> draw(Connection& connection, TenantId tenant, std::string_view sequence,
                              std::int64_t count) override {
        auto& drawn = drawn_[{tenant.value, std::string(sequence)}];
        const auto last =
            TRY(connection.number("insert into sequence (tenant_id, name, last) values (?1, ?2, ?3 + ?4) "
                                  "on conflict do update set last = max(last, ?3) + ?4 returning last",
                                  {tenant, sequence, drawn, count}));
        drawn = last;
        return last - count + 1;
    }

  private:
    std::map<std::pair<std::int64_t, std::string>, std::int64_t> drawn_;
};

struct Request {
    std::function<Result<void>()> run; // everything between savepoint and release, or the exclusive work
    std::exception_ptr exception = nullptr;
    Result<void> outcome = {};
    std::binary_semaphore done{0};

    void answer(Result<void> result) {
        outcome = std::move(result);
        done.release();
    }
};

// One thread, one connection. Requests that wait at the same time share one commit and so one fsync; each
// runs in its own savepoint, so that a failure undoes only itself.
class SqliteWriter final : public Writer {
  public:
    SqliteWriter(std::unique_ptr<Connection> connection, Clock clock)
        : connection_(std::move(connection)), clock_(std::move(clock)), thread_([this] { serve(); }) {}

    ~SqliteWriter() override {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }

    Result<void> write(const Actor& actor, Work work, Urgency urgency) override {
        Request request;
        request.run = [&]() -> Result<void> {
            Transaction transaction(*connection_, actor, clock_(), sequences_);
            TRY(work(transaction));
            return transaction.check_audited();
        };
        return submit(request, urgency == Urgency::prompt ? prompt_ : patient_);
    }

    Result<void> exclusively(FunctionRef<Result<void>(Connection&)> work) override {
        Request request;
        request.run = [&] { return work(*connection_); };
        return submit(request, exclusive_);
    }

  private:
    using Queue = std::deque<Request*>;

    Result<void> submit(Request& request, Queue& queue) {
        if (std::this_thread::get_id() == thread_.get_id()) return errors::nested();
        {
            const std::lock_guard lock(mutex_);
            queue.push_back(&request);
        }
        wake_.notify_one();
        request.done.acquire();
        if (request.exception) std::rethrow_exception(request.exception);
        return std::move(request.outcome);
    }

    Request* take(Queue& queue) {
        const std::lock_guard lock(mutex_);
        if (queue.empty()) return nullptr;
        auto* request = queue.front();
        queue.pop_front();
        return request;
    }

    // Prompt requests first, then one patient step, so that neither starves.
    void serve() {
        while (wait_for_work()) {
            run_batch(prompt_);
            if (auto* step = take(patient_)) run_alone(*step);
            if (auto* request = take(exclusive_)) request->answer(call(*request));
        }
    }

    bool wait_for_work() {
        std::unique_lock lock(mutex_);
        const auto waiting = [&] { return !prompt_.empty() || !patient_.empty() || !exclusive_.empty(); };
        wake_.wait(lock, [&] { return stopping_ || waiting(); });
        return waiting();
    }

    static Result<void> call(Request& request) {
        try {
            return request.run();
        } catch (...) {
            request.exception = std::current_exception();
            return errors::broken();
        }
    }

    void run_batch(Queue& queue) {
        auto* request = take(queue);
        if (request == nullptr) return;
        if (auto begun = connection_->begin_write(); !begun.ok()) return request->answer(std::move(begun));
        const auto deadline = std::chrono::steady_clock::now() + longest_batch;
        std::vector<Request*> applied;
        while (request != nullptr) {
            if (auto outcome = apply(*request); outcome.ok()) {
                applied.push_back(request);
            } else {
                request->answer(std::move(outcome));
            }
            // A full disk may make the database roll back everything by itself.
            if (!connection_->in_transaction()) break;
            request = std::chrono::steady_clock::now() < deadline ? take(queue) : nullptr;
        }
        finish(applied);
    }

    Result<void> apply(Request& request) {
        TRY(connection_->savepoint("request"));
        auto outcome = call(request);
        if (outcome.ok()) outcome = connection_->release("request");
        if (!outcome.ok() && connection_->in_transaction()) TRY(connection_->rollback_to("request"));
        return outcome;
    }

    // When the common commit fails, or another request has taken the whole transaction down with it, each
    // gets its own chance, so that one failure is one failure.
    void finish(const std::vector<Request*>& applied) {
        if (connection_->in_transaction() && connection_->commit().ok()) {
            for (auto* request : applied)
                request->answer({});
            return;
        }
        connection_->rollback();
        for (auto* request : applied)
            run_alone(*request);
    }

    void run_alone(Request& request) { request.answer(transact(request)); }

    Result<void> transact(Request& request) {
        TRY(connection_->begin_write());
        auto outcome = call(request);
        if (outcome.ok()) outcome = connection_->commit();
        if (!outcome.ok()) connection_->rollback();
        return outcome;
    }

    std::unique_ptr<Connection> connection_;
    Clock clock_;
    SqliteSequences sequences_;
    std::mutex mutex_;
    std::condition_variable wake_;
    Queue prompt_;
    Queue patient_;
    Queue exclusive_;
    bool stopping_ = false;
    std::thread thread_; // last: starts when everything else stands
};

} // namespace

Result<std::unique_ptr<Writer>> make_sqlite_writer(const Settings& settings) {
    auto connection = TRY(connect(settings, Role::writer));
    return std::unique_ptr<Writer>(std::make_unique<SqliteWriter>(std::move(connection), settings.clock));
}

} // namespace maerkbar::storage
