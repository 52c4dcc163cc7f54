#include "storage/backup.hpp"

#include <filesystem>
#include <system_error>

#include "storage/errors.hpp"
#include "storage/migrations.hpp"
#include "storage/sqlite_connection.hpp"
#include "storage/table_copy.hpp"

namespace maerkbar::storage {

namespace {

namespace fs = std::filesystem;

// A file that is removed at the end unless it was given its final name.
class NewFile {
  public:
    explicit NewFile(std::string path) : path_(std::move(path)), partial_(path_ + ".partial") {}
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        std::error_code ignored;
        for (const char* ending : {"", "-wal", "-shm", "-journal"})
            fs::remove(partial_ + ending, ignored);
    }
    [[nodiscard]] const std::string& partial() const { return partial_; }
    [[nodiscard]] Result<void> keep() const {
        std::error_code failure;
        fs::rename(partial_, path_, failure);
        if (failure) return errors::io();
        return {};
    }

  private:
    std::string path_;
    std::string partial_;
};

Settings at(const std::string& path) {
    Settings settings;
    settings.url = "sqlite:" + path;
    settings.readers = 1;
    return settings;
}

// The original and its copy hold the same rows in every table.
Result<BackupReport> compare(Connection& original, Connection& copy, const std::vector<Table>& tables) {
    BackupReport report;
    for (const auto& table : tables) {
        const auto expected = TRY(digest(original, table));
        if (TRY(digest(copy, table)) != expected) return errors::backup_differs(table.name);
        ++report.tables;
        report.rows += expected.rows;
    }
    return report;
}

Result<BackupReport> backup_sqlite(Database& database, const std::string& path) {
    return database.read([&](Connection& original) -> Result<BackupReport> {
        // The transaction takes its state at the first look; both the pages and the comparison are of that
        // state.
        const auto tables = TRY(tables_of(original));
        TRY(copy_sqlite_file(original, path));
        const auto copy = TRY(connect_sqlite(at(path), Role::reader));
        return compare(original, *copy, tables);
    });
}

// Rows into a freshly made schema, whose own record of migrations gives way to the original's.
Result<BackupReport> fill(Connection& original, Connection& copy) {
    auto& sqlite = original.dialect() == Dialect::sqlite ? original : copy;
    const auto tables = TRY(tables_of(sqlite));
    TRY(copy.begin_write());
    // SQLite looks at each row as it comes; a tree is whole only when all of its rows are there.
    if (copy.dialect() == Dialect::sqlite) TRY(copy.script("pragma defer_foreign_keys=on"));
    TRY(copy.execute("delete from migration"));
    for (const auto& table : tables)
        TRY(copy_rows(original, copy, table));
    auto report = TRY(compare(original, copy, tables));
    TRY(copy.commit());
    return report;
}

Result<BackupReport> fill_or_roll_back(Connection& original, Connection& copy) {
    auto report = fill(original, copy);
    if (!report.ok()) copy.rollback();
    return report;
}

Result<BackupReport> backup_postgresql(Database& database, const std::string& path) {
    if (!TRY(pending(database)).empty()) return errors::pending_migrations();
    auto copy = TRY(Database::open(at(path)));
    TRY(migrate(*copy));
    return database.read([&](Connection& original) -> Result<BackupReport> {
        BackupReport report;
        TRY(copy->exclusively([&](Connection& connection) -> Result<void> {
            report = TRY(fill_or_roll_back(original, connection));
            return connection.script("pragma journal_mode=delete");
        }));
        return report;
    });
}

Result<std::unique_ptr<Connection>> open_backup(const std::string& path) {
    auto opened = connect_sqlite(at(path), Role::reader);
    if (!opened.ok()) return errors::damaged_backup(path);
    return opened;
}

// The migrations that the backup was made with, in their order.
Result<std::vector<Migration>> migrations_of(Connection& backup) {
    std::vector<Migration> known;
    for (const auto& migration : TRY(embedded_migrations()))
        if (TRY(backup.number("select count(*) from migration where name = ?", {migration.name})) > 0)
            known.push_back(migration);
    TRY(check_applied(backup, known));
    return known;
}

Result<BackupReport> check_whole(Connection& backup) {
    const auto verdict =
        TRY(backup.first("pragma integrity_check", {}, [](const Row& row) { return row.string(0); }));
    if (verdict != "ok") return errors::damaged_backup(verdict.value_or(""));
    const auto orphans =
        TRY(backup.all("pragma foreign_key_check", {}, [](const Row& row) { return row.string(0); }));
    if (!orphans.empty()) return errors::damaged_backup(orphans.front());
    BackupReport report;
    for (const auto& table : TRY(tables_of(backup))) {
        ++report.tables;
        report.rows += TRY(backup.number("select count(*) from " + table.name));
    }
    return report;
}

Result<BackupReport> restore_sqlite(const std::string& path, const Settings& target) {
    const auto destination = sqlite_path(target);
    if (fs::exists(destination)) return errors::not_empty();
    const NewFile file(destination);
    auto original = TRY(open_backup(path));
    TRY(original->begin_read());
    const auto tables = TRY(tables_of(*original));
    TRY(make_folder(destination));
    TRY(copy_sqlite_file(*original, file.partial()));
    auto copy = TRY(connect_sqlite(at(file.partial()), Role::reader));
    auto report = TRY(compare(*original, *copy, tables));
    copy.reset();
    TRY(file.keep());
    return report;
}

Result<void> check_empty(Connection& connection, const std::vector<Table>& tables) {
    for (const auto& table : tables)
        if (table.name != "migration" && TRY(connection.number("select count(*) from " + table.name)) > 0)
            return errors::not_empty();
    return {};
}

Result<BackupReport> restore_postgresql(const std::string& path, const Settings& target) {
    auto original = TRY(open_backup(path));
    const auto known = TRY(migrations_of(*original));
    auto database = TRY(Database::open(target));
    auto applied = migrate(*database, known);
    if (!applied.ok()) return applied.error().code == "storage.newer" ? errors::not_empty() : applied.error();
    BackupReport report;
    TRY(database->exclusively([&](Connection& connection) -> Result<void> {
        TRY(check_empty(connection, TRY(tables_of(*original))));
        report = TRY(fill_or_roll_back(*original, connection));
        return {};
    }));
    return report;
}

} // namespace

Result<BackupReport> backup(Database& database, const std::string& path) {
    if (fs::exists(path)) return errors::file_exists(path);
    const NewFile file(path);
    auto report = TRY(database.dialect() == Dialect::sqlite ? backup_sqlite(database, file.partial())
                                                            : backup_postgresql(database, file.partial()));
    TRY(file.keep());
    return report;
}

Result<BackupReport> verify_backup(const std::string& path) {
    if (!fs::exists(path)) return errors::no_file(path);
    auto connection = TRY(open_backup(path));
    auto known = migrations_of(*connection);
    if (!known.ok()) {
        const auto& code = known.error().code;
        if (code == "storage.newer" || code == "storage.changed") return std::move(known).error();
        return errors::damaged_backup(known.error().english());
    }
    auto report = check_whole(*connection);
    if (!report.ok() && report.error().code == "storage.corrupt") return errors::damaged_backup(path);
    return report;
}

Result<BackupReport> restore(const std::string& path, const Settings& target) {
    const auto dialect = TRY(dialect_of(target));
    TRY(verify_backup(path));
    return dialect == Dialect::sqlite ? restore_sqlite(path, target) : restore_postgresql(path, target);
}

} // namespace maerkbar::storage
