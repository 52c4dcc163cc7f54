#include "sources/import/import_store.hpp"

#include <boost/json.hpp>

namespace maerkbar::sources::import_store {

namespace {

constexpr std::string_view record_columns =
    "select i.id, i.feed_id, i.source, f.name, i.file_name, i.file_digest, i.mode, i.state, i.rows_good, "
    "i.rows_bad,"
    " i.first_day, i.last_day, i.person_id, i.created_at, i.error from data_import i"
    " join feed f on f.tenant_id = i.tenant_id and f.id = i.feed_id ";

ImportRecord record_from(const storage::Row& row) {
    ImportRecord record;
    record.id = row.id<ImportId>(0);
    record.feed = row.id<FeedId>(1);
    record.source = row.string(2);
    record.feed_name = row.string(3);
    record.file_name = row.string(4);
    record.file_digest = row.string(5);
    record.mode = import_mode(row.text(6)).value_or(ImportMode::replace);
    record.state = import_state(row.text(7)).value_or(ImportState::failed);
    record.rows_good = row.integer(8);
    record.rows_bad = row.integer(9);
    record.first_day = row.optional_day(10);
    record.last_day = row.optional_day(11);
    record.person = row.optional_id<PersonId>(12).value_or(PersonId{});
    record.created_at = row.instant(13);
    record.error = row.string(14);
    return record;
}

std::string arguments_json(const Error& error) {
    boost::json::object object;
    for (const auto& [name, value] : error.arguments)
        object[name] = value;
    return boost::json::serialize(object);
}

Error error_from(const storage::Row& row) {
    Error error{ErrorKind::invalid, row.string(2), row.string(3), {}, row.string(1)};
    boost::system::error_code failed;
    const auto arguments = boost::json::parse(row.string(4), failed);
    if (failed || !arguments.is_object()) return error;
    for (const auto& [name, value] : arguments.get_object())
        if (value.is_string()) error.arguments.emplace_back(name, std::string(value.get_string()));
    return error;
}

// The first and last day of all units together.
std::pair<std::optional<std::int32_t>, std::optional<std::int32_t>> span_of(const CheckReport& report) {
    std::optional<std::int32_t> first;
    std::optional<std::int32_t> last;
    for (const auto& days : report.days) {
        first = std::min(first.value_or(days.first.days), days.first.days);
        last = std::max(last.value_or(days.last.days), days.last.days);
    }
    return {first, last};
}

Result<void> insert_units(storage::Transaction& tx, ImportId import, ImportMode mode,
                          const CheckReport& report) {
    const auto [first, last] = span_of(report);
    auto bulk = TRY(tx.connection().bulk_insert(
        "data_import_unit", {"tenant_id", "unit_id", "import_id", "first_day", "last_day"}));
    for (const auto& days : report.days) {
        const bool whole =
            mode == ImportMode::replace; // the period of the file is replaced in each of its units
        TRY(bulk->append(tx.actor().tenant, days.unit, import, whole ? *first : days.first.days,
                         whole ? *last : days.last.days));
    }
    TRY(bulk->finish());
    return {};
}

Result<void> insert_errors(storage::Transaction& tx, ImportId import, const CheckReport& report) {
    auto bulk = TRY(tx.connection().bulk_insert(
        "data_import_error",
        {"tenant_id", "import_id", "number", "line", "column_name", "code", "sentence", "arguments"}));
    std::int64_t number = 0;
    for (const auto& row : report.errors)
        TRY(bulk->append(tx.actor().tenant, import, ++number, row.line, row.column, row.error.code,
                         row.error.text, arguments_json(row.error)));
    TRY(bulk->finish());
    return {};
}

} // namespace

Result<std::optional<ImportRecord>> find(storage::Connection& connection, TenantId tenant, ImportId import) {
    return connection.first(std::string(record_columns) + "where i.tenant_id = ? and i.id = ?",
                            {tenant, import}, record_from);
}

Result<std::vector<ImportRecord>> history(storage::Connection& connection, TenantId tenant,
                                          const HistoryPart& part) {
    return connection.all(
        std::string(record_columns) +
            "where i.tenant_id = ? and (? = '' or f.name = ?) order by i.id desc limit ? offset ?",
        {tenant, part.feed, part.feed, part.count, part.offset}, record_from);
}

Result<std::optional<ImportRecord>> find_same(storage::Connection& connection, TenantId tenant,
                                              std::string_view source, std::string_view file_digest,
                                              std::string_view mapping_digest) {
    return connection.first(
        std::string(record_columns) +
            "where i.tenant_id = ? and i.source = ? and i.file_digest = ? and i.mapping_digest = ?"
            " and i.state in ('waiting', 'running', 'published') order by i.id limit 1",
        {tenant, source, file_digest, mapping_digest}, record_from);
}

Result<std::vector<Abandoned>> abandoned(storage::Connection& connection) {
    return connection.all(
        "select i.tenant_id, i.id from data_import i where i.state in ('waiting', 'running') and not exists"
        " (select 1 from job j where j.tenant_id = i.tenant_id and j.kind = 'import.run'"
        " and j.payload = cast(i.id as text) and j.state in ('waiting', 'running'))"
        " order by i.tenant_id, i.id",
        {}, [](const storage::Row& row) {
            return Abandoned{row.id<TenantId>(0), row.id<ImportId>(1)};
        });
}

Result<std::vector<measurement::UnitDays>> days(storage::Connection& connection, TenantId tenant,
                                                ImportId import) {
    return connection.all(
        "select unit_id, first_day, last_day from data_import_unit where tenant_id = ? and"
        " import_id = ? order by unit_id",
        {tenant, import}, [](const storage::Row& row) {
            return measurement::UnitDays{row.id<UnitId>(0), row.day(1), row.day(2)};
        });
}

Result<Mapping> mapping(storage::Connection& connection, TenantId tenant, ImportId import) {
    const auto text =
        TRY(connection.first("select mapping from data_import where tenant_id = ? and id = ?",
                             {tenant, import}, [](const storage::Row& row) { return row.string(0); }));
    return Mapping::from_json(text.value_or(""));
}

Result<std::optional<Mapping>> feed_mapping(storage::Connection& connection, TenantId tenant,
                                            std::string_view source, std::string_view feed) {
    return connection.first("select mapping from feed where tenant_id = ? and source = ? and name = ?",
                            {tenant, source, feed},
                            [](const storage::Row& row) { return Mapping::from_json(row.text(0)); });
}

Result<std::vector<RowError>> errors(storage::Connection& connection, TenantId tenant, ImportId import) {
    return connection.all(
        "select line, column_name, code, sentence, arguments from data_import_error"
        " where tenant_id = ? and import_id = ? order by number",
        {tenant, import}, [](const storage::Row& row) {
            return RowError{static_cast<std::size_t>(row.integer(0)), row.string(1), error_from(row)};
        });
}

Result<FeedId> keep_feed(storage::Transaction& tx, const ImportOrder& order) {
    const auto tenant = tx.actor().tenant;
    const auto found =
        TRY(tx.connection().number("select id from feed where tenant_id = ? and source = ? and name = ?",
                                   {tenant, order.source, order.feed}));
    if (found != 0) {
        TRY(tx.connection().execute("update feed set mapping = ? where tenant_id = ? and id = ?",
                                    {order.mapping.to_json(), tenant, found}));
        return FeedId{found};
    }
    const auto id = TRY(tx.next_id<FeedId>(tenant, "feed"));
    TRY(tx.connection().execute(
        "insert into feed (tenant_id, id, source, name, mapping, created_at) values (?, ?, ?, ?, ?, ?)",
        {tenant, id, order.source, order.feed, order.mapping.to_json(), tx.now()}));
    return id;
}

Result<ImportId> insert(storage::Transaction& tx, const ImportOrder& order, FeedId feed,
                        const CheckReport& report) {
    const auto tenant = tx.actor().tenant;
    const auto id = TRY(tx.next_id<ImportId>(tenant, "data_import"));
    const auto mapping = order.mapping.to_json();
    const auto [first, last] = span_of(report);
    TRY(tx.connection().execute(
        "insert into data_import (tenant_id, id, source, feed_id, file_name, file_digest, mapping_digest, "
        "mapping, mode,"
        " bad_rows, state, rows_good, rows_bad, error_count, first_day, last_day, person_id, created_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?)",
        {tenant, id, order.source, feed, order.file_name, order.file_digest, digest_of_text(mapping), mapping,
         name_of(order.mode), order.bad_rows == BadRows::reject ? "reject" : "leave_out", report.good,
         report.bad, report.error_count, first, last,
         tx.actor().person ? std::optional(tx.actor().person) : std::nullopt, tx.now()}));
    TRY(insert_units(tx, id, order.mode, report));
    TRY(insert_errors(tx, id, report));
    return id;
}

Result<void> set_state(storage::Transaction& tx, ImportId import, ImportState state, std::string_view error) {
    std::string stamp;
    if (state == ImportState::published) stamp = ", published_at = ?";
    if (state == ImportState::undone) stamp = ", undone_at = ?";
    storage::Params params{name_of(state), error};
    if (!stamp.empty()) params.add(tx.now());
    params.add(tx.actor().tenant);
    params.add(import);
    TRY(tx.connection().execute(
        "update data_import set state = ?, error = ?" + stamp + " where tenant_id = ? and id = ?", params));
    return {};
}

Result<measurement::VersionId> version(storage::Connection& connection, TenantId tenant, ImportId import) {
    return measurement::VersionId{TRY(connection.number(
        "select version_id from data_import where tenant_id = ? and id = ?", {tenant, import}))};
}

Result<void> set_version(storage::Transaction& tx, ImportId import, measurement::VersionId version) {
    TRY(tx.connection().execute("update data_import set version_id = ? where tenant_id = ? and id = ?",
                                {version, tx.actor().tenant, import}));
    return {};
}

} // namespace maerkbar::sources::import_store
