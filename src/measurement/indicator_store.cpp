#include "measurement/indicator_store.hpp"

#include "measurement/definition_json.hpp"

namespace maerkbar::measurement {

namespace {

constexpr auto select_indicators =
    "select i.id, i.edition, e.cells_edition, i.library_code, i.archived, e.content,"
    " exists (select 1 from indicator_edition w where w.tenant_id = i.tenant_id and w.indicator_id = i.id"
    "         and w.number > i.edition)"
    " from indicator i join indicator_edition e on e.tenant_id = i.tenant_id and e.indicator_id = i.id"
    " and e.number = case when i.edition = 0 then 1 else i.edition end where i.tenant_id = ?";

Result<Indicator> read_indicator(const storage::Row& row) {
    return Indicator{row.id<IndicatorId>(0),
                     row.integer(1),
                     row.integer(2),
                     row.boolean(6),
                     row.string(3),
                     row.boolean(4),
                     TRY(read_definition(row.text(5)))};
}

Error unknown_indicator() {
    return {ErrorKind::not_found, "indicator.unknown", "There is no such indicator."};
}

Result<void> audit(storage::Transaction& transaction, std::string_view action, IndicatorId indicator) {
    return transaction.audit({std::string(action), "indicator", std::to_string(indicator.value)});
}

Result<void> use_edition(storage::Transaction& transaction, IndicatorId indicator, std::int64_t number) {
    TRY(transaction.connection().execute("update indicator set edition = ? where tenant_id = ? and id = ?",
                                         {number, transaction.actor().tenant, indicator}));
    return raise_data_version(transaction, transaction.actor().tenant);
}

Result<void> add_edition(storage::Transaction& transaction, const NewEdition& edition,
                         std::int64_t cells_edition, const Definition& definition) {
    TRY(transaction.connection().execute(
        "insert into indicator_edition (tenant_id, indicator_id, number, cells_edition, source, content, "
        "made_at,"
        " made_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
        {transaction.actor().tenant, edition.indicator, edition.number, cells_edition, definition.source,
         write_definition(definition), transaction.now(), transaction.actor().person}));
    if (edition.needs_cells) return {};
    return use_edition(transaction, edition.indicator, edition.number);
}

bool has_cells(const Definition& definition) {
    return definition.measure.kind != MeasureKind::ratio;
}

} // namespace

Result<NewEdition> create_indicator(storage::Transaction& transaction, const Definition& definition,
                                    std::string_view library_code) {
    const auto tenant = transaction.actor().tenant;
    const NewEdition edition{TRY(transaction.next_id<IndicatorId>(tenant, "indicator")), 1,
                             has_cells(definition)};
    TRY(transaction.connection().execute(
        "insert into indicator (tenant_id, id, library_code) values (?, ?, ?)",
        {tenant, edition.indicator, library_code}));
    TRY(add_edition(transaction, edition, 1, definition));
    TRY(audit(transaction, "indicator.created", edition.indicator));
    return edition;
}

Result<NewEdition> change_indicator(storage::Transaction& transaction, IndicatorId id,
                                    const Definition& definition) {
    const auto current = TRY(indicator(transaction.connection(), transaction.actor().tenant, id));
    if (current.computing)
        return Error{
            ErrorKind::conflict, "indicator.computing",
            "An earlier change of this indicator is still being computed. Try again when it is done."};
    const bool same = same_cells(current.definition, definition);
    const NewEdition edition{id, current.edition + 1, !same && has_cells(definition)};
    TRY(add_edition(transaction, edition, same ? current.cells_edition : edition.number, definition));
    TRY(audit(transaction, "indicator.changed", id));
    return edition;
}

Result<void> archive_indicator(storage::Transaction& transaction, IndicatorId id, bool archived) {
    const auto changed = TRY(
        transaction.connection().execute("update indicator set archived = ? where tenant_id = ? and id = ?",
                                         {archived, transaction.actor().tenant, id}));
    if (changed == 0) return unknown_indicator();
    TRY(raise_data_version(transaction, transaction.actor().tenant));
    return audit(transaction, archived ? "indicator.archived" : "indicator.restored", id);
}

Result<std::vector<Indicator>> indicators(storage::Connection& connection, TenantId tenant) {
    return connection.all(std::string(select_indicators) + " order by i.id", {tenant}, read_indicator);
}

Result<Indicator> indicator(storage::Connection& connection, TenantId tenant, IndicatorId id) {
    auto found =
        TRY(connection.first(std::string(select_indicators) + " and i.id = ?", {tenant, id}, read_indicator));
    if (!found) return unknown_indicator();
    return std::move(*found);
}

Result<std::int64_t> data_version(storage::Connection& connection, TenantId tenant) {
    return connection.number("select data_version from measurement_state where tenant_id = ?", {tenant});
}

Result<void> raise_data_version(storage::Transaction& transaction, TenantId tenant) {
    TRY(transaction.connection().execute(
        "insert into measurement_state (tenant_id, data_version) values (?, 1)"
        " on conflict (tenant_id) do update set data_version = measurement_state.data_version + 1",
        {tenant}));
    return {};
}

} // namespace maerkbar::measurement
