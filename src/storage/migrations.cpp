#include "storage/migrations.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/embedded.hpp"
#include "storage/errors.hpp"
#include "storage/schema_text.hpp"

extern "C" const maerkbar::embedded::Entry maerkbar_embedded_migrations[];

namespace maerkbar::storage {

namespace {

constexpr auto record_table =
    "create table if not exists migration (name text primary key, checksum text not null, at bigint not "
    "null)";

// "organisation/001" of "organisation/001_units".
std::string_view number_of(std::string_view name) {
    return name.substr(0, name.find('_', name.find('/')));
}

std::string_view module_of(std::string_view name) {
    return name.substr(0, name.find('/'));
}

// Depth first over the dependencies; `open` holds the path from the root and so finds circles.
class Sorter {
  public:
    explicit Sorter(std::vector<Migration> migrations) {
        std::sort(migrations.begin(), migrations.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
        for (const auto& migration : migrations) {
            const auto number = number_of(migration.name);
            if (!by_number_.emplace(number, migration).second) twice_ = number;
        }
    }

    Result<std::vector<Migration>> sort() {
        if (!twice_.empty()) return errors::migration(twice_, "exists twice");
        for (const auto& [number, migration] : by_number_)
            TRY(visit(number));
        return std::move(sorted_);
    }

  private:
    Result<void> visit(const std::string& number) {
        const auto found = by_number_.find(number);
        if (found == by_number_.end()) return errors::migration(number, "is required but not in the program");
        if (done_.contains(number)) return {};
        if (!open_.insert(number).second) return errors::migration(number, "requires itself");
        if (found != by_number_.begin()) {
            const auto& before = std::prev(found)->first;
            if (module_of(before) == module_of(number)) TRY(visit(before));
        }
        for (const auto& required : required_by(found->second.sql))
            TRY(visit(required));
        sorted_.push_back(found->second);
        done_.insert(number);
        return {};
    }

    std::map<std::string, Migration, std::less<>> by_number_;
    std::string twice_;
    std::set<std::string> open_;
    std::set<std::string> done_;
    std::vector<Migration> sorted_;
};

using Applied = std::map<std::string, std::string>; // name → checksum

Result<Applied> applied(Connection& connection) {
    Applied found;
    TRY(connection.query("select name, checksum from migration", {}, [&](const Row& row) -> Result<void> {
        found.emplace(row.string(0), row.string(1));
        return {};
    }));
    return found;
}

Result<std::vector<Migration>> not_in(const Applied& applied, std::span<const Migration> migrations) {
    std::vector<Migration> missing;
    Applied unknown = applied;
    for (const auto& migration : migrations) {
        const auto found = applied.find(migration.name);
        if (found == applied.end()) {
            missing.push_back(migration);
        } else if (found->second != checksum(migration.sql)) {
            return errors::changed(migration.name);
        }
        unknown.erase(migration.name);
    }
    if (!unknown.empty()) return errors::newer(unknown.begin()->first);
    return missing;
}

Result<std::vector<Migration>> missing(Connection& connection, std::span<const Migration> migrations) {
    TRY(connection.execute(record_table));
    return not_in(TRY(applied(connection)), migrations);
}

Result<void> apply(Connection& connection, const Migration& migration, Instant now) {
    TRY(connection.begin_write());
    // Another process may have been here since we looked.
    if (const auto known =
            connection.number("select count(*) from migration where name = ?", {migration.name});
        known.ok() && *known > 0) {
        connection.rollback();
        return {};
    }
    auto outcome = connection.script(schema_text(migration.sql, connection.dialect()));
    if (outcome.ok()) {
        auto recorded = connection.execute("insert into migration (name, checksum, at) values (?, ?, ?)",
                                           {migration.name, checksum(migration.sql), now});
        outcome = recorded.ok() ? connection.commit() : Result<void>(recorded.error());
    }
    if (outcome.ok()) return {};
    connection.rollback();
    return errors::migration(migration.name, outcome.error().english());
}

} // namespace

Result<std::vector<Migration>> embedded_migrations() {
    constexpr std::string_view folder = "migrations/";
    constexpr std::string_view ending = ".sql";
    std::vector<Migration> found;
    for (const auto* entry = maerkbar_embedded_migrations; entry->name != nullptr; ++entry) {
        auto name = std::string_view(entry->name).substr(folder.size());
        name.remove_suffix(ending.size());
        found.push_back({std::string(name), {entry->data, entry->size}});
    }
    return in_order(std::move(found));
}

Result<std::vector<Migration>> in_order(std::vector<Migration> migrations) {
    return Sorter(std::move(migrations)).sort();
}

Result<std::vector<std::string>> pending(Database& database) {
    const auto migrations = TRY(embedded_migrations());
    std::vector<std::string> names;
    TRY(database.exclusively([&](Connection& connection) -> Result<void> {
        for (const auto& migration : TRY(missing(connection, migrations)))
            names.push_back(migration.name);
        return {};
    }));
    return names;
}

Result<int> migrate(Database& database) {
    const auto migrations = TRY(embedded_migrations());
    return migrate(database, migrations);
}

Result<int> migrate(Database& database, std::span<const Migration> migrations) {
    int count = 0;
    TRY(database.exclusively([&](Connection& connection) -> Result<void> {
        for (const auto& migration : TRY(missing(connection, migrations))) {
            TRY(apply(connection, migration, database.now()));
            ++count;
        }
        return {};
    }));
    return count;
}

Result<void> check_applied(Connection& connection, std::span<const Migration> known) {
    TRY(not_in(TRY(applied(connection)), known));
    return {};
}

} // namespace maerkbar::storage
