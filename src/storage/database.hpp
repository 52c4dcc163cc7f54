#pragma once

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "base/result.hpp"
#include "storage/connection.hpp"
#include "storage/connection_pool.hpp"
#include "storage/settings.hpp"
#include "storage/transaction.hpp"
#include "storage/writer.hpp"

namespace maerkbar::storage {

// Whether a long work goes on after this step.
enum class Step { more, done };

// The store of truth. Threads may share it. Reads see one consistent state; writes answer only when they are
// durable.
class Database {
  public:
    // Opens, and creates the SQLite file where there is none. Says nothing about migrations: see migrate().
    static Result<std::unique_ptr<Database>> open(Settings settings);

    // The same, but an SQLite file that is not there is an error (storage.missing) and is not made.
    static Result<std::unique_ptr<Database>> open_existing(Settings settings);

    // For open().
    Database(Settings settings, Dialect dialect, std::unique_ptr<Writer> writer)
        : settings_(std::move(settings)),
          dialect_(dialect),
          writer_(std::move(writer)),
          readers_(settings_, Role::reader, settings_.readers) {}

    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] Dialect dialect() const { return dialect_; }
    [[nodiscard]] Instant now() const { return settings_.clock(); }

    // `work(Connection&) -> Result<T>` in one transaction that sees one state of the database and changes
    // nothing.
    template <typename F>
    std::invoke_result_t<F&, Connection&> read(F&& work) {
        auto connection = TRY(readers_.lend());
        return work(*connection);
    }

    // `work(Transaction&) -> Result<T>` stored whole, with its audit entry, or not at all. It may be run
    // again after a conflict with another writer, so it keeps its results to itself. Not from within another
    // write.
    template <typename F>
    std::invoke_result_t<F&, Transaction&> write(const Actor& actor, F&& work) {
        return write_with(actor, Urgency::prompt, std::forward<F>(work));
    }

    // Long work as many small transactions that let other writes pass: `step(Transaction&) -> Result<Step>`
    // is called until it says done, and ends itself once `transaction.time_is_up()`. What a step stored stays
    // when a later one fails. `step` counts its progress in the database or after success, for it may be run
    // again.
    template <typename F>
    Result<void> write_in_steps(const Actor& actor, F&& step) {
        while (TRY(write_with(actor, Urgency::patient, step)) == Step::more) {
        }
        return {};
    }

    // The writing connection alone, outside transactions: migrations, maintenance.
    Result<void> exclusively(FunctionRef<Result<void>(Connection&)> work) {
        return writer_->exclusively(work);
    }

  private:
    template <typename F>
    std::invoke_result_t<F&, Transaction&> write_with(const Actor& actor, Urgency urgency, F&& work) {
        using Outcome = std::invoke_result_t<F&, Transaction&>;
        std::optional<Outcome> outcome;
        TRY(writer_->write(
            actor,
            [&](Transaction& transaction) -> Result<void> {
                outcome.emplace(work(transaction));
                if (!outcome->ok()) return outcome->error();
                return {};
            },
            urgency));
        return std::move(*outcome);
    }

    Settings settings_;
    Dialect dialect_;
    std::unique_ptr<Writer> writer_;
    ConnectionPool readers_;
};

} // namespace maerkbar::storage
