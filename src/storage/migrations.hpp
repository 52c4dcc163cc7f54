#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "storage/database.hpp"

namespace maerkbar::storage {

// A step of the schema: `name` is module/NNN_name.
struct Migration {
    std::string name;
    std::string_view sql;
};

// All steps in the program (migrations/<module>/NNN_name.sql), in an order that keeps their dependencies.
Result<std::vector<Migration>> embedded_migrations();

// Sorts by module and number, each after what its first line `-- requires: module/NNN` names and after the
// earlier ones of its module. Errors: storage.migration for a missing or circular dependency.
Result<std::vector<Migration>> in_order(std::vector<Migration> migrations);

// The names of the steps not yet applied. Errors: storage.newer when the database knows steps that this
// program does not, storage.changed when the text of an applied one differs.
Result<std::vector<std::string>> pending(Database& database);

// Applies what is pending, each step in a transaction of its own; how many. Errors as pending().
Result<int> migrate(Database& database);
Result<int> migrate(Database& database, std::span<const Migration> migrations);

// Says whether all that is recorded in a database is known and unchanged. Errors: storage.newer,
// storage.changed.
Result<void> check_applied(Connection& connection, std::span<const Migration> known);

} // namespace maerkbar::storage
