#include "storage/sqlite_statement.hpp"

#include "storage/errors.hpp"

namespace maerkbar::storage {

namespace {

constexpr std::size_t most_statements = 500;

// "UNIQUE constraint failed: unit.tenant_id, unit.code" names the table before the first dot.
std::string_view table_in(std::string_view message) {
    const auto colon = message.find(": ");
    if (colon == std::string_view::npos) return {};
    message.remove_prefix(colon + 2);
    return message.substr(0, message.find_first_of(".,"));
}

Error constraint_error(int code, std::string_view message) {
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return errors::unique(table_in(message));
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return errors::foreign_key({});
        case SQLITE_CONSTRAINT_NOTNULL:
            return errors::not_null(table_in(message));
        default:
            return errors::check({});
    }
}

struct Binder {
    sqlite3_stmt* statement;
    int index;
    void operator()(std::monostate) const { sqlite3_bind_null(statement, index); }
    void operator()(std::int64_t number) const { sqlite3_bind_int64(statement, index, number); }
    void operator()(double number) const { sqlite3_bind_double(statement, index, number); }
    void operator()(const std::string& text) const {
        sqlite3_bind_text64(statement, index, text.data(), text.size(), nullptr, SQLITE_UTF8);
    }
    void operator()(const Blob& blob) const {
        sqlite3_bind_blob64(statement, index, blob.bytes.data(), blob.bytes.size(), nullptr);
    }
};

} // namespace

Error sqlite_error(sqlite3* database, int code) {
    const std::string_view message = sqlite3_errmsg(database);
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT:
            return constraint_error(code, message);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return errors::busy();
        case SQLITE_FULL:
            return errors::full();
        case SQLITE_IOERR:
        case SQLITE_READONLY:
            return errors::io();
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return errors::corrupt();
        case SQLITE_CANTOPEN:
            return errors::connection();
        default:
            return errors::statement(message);
    }
}

void bind(sqlite3_stmt* statement, const Params& params) {
    int index = 1;
    for (const auto& value : params.values())
        std::visit(Binder{statement, index++}, value);
}

Result<sqlite3_stmt*> SqliteStatements::prepare(sqlite3* database, std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second.get();
    if (statements_.size() >= most_statements) statements_.clear();
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    SqliteStatement statement(raw);
    if (code != SQLITE_OK) return sqlite_error(database, code);
    if (!statement) return errors::statement("empty statement");
    return statements_.emplace(std::string(sql), std::move(statement)).first->second.get();
}

bool SqliteRow::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t SqliteRow::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double SqliteRow::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::string_view SqliteRow::text(int column) const {
    const void* bytes = sqlite3_column_text(statement_, column);
    if (bytes == nullptr) return {};
    return {static_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string SqliteRow::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    if (bytes == nullptr) return {};
    return {static_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

} // namespace maerkbar::storage
