#include "storage/database.hpp"

namespace maerkbar::storage {

Result<std::unique_ptr<Database>> Database::open(Settings settings) {
    const auto dialect = TRY(dialect_of(settings));
    auto writer = TRY(make_sqlite_writer(settings));
    return std::make_unique<Database>(std::move(settings), dialect, std::move(writer));
}

} // namespace maerkbar::storage
