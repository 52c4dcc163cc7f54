#include <mutex>
#include <thread>

#include "storage/connection_pool.hpp"
#include "storage/errors.hpp"
#include "storage/writer.hpp"

namespace maerkbar::storage {

namespace {

constexpr auto longest_contention = std::chrono::seconds(10);
constexpr auto longest_pause = std::chrono::milliseconds(64);

// Counters in the table `sequence`, drawn over a session of their own that commits at once: writers neither
// wait for each other's commit nor conflict. Their commits need no fsync, because the log is written in
// order: a change that uses a number is never on disk without the number's own record.
class PostgresqlSequences final : public Sequences {
  public:
    explicit PostgresqlSequences(Settings settings) : settings_(std::move(settings)) {
        settings_.durable = false;
    }

    Result<std::int64_t> draw(Connection& /*connection*/, TenantId tenant, std::string_view sequence,
                              std::int64_t count) override {
        const std::lock_guard lock(mutex_);
        if (session_) {
            auto last = raise(tenant, sequence, count);
            if (last.ok()) return *last - count + 1;
            if (!session_->lost()) return std::move(last).error();
        }
        // It may have died unnoticed while it was idle. Drawing twice leaves a gap at worst.
        session_ = TRY(connect(settings_, Role::writer));
        return TRY(raise(tenant, sequence, count)) - count + 1;
    }

  private:
    Result<std::int64_t> raise(TenantId tenant, std::string_view sequence, std::int64_t count) {
        return session_->number(
            "insert into sequence (tenant_id, name, last) values (?, ?, ?) "
            "on conflict (tenant_id, name) do update set last = sequence.last + excluded.last returning last",
            {tenant, sequence, count});
    }

    Settings settings_;
    std::mutex mutex_;
    std::unique_ptr<Connection> session_;
};

class PostgresqlWriter final : public Writer {
  public:
    explicit PostgresqlWriter(Settings settings)
        : settings_(std::move(settings)),
          sequences_(settings_),
          pool_(settings_, Role::writer, settings_.writers) {}

    // Two writers that meet are both right; the one that PostgreSQL turns away runs again on what the other
    // stored.
    Result<void> write(const Actor& actor, Work work, Urgency /*urgency*/) override {
        const auto deadline = std::chrono::steady_clock::now() + longest_contention;
        for (auto pause = std::chrono::milliseconds(1);; pause = std::min(pause * 2, longest_pause)) {
            auto outcome = transact(actor, work);
            if (outcome.ok() || !errors::is_contended(outcome.error())) return outcome;
            if (std::chrono::steady_clock::now() > deadline) return errors::busy();
            std::this_thread::sleep_for(pause);
        }
    }

    // On a session of its own, one process at a time.
    Result<void> exclusively(FunctionRef<Result<void>(Connection&)> work) override {
        auto connection = TRY(connect(settings_, Role::writer));
        TRY(connection->number("select 1 from pg_advisory_lock(hashtext('maerkbar ' || current_schema()))"));
        return work(*connection);
    }

  private:
    Result<void> transact(const Actor& actor, Work work) {
        auto connection = TRY(pool_.lend());
        Transaction transaction(*connection, actor, settings_.clock(), sequences_);
        TRY(work(transaction));
        TRY(transaction.check_audited());
        auto outcome = connection->commit();
        if (!outcome.ok() && connection->lost()) return errors::uncertain();
        return outcome;
    }

    Settings settings_;
    PostgresqlSequences sequences_;
    ConnectionPool pool_;
};

} // namespace

std::unique_ptr<Writer> make_postgresql_writer(const Settings& settings) {
    return std::make_unique<PostgresqlWriter>(settings);
}

} // namespace maerkbar::storage
