#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "storage/database.hpp"

// A backup is one SQLite file with every table, whatever database it comes from, so a municipality can also
// move from one database to the other with it.
namespace maerkbar::storage {

struct BackupReport {
    std::int64_t tables = 0;
    std::int64_t rows = 0;
};

// Writes a backup of one moment to `path` while others go on reading and writing, compares it row by row with
// what it was taken from, and only then gives it its name. Errors: storage.file_exists;
// storage.backup_differs; storage.pending_migrations (PostgreSQL); storage.full and other failures of the
// disk.
Result<BackupReport> backup(Database& database, const std::string& path);

// Looks whether a file is a whole backup that this program can restore. Errors: storage.damaged_backup,
// storage.newer, storage.changed.
Result<BackupReport> verify_backup(const std::string& path);

// Fills the empty database that `target` names from a backup, and compares the result with it. The schema is
// that of the backup; migrate() follows at the next start. Errors as verify_backup(), and storage.not_empty.
Result<BackupReport> restore(const std::string& path, const Settings& target);

} // namespace maerkbar::storage
