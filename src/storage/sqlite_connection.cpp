#include "storage/sqlite_connection.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "storage/errors.hpp"
#include "storage/sqlite_bulk_insert.hpp"
#include "storage/sqlite_statement.hpp"

namespace maerkbar::storage {

namespace {

class SqliteConnection final : public Connection {
  public:
    explicit SqliteConnection(SqliteHandle database) : database_(std::move(database)) {}
    // Statements must go before their database.
    ~SqliteConnection() override { statements_.clear(); }

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    [[nodiscard]] bool in_transaction() const override {
        return sqlite3_get_autocommit(database_.get()) == 0;
    }

    [[nodiscard]] sqlite3* handle() { return database_.get(); }

  protected:
    Result<std::int64_t> do_execute(std::string_view sql, const Params& params) override {
        const auto before = sqlite3_total_changes64(database_.get());
        TRY(run(sql, params, [](const Row&) -> Result<void> { return {}; }));
        return sqlite3_total_changes64(database_.get()) == before ? 0 : sqlite3_changes64(database_.get());
    }

    Result<void> do_query(std::string_view sql, const Params& params, RowCallback each) override {
        return run(sql, params, each);
    }

    Result<void> do_script(const std::string& sql) override {
        const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) return sqlite_error(database_.get(), code);
        return {};
    }

    Result<std::unique_ptr<BulkInsert>> do_bulk_insert(std::string_view table,
                                                       const Columns& columns) override {
        return make_sqlite_bulk_insert(database_.get(), table, columns);
    }

    [[nodiscard]] std::string_view begin_read_sql() const override { return "begin"; }
    [[nodiscard]] std::string_view begin_write_sql() const override { return "begin immediate"; }

  private:
    Result<void> run(std::string_view sql, const Params& params, RowCallback each) {
        sqlite3_stmt* statement = TRY(statements_.prepare(database_.get(), sql));
        if (sqlite3_bind_parameter_count(statement) != static_cast<int>(params.values().size()))
            return errors::statement("wrong number of values");
        const ResetSqlite reset(statement);
        bind(statement, params);
        const SqliteRow row(statement);
        int code = 0;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW)
            TRY(each(row));
        if (code != SQLITE_DONE) return sqlite_error(database_.get(), code);
        return {};
    }

    SqliteHandle database_;
    SqliteStatements statements_;
};

// Pragmas belong to the connection, not to the file, so each one sets them (all but the journal mode).
std::string pragmas(const Settings& settings, Role role) {
    std::string sql = "pragma busy_timeout=" + std::to_string(settings.busy_milliseconds) +
                      ";pragma foreign_keys=on;pragma temp_store=memory;pragma cache_size=-16000;";
    if (role == Role::reader) return sql + "pragma query_only=on;";
    sql += "pragma journal_mode=wal;pragma synchronous=";
    sql += settings.durable ? "full;" : "off;";
    if (settings.max_pages > 0) sql += "pragma max_page_count=" + std::to_string(settings.max_pages) + ";";
    return sql;
}

// A whole municipality lies in it: whatever the shell's umask, nobody but its owner reads it (SQLite gives
// its logs the same rights). A file that is there is left closed, since closing it would drop the locks this
// process holds.
Result<void> make_private_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) return errno == EEXIST ? Result<void>{} : errors::connection();
    ::close(descriptor);
    return {};
}

} // namespace

Result<void> make_folder(const std::string& path) {
    namespace fs = std::filesystem;
    const auto folder = fs::path(path).parent_path();
    if (folder.empty() || fs::exists(folder)) return {};
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) return errors::connection();
    fs::permissions(folder, fs::perms::owner_all, failure);
    return {};
}

std::string sqlite_path(const Settings& settings) {
    return settings.url.substr(settings.url.find(':') + 1);
}

Result<std::unique_ptr<Connection>> connect_sqlite(const Settings& settings, Role role) {
    const auto path = sqlite_path(settings);
    if (role == Role::writer) {
        TRY(make_folder(path));
        TRY(make_private_file(path));
    }
    const int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (role == Role::writer ? SQLITE_OPEN_CREATE : 0);
    sqlite3* raw = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    SqliteHandle database(raw);
    if (code != SQLITE_OK) return errors::connection();
    sqlite3_extended_result_codes(raw, 1);
    code = sqlite3_exec(raw, pragmas(settings, role).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqlite_error(raw, code);
    return std::unique_ptr<Connection>(std::make_unique<SqliteConnection>(std::move(database)));
}

Result<void> copy_sqlite_file(Connection& from, const std::string& path) {
    TRY(make_private_file(path));
    sqlite3* raw = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const SqliteHandle copy(raw);
    if (code != SQLITE_OK) return errors::io();
    auto* copying = sqlite3_backup_init(raw, "main", static_cast<SqliteConnection&>(from).handle(), "main");
    if (copying == nullptr) return sqlite_error(raw, sqlite3_errcode(raw));
    (void)sqlite3_backup_step(copying, -1);
    code = sqlite3_backup_finish(copying);
    if (code != SQLITE_OK) return sqlite_error(raw, code);
    // One file that needs no log beside it.
    code = sqlite3_exec(raw, "pragma journal_mode=delete", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqlite_error(raw, code);
    return {};
}

} // namespace maerkbar::storage
