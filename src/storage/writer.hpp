#pragma once

#include <memory>

#include "base/function_ref.hpp"
#include "base/result.hpp"
#include "storage/settings.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::storage {

using Work = FunctionRef<Result<void>(Transaction&)>;

// Steps of imports and recomputations let small writes pass.
enum class Urgency { prompt, patient };

// The only way to change the database.
class Writer {
  public:
    virtual ~Writer() = default;
    // Runs `work` in a transaction and returns when it is durable, or when nothing of it is stored. `work`
    // may be run more than once, so it must not change anything outside the transaction but its own result.
    virtual Result<void> write(const Actor& actor, Work work, Urgency urgency) = 0;
    // Runs `work` alone on the writing connection outside any transaction: migrations and maintenance.
    virtual Result<void> exclusively(FunctionRef<Result<void>(Connection&)> work) = 0;
};

Result<std::unique_ptr<Writer>> make_sqlite_writer(const Settings& settings);
std::unique_ptr<Writer> make_postgresql_writer(const Settings& settings);

} // namespace maerkbar::storage
