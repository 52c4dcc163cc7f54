#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/clock.hpp"
#include "base/function_ref.hpp"
#include "base/result.hpp"
#include "base/strong_id.hpp"
#include "storage/connection.hpp"

namespace maerkbar::storage {

// Who changes something, and by which way.
struct Actor {
    TenantId tenant;
    PersonId person;             // none for the system itself
    std::string via;             // "web", "api", "cli", "job"
    std::string request_id = {}; // finds the change in the log again
};

// What a change did, for the audit trail. Never a name, a personal number or an answer.
struct AuditEntry {
    std::string action;         // "unit.created"
    std::string object_type;    // "unit"
    std::string object_id;      // "17"
    std::string details = "{}"; // JSON
    TenantId tenant = {};       // when another than the actor's, such as one just created
};

// Where new numbers come from. A number once drawn is not drawn again, also when the transaction fails.
class Sequences {
  public:
    virtual ~Sequences() = default;
    // The first of `count` numbers in a row; 1 for a new sequence.
    virtual Result<std::int64_t> draw(Connection& connection, TenantId tenant, std::string_view sequence,
                                      std::int64_t count) = 0;
};

// One change that is stored whole or not at all, together with its audit entry.
class Transaction {
  public:
    Transaction(Connection& connection, const Actor& actor, Instant now, Sequences& sequences)
        : connection_(connection),
          actor_(actor),
          now_(now),
          sequences_(sequences),
          changes_before_(connection.changes()) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    [[nodiscard]] Connection& connection() { return connection_; }
    [[nodiscard]] const Actor& actor() const { return actor_; }
    [[nodiscard]] Instant now() const { return now_; }

    // The next id of its kind in this tenant, from 1.
    template <typename Id>
    Result<Id> next_id(TenantId tenant, std::string_view sequence) {
        return Id{TRY(next_numbers(tenant, sequence, 1))};
    }
    // The first of `count` numbers in a row, for bulk.
    Result<std::int64_t> next_numbers(TenantId tenant, std::string_view sequence, std::int64_t count) {
        return sequences_.draw(connection_, tenant, sequence, count);
    }

    // Every change writes at least one of these, or it is refused (storage.unaudited) …
    Result<void> audit(const AuditEntry& entry);
    // … unless it says why the trail need not know (a session's last use, a step of an import recorded as a
    // whole).
    void without_audit(std::string_view reason);

    // Tries something that may fail: on failure only this part is undone, and the transaction goes on.
    Result<void> attempt(FunctionRef<Result<void>()> part);

    // For steps of long work: true once the step should end so that others get their turn.
    [[nodiscard]] bool time_is_up() const { return std::chrono::steady_clock::now() >= deadline_; }

    // For the writer: refuses a change without a trace.
    [[nodiscard]] Result<void> check_audited() const;

  private:
    static constexpr auto step_time = std::chrono::milliseconds(40); // with the commit below 50 ms

    Connection& connection_;
    const Actor& actor_;
    Instant now_;
    Sequences& sequences_;
    std::int64_t changes_before_;
    std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::now() + step_time;
    bool audited_ = false;
};

} // namespace maerkbar::storage
