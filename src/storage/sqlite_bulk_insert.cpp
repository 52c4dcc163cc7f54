#include "storage/sqlite_bulk_insert.hpp"

#include <string>

#include "storage/errors.hpp"
#include "storage/sqlite_statement.hpp"

namespace maerkbar::storage {

namespace {

class SqliteBulkInsert final : public BulkInsert {
  public:
    SqliteBulkInsert(sqlite3* database, SqliteStatement statement, int columns)
        : database_(database), statement_(std::move(statement)), columns_(columns) {}

  protected:
    Result<void> do_end_row() override {
        if (column_ != columns_) return errors::statement("a row of another length than the columns");
        column_ = 0;
        const int code = sqlite3_step(statement_.get());
        if (code != SQLITE_DONE) {
            auto error = sqlite_error(database_, code);
            sqlite3_reset(statement_.get());
            return error;
        }
        sqlite3_reset(statement_.get());
        ++rows_;
        return {};
    }

    Result<std::int64_t> do_finish() override { return rows_; }

    void put_null() override { sqlite3_bind_null(statement_.get(), ++column_); }
    void put_integer(std::int64_t number) override {
        sqlite3_bind_int64(statement_.get(), ++column_, number);
    }
    void put_real(double number) override { sqlite3_bind_double(statement_.get(), ++column_, number); }
    // Copied, because the caller's text may be gone before the row ends.
    void put_text(std::string_view text) override {
        const char* start = text.data() == nullptr ? "" : text.data(); // a null pointer would store null
        sqlite3_bind_text64(statement_.get(), ++column_, start, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    void put_blob(std::string_view bytes) override {
        sqlite3_bind_blob64(statement_.get(), ++column_, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    }

  private:
    sqlite3* database_;
    SqliteStatement statement_;
    int columns_;
    int column_ = 0;
    std::int64_t rows_ = 0;
};

std::string insert_sql(std::string_view table, const Columns& columns) {
    std::string names;
    std::string marks;
    for (const auto& column : columns) {
        names += (names.empty() ? "" : ",") + column;
        marks += marks.empty() ? "?" : ",?";
    }
    return "insert into " + std::string(table) + " (" + names + ") values (" + marks + ")";
}

} // namespace

Result<std::unique_ptr<BulkInsert>> make_sqlite_bulk_insert(sqlite3* database, std::string_view table,
                                                            const Columns& columns) {
    sqlite3_stmt* raw = nullptr;
    const auto sql = insert_sql(table, columns);
    const int code = sqlite3_prepare_v2(database, sql.c_str(), -1, &raw, nullptr);
    SqliteStatement statement(raw);
    if (code != SQLITE_OK) return sqlite_error(database, code);
    return std::unique_ptr<BulkInsert>(
        std::make_unique<SqliteBulkInsert>(database, std::move(statement), static_cast<int>(columns.size())));
}

} // namespace maerkbar::storage
