#include "sources/import/import_lock.hpp"

#include <sys/file.h>

#include "sources/import/failures.hpp"

namespace maerkbar::sources {

bool ImportLock::take(int operation) const {
    return file_ && flock(fileno(file_.get()), operation) == 0;
}

Result<ImportLock> ImportLock::hold(const std::filesystem::path& file) {
    ImportLock lock(file);
    if (!lock.take(LOCK_SH)) return import_failure("import.cannot_store_file");
    return lock;
}

std::optional<ImportLock> ImportLock::alone(const std::filesystem::path& file) {
    ImportLock lock(file);
    if (!lock.take(LOCK_EX | LOCK_NB)) return std::nullopt;
    return lock;
}

} // namespace maerkbar::sources
