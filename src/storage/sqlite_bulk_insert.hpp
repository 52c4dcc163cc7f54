#pragma once

#include <sqlite3.h>

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "storage/connection.hpp"

namespace maerkbar::storage {

Result<std::unique_ptr<BulkInsert>> make_sqlite_bulk_insert(sqlite3* database, std::string_view table,
                                                            const Columns& columns);

} // namespace maerkbar::storage
