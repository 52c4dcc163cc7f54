#include "storage/database.hpp"

#include <filesystem>

#include "storage/errors.hpp"
#include "storage/sqlite_connection.hpp"

namespace maerkbar::storage {

namespace {

Result<std::unique_ptr<Writer>> make_writer(const Settings& settings, Dialect dialect) {
    if (dialect == Dialect::sqlite) return make_sqlite_writer(settings);
    // Connects only when needed; the program should say at once that the server is not there.
    TRY(connect(settings, Role::writer));
    return make_postgresql_writer(settings);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(Settings settings) {
    const auto dialect = TRY(dialect_of(settings));
    auto writer = TRY(make_writer(settings, dialect));
    return std::make_unique<Database>(std::move(settings), dialect, std::move(writer));
}

Result<std::unique_ptr<Database>> Database::open_existing(Settings settings) {
    const auto dialect = TRY(dialect_of(settings));
    if (dialect == Dialect::sqlite && !std::filesystem::exists(sqlite_path(settings)))
        return errors::missing(sqlite_path(settings));
    return open(std::move(settings));
}

} // namespace maerkbar::storage
