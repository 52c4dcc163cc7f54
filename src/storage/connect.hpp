#pragma once

#include <memory>

#include "base/result.hpp"
#include "storage/connection.hpp"
#include "storage/settings.hpp"

namespace maerkbar::storage {

enum class Role { reader, writer };

// The database that `url` names. Error: storage.url.
Result<Dialect> dialect_of(const Settings& settings);

// A new session. Errors: storage.url, storage.connection, storage.corrupt.
Result<std::unique_ptr<Connection>> connect(const Settings& settings, Role role);

} // namespace maerkbar::storage
