#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "storage/connect.hpp"

namespace maerkbar::storage {

// The part of an sqlite: address after the colon.
std::string sqlite_path(const Settings& settings);

// Makes the folder of the file, readable by the owner only, where there is none.
Result<void> make_folder(const std::string& path);

// WAL, foreign keys on, every commit synced; a writer creates the file and its folder (readable by the owner
// only).
Result<std::unique_ptr<Connection>> connect_sqlite(const Settings& settings, Role role);

// Copies all pages that `from` sees in its open transaction into a new file. Errors: storage.full,
// storage.io.
Result<void> copy_sqlite_file(Connection& from, const std::string& path);

} // namespace maerkbar::storage
