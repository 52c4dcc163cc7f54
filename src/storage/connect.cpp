#include "storage/connect.hpp"

#include "storage/errors.hpp"
#include "storage/postgresql_connection.hpp"
#include "storage/sqlite_connection.hpp"

namespace maerkbar::storage {

Result<Dialect> dialect_of(const Settings& settings) {
    if (settings.url.starts_with("sqlite:") && settings.url.size() > 7) return Dialect::sqlite;
    if (settings.url.starts_with("postgresql://") || settings.url.starts_with("postgres://"))
        return Dialect::postgresql;
    return errors::url(settings.url);
}

Result<std::unique_ptr<Connection>> connect(const Settings& settings, Role role) {
    const auto dialect = TRY(dialect_of(settings));
    return dialect == Dialect::sqlite ? connect_sqlite(settings, role) : connect_postgresql(settings, role);
}

} // namespace maerkbar::storage
