#pragma once

#include <sqlite3.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.hpp"
#include "storage/row.hpp"
#include "storage/value.hpp"

namespace maerkbar::storage {

struct CloseSqlite {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;
using SqliteStatement = std::unique_ptr<sqlite3_stmt, CloseSqlite>;

// What the last failure on this database means for people and for the caller.
Error sqlite_error(sqlite3* database, int code);

// Binds by reference: the values must live until the statement is reset.
void bind(sqlite3_stmt* statement, const Params& params);

// Prepared statements of one connection by their text.
class SqliteStatements {
  public:
    Result<sqlite3_stmt*> prepare(sqlite3* database, std::string_view sql);
    void clear() { statements_.clear(); }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, SqliteStatement, Hash, std::equal_to<>> statements_;
};

// Resets at the end of the scope, so that no read lock stays behind.
struct ResetSqlite {
    sqlite3_stmt* statement;
    explicit ResetSqlite(sqlite3_stmt* running) : statement(running) {}
    ResetSqlite(const ResetSqlite&) = delete;
    ResetSqlite& operator=(const ResetSqlite&) = delete;
    ~ResetSqlite() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

class SqliteRow final : public Row {
  public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    [[nodiscard]] bool is_null(int column) const override;
    [[nodiscard]] std::int64_t integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    [[nodiscard]] std::string blob(int column) const override;

  private:
    sqlite3_stmt* statement_;
};

} // namespace maerkbar::storage
