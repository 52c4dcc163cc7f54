#include "sources/import/fact_table.hpp"

#include <algorithm>

namespace maerkbar::sources {

using measurement::Fact;
using measurement::FactView;
using measurement::UnitDays;

namespace {

// An import that counts, as seen from one unit.
struct Layer {
    std::int64_t import = 0;
    std::int64_t feed = 0;
    bool replaces = false;
    std::int32_t first = 0;
    std::int32_t last = 0;
};

constexpr std::string_view counts = "(i.state = 'published' or i.id = ?) and i.id <> ?";

Result<std::vector<Layer>> layers_of(storage::Connection& connection, const FactView& view,
                                     std::string_view source, UnitId unit) {
    const std::string sql =
        "select i.id, i.feed_id, i.mode, u.first_day, u.last_day from data_import i"
        " join data_import_unit u on u.tenant_id = i.tenant_id and u.import_id = i.id"
        " where i.tenant_id = ? and i.source = ? and u.unit_id = ? and " +
        std::string(counts) + " order by i.id";
    return connection.all(sql, {view.tenant, source, unit, view.also_import, view.without_import},
                          [](const storage::Row& row) {
                              return Layer{row.integer(0), row.integer(1), row.text(2) == "replace",
                                           static_cast<std::int32_t>(row.integer(3)),
                                           static_cast<std::int32_t>(row.integer(4))};
                          });
}

const Layer* find_layer(const std::vector<Layer>& layers, std::int64_t import) {
    const auto found =
        std::lower_bound(layers.begin(), layers.end(), import,
                         [](const Layer& layer, std::int64_t id) { return layer.import < id; });
    return found != layers.end() && found->import == import ? &*found : nullptr;
}

// Whether the import's rows of that day count: it is visible itself and nothing later of its feed replaced
// the day.
bool counts_on(const std::vector<Layer>& layers, std::int64_t import, std::int32_t day) {
    const auto* own = find_layer(layers, import);
    if (!own) return false;
    return std::none_of(own + 1, layers.data() + layers.size(), [&](const Layer& later) {
        return later.replaces && later.feed == own->feed && later.first <= day && day <= later.last;
    });
}

} // namespace

FactTable::FactTable(Source source) : source_(std::move(source)) {
    for (std::size_t i = 0; i < source_.schema.columns.size(); ++i)
        if (!source_.schema.columns[i].derived) stored_.push_back(i);
}

std::string FactTable::stored_columns() const {
    std::string columns;
    for (const auto index : stored_)
        columns += ", f." + source_.schema.columns[index].name;
    return columns;
}

Result<void> FactTable::facts(storage::Connection& connection, const FactView& view, UnitDays days,
                              const std::function<void(const Fact&)>& sink) const {
    const auto layers = TRY(layers_of(connection, view, source_.schema.name, days.unit));
    if (layers.empty()) return {};
    const std::string sql =
        "select f.day, f.import_id" + stored_columns() + " from " + source_.table +
        " f where f.tenant_id = ? and f.unit_id = ? and f.day between ? and ?"
        " and (f.row_key is null or not exists (select 1 from " +
        source_.table +
        " k join data_import i on i.tenant_id = k.tenant_id and i.id = k.import_id"
        " where k.tenant_id = f.tenant_id and k.row_key = f.row_key and k.import_id > f.import_id and " +
        std::string(counts) + ")) order by f.day, f.import_id, f.line";
    std::vector<std::int64_t> values(source_.schema.columns.size(), measurement::missing);
    std::int64_t import = 0;
    std::int32_t day = 0;
    bool counted = false;
    const auto each = [&](const storage::Row& row) -> Result<void> {
        const auto row_day = static_cast<std::int32_t>(row.integer(0));
        if (row.integer(1) != import || row_day != day) {
            import = row.integer(1);
            day = row_day;
            counted = counts_on(layers, import, day);
        }
        if (!counted) return {};
        for (std::size_t i = 0; i < stored_.size(); ++i) {
            const int column = static_cast<int>(i) + 2;
            values[stored_[i]] = row.is_null(column) ? measurement::missing : row.integer(column);
        }
        sink(Fact{days.unit, Date{row_day}, values});
        return {};
    };
    return connection.query(
        sql, {view.tenant, days.unit, days.first.days, days.last.days, view.also_import, view.without_import},
        each);
}

Result<std::vector<UnitDays>> FactTable::extent(storage::Connection& connection, const FactView& view) const {
    const std::string sql =
        "select u.unit_id, min(u.first_day), max(u.last_day) from data_import i"
        " join data_import_unit u on u.tenant_id = i.tenant_id and u.import_id = i.id"
        " where i.tenant_id = ? and i.source = ? and " +
        std::string(counts) + " group by u.unit_id order by u.unit_id";
    return connection.all(sql, {view.tenant, source_.schema.name, view.also_import, view.without_import},
                          [](const storage::Row& row) {
                              return UnitDays{row.id<UnitId>(0), row.day(1), row.day(2)};
                          });
}

Result<std::vector<std::pair<std::int64_t, std::string>>> FactTable::categories(
    storage::Connection& connection, TenantId tenant, std::string_view column) const {
    return connection.all(
        "select id, label from category_value where tenant_id = ? and source = ? and column_name = ? order "
        "by "
        "label",
        {tenant, source_.schema.name, column}, [](const storage::Row& row) {
            return std::pair{row.integer(0), row.string(1)};
        });
}

Result<void> FactTable::insert(storage::Transaction& transaction, TenantId tenant, ImportId import,
                               FeedId feed, std::span<const FactRow* const> rows) const {
    storage::Columns columns{"tenant_id", "unit_id", "day", "import_id", "line", "row_key", "pseudonym"};
    for (const auto index : stored_)
        columns.push_back(source_.schema.columns[index].name);
    auto bulk = TRY(transaction.connection().bulk_insert(source_.table, columns));
    const std::string key_start = std::to_string(feed.value) + ":";
    for (const auto* fact : rows) {
        const auto& row = *fact;
        bulk->put(tenant);
        bulk->put(row.unit);
        bulk->put(row.day.days);
        bulk->put(import);
        bulk->put(row.line);
        if (row.row_key.empty())
            bulk->put(std::nullopt);
        else
            bulk->put(key_start + row.row_key);
        if (row.pseudonym.empty())
            bulk->put(std::nullopt);
        else
            bulk->put(row.pseudonym);
        for (const auto index : stored_) {
            if (row.values[index] == measurement::missing)
                bulk->put(std::nullopt);
            else
                bulk->put(row.values[index]);
        }
        TRY(bulk->end_row());
    }
    TRY(bulk->finish());
    return {};
}

Result<std::int64_t> FactTable::remove(storage::Transaction& transaction, TenantId tenant, ImportId import,
                                       UnitDays days) const {
    return transaction.connection().execute(
        "delete from " + source_.table +
            " where tenant_id = ? and unit_id = ? and day between ? and ? and import_id = ?",
        {tenant, days.unit, days.first.days, days.last.days, import});
}

Result<std::vector<UnitDays>> FactTable::days_with_rows(storage::Connection& connection, TenantId tenant,
                                                        ImportId import, UnitDays span) const {
    return connection.all("select distinct day from " + source_.table +
                              " where tenant_id = ? and unit_id = ? and day between ? and ? and import_id = ?"
                              " order by day",
                          {tenant, span.unit, span.first.days, span.last.days, import},
                          [&](const storage::Row& row) {
                              return UnitDays{span.unit, row.day(0), row.day(0)};
                          });
}

Result<std::vector<UnitDays>> FactTable::same_row_ids(storage::Connection& connection, TenantId tenant,
                                                      ImportId import, std::span<const UnitDays> days) const {
    const std::string sql =
        "select o.unit_id, min(o.day), max(o.day) from " + source_.table + " f join " + source_.table +
        " o on o.tenant_id = f.tenant_id and o.row_key = f.row_key and o.import_id <> f.import_id"
        " where f.tenant_id = ? and f.unit_id = ? and f.day between ? and ? and f.import_id = ?"
        " group by o.unit_id";
    std::vector<UnitDays> found;
    for (const auto& span : days) {
        auto part = TRY(connection.all(sql, {tenant, span.unit, span.first.days, span.last.days, import},
                                       [](const storage::Row& row) {
                                           return UnitDays{row.id<UnitId>(0), row.day(1), row.day(2)};
                                       }));
        found.insert(found.end(), part.begin(), part.end());
    }
    return found;
}

Result<std::int64_t> FactTable::count(storage::Connection& connection, TenantId tenant, FeedId feed,
                                      UnitDays days) const {
    return connection.number("select count(*) from " + source_.table +
                                 " f join data_import i on i.tenant_id = f.tenant_id and i.id = f.import_id"
                                 " where f.tenant_id = ? and f.unit_id = ? and f.day between ? and ? and "
                                 "i.feed_id = ? and i.state = 'published'",
                             {tenant, days.unit, days.first.days, days.last.days, feed});
}

} // namespace maerkbar::sources
