#pragma once

#include <memory>

#include "base/result.hpp"
#include "storage/connect.hpp"

namespace maerkbar::storage {

// The part of an sqlite: address after the colon.
std::string sqlite_path(const Settings& settings);

// WAL, foreign keys on, every commit synced; a writer creates the file and its folder (readable by the owner
// only).
Result<std::unique_ptr<Connection>> connect_sqlite(const Settings& settings, Role role);

} // namespace maerkbar::storage
