#include "storage/table_copy.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <string_view>

#include "base/text.hpp"
#include "storage/errors.hpp"

namespace maerkbar::storage {

namespace {

// FNV-1a over the bytes of each value, with a mark between values and for null.
class RowHash {
  public:
    void add(std::string_view bytes) {
        for (const char c : bytes)
            add_byte(static_cast<unsigned char>(c));
        add_byte(0xFE); // no byte of UTF-8
    }
    void add_null() { add_byte(0xFF); }
    void add(std::uint64_t number) {
        for (unsigned shift = 0; shift < 64; shift += 8)
            add_byte((number >> shift) & 0xFFU);
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

  private:
    void add_byte(std::uint64_t byte) { value_ = (value_ ^ byte) * 1099511628211U; }
    std::uint64_t value_ = 14695981039346656037U;
};

std::uint64_t hash_of(const Row& row, const Table& table) {
    RowHash hash;
    int index = 0;
    for (const auto& column : table.columns) {
        const int at = index++;
        if (row.is_null(at)) {
            hash.add_null();
            continue;
        }
        switch (column.type) {
            case ColumnType::integer:
                hash.add(static_cast<std::uint64_t>(row.integer(at)));
                break;
            case ColumnType::real:
                hash.add(std::bit_cast<std::uint64_t>(row.real(at)));
                break;
            case ColumnType::text:
                hash.add(row.text(at));
                break;
            case ColumnType::blob:
                hash.add(row.blob(at));
                break;
        }
    }
    return hash.value();
}

void put(BulkInsert& bulk, const Row& row, int at, ColumnType type) {
    if (row.is_null(at)) return bulk.put(std::nullopt);
    switch (type) {
        case ColumnType::integer:
            return bulk.put(row.integer(at));
        case ColumnType::real:
            return bulk.put(row.real(at));
        case ColumnType::text:
            return bulk.put(row.text(at));
        case ColumnType::blob:
            return bulk.put(Blob{row.blob(at)});
    }
}

Columns names_of(const Table& table) {
    Columns names;
    for (const auto& column : table.columns)
        names.push_back(column.name);
    return names;
}

std::string select_sql(const Table& table) {
    std::string names;
    for (const auto& column : table.columns)
        names += (names.empty() ? "" : ",") + column.name;
    return "select " + names + " from " + table.name;
}

// The types of STRICT tables, and bigint for `migration`, which both databases understand as it is.
ColumnType type_of(std::string_view declared) {
    const auto name = lower_case(declared);
    if (name == "integer" || name == "bigint") return ColumnType::integer;
    if (name == "real") return ColumnType::real;
    return name == "blob" ? ColumnType::blob : ColumnType::text;
}

Result<Table> describe(Connection& sqlite, const std::string& name) {
    auto columns = TRY(sqlite.all("select name, type from pragma_table_info(?)", {name}, [](const Row& row) {
        return Column{row.string(0), type_of(row.string(1))};
    }));
    return Table{name, std::move(columns)};
}

using References = std::map<std::string, std::set<std::string>>; // table → those its foreign keys name

Result<References> references_of(Connection& sqlite) {
    References references;
    TRY(sqlite.query(
        "select t.name, k.\"table\" from sqlite_schema t left join pragma_foreign_key_list(t.name) k "
        "where t.type = 'table' and t.name not like 'sqlite_%'",
        {}, [&](const Row& row) -> Result<void> {
            auto& named = references[row.string(0)];
            // A table may name itself: a tree is checked when all of it is there.
            if (!row.is_null(1) && row.text(1) != row.text(0)) named.insert(row.string(1));
            return {};
        }));
    return references;
}

// The first table whose references are all taken already.
References::iterator next_free(References& references) {
    return std::find_if(references.begin(), references.end(), [&](const auto& entry) {
        return std::none_of(entry.second.begin(), entry.second.end(),
                            [&](const auto& named) { return references.contains(named); });
    });
}

} // namespace

Result<std::vector<Table>> tables_of(Connection& sqlite) {
    auto references = TRY(references_of(sqlite));
    std::vector<Table> tables;
    while (!references.empty()) {
        const auto free = next_free(references);
        if (free == references.end()) return errors::statement("tables that name each other");
        tables.push_back(TRY(describe(sqlite, free->first)));
        references.erase(free);
    }
    return tables;
}

Result<TableDigest> digest(Connection& connection, const Table& table) {
    TableDigest found;
    TRY(connection.query(select_sql(table), {}, [&](const Row& row) -> Result<void> {
        ++found.rows;
        found.hash += hash_of(row, table);
        return {};
    }));
    return found;
}

Result<void> copy_rows(Connection& from, Connection& to, const Table& table) {
    auto bulk = TRY(to.bulk_insert(table.name, names_of(table)));
    TRY(from.query(select_sql(table), {}, [&](const Row& row) -> Result<void> {
        int at = 0;
        for (const auto& column : table.columns) {
            put(*bulk, row, at, column.type);
            ++at;
        }
        return bulk->end_row();
    }));
    TRY(bulk->finish());
    return {};
}

} // namespace maerkbar::storage
