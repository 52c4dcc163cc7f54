#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "storage/connection.hpp"

namespace maerkbar::storage {

enum class ColumnType { integer, real, text, blob };

struct Column {
    std::string name;
    ColumnType type = ColumnType::text;
};

struct Table {
    std::string name;
    std::vector<Column> columns;
};

// How much a table holds: the sum of a 64-bit hash of every row finds lost, doubled and changed rows in any
// order.
struct TableDigest {
    std::int64_t rows = 0;
    std::uint64_t hash = 0;
    bool operator==(const TableDigest&) const = default;
};

// The tables of an SQLite file, each after those that its foreign keys name. Error: storage.statement where
// two tables name each other.
Result<std::vector<Table>> tables_of(Connection& sqlite);

Result<TableDigest> digest(Connection& connection, const Table& table);

// All rows from one database to an empty table in another. Errors: those of both databases.
Result<void> copy_rows(Connection& from, Connection& to, const Table& table);

} // namespace maerkbar::storage
