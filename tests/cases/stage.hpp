#pragma once

#include <filesystem>
#include <memory>

#include "base/function_ref.hpp"
#include "base/result.hpp"
#include "storage/database.hpp"

namespace maerkbar::cases {

// One database made ready once, of which every case gets a copy in a moment: SQLite by copying the file,
// PostgreSQL from a template in the server that MAERKBAR_TEST_POSTGRESQL names.
class Stage {
  public:
    virtual ~Stage() = default;

    // A database just like the one made ready. It goes when the stage goes.
    [[nodiscard]] virtual Result<storage::Settings> copy() = 0;

    // `make_ready` fills the migrated database; nobody else may have it open afterwards.
    static Result<std::unique_ptr<Stage>> create(storage::Dialect dialect,
                                                 const std::filesystem::path& folder,
                                                 FunctionRef<Result<void>(storage::Database&)> make_ready);
};

} // namespace maerkbar::cases
