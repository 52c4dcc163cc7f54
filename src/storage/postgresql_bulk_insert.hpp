#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "storage/connection.hpp"

namespace maerkbar::storage {

Result<std::unique_ptr<BulkInsert>> make_postgresql_bulk_insert(PGconn* session, std::string_view table,
                                                                const Columns& columns);

} // namespace maerkbar::storage
