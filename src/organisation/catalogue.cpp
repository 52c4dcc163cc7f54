#include "organisation/catalogue.hpp"

#include <algorithm>

#include "base/translatable.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view kind_names[] = {"service", "channel", "customer_type", "contact_point"};
constexpr std::size_t longest_name = 200;
constexpr std::string_view entry_columns =
    "select id, kind, name, code, kle, unit_id, active, version from catalogue_entry where tenant_id = ? "
    "and ";

CatalogueEntry entry_of(const storage::Row& row) {
    return {row.id<CatalogueId>(0), catalogue_kind(row.text(1)).value_or(CatalogueKind::service),
            row.string(2),          row.string(3),
            row.string(4),          row.id<UnitId>(5),
            row.boolean(6),         row.integer(7)};
}

Result<void> check(storage::Connection& connection, TenantId tenant, const CatalogueEntry& entry) {
    if (folded(entry.name).empty() || entry.name.size() > longest_name)
        return Error{ErrorKind::invalid,
                     "organisation.entry_name",
                     translatable("Give it a name of at most 200 characters."),
                     {},
                     "name"};
    for (const auto& other : TRY(list_entries(connection, tenant, entry.kind)))
        if (other.id != entry.id && other.active && entry.active && other.unit == entry.unit &&
            folded(other.name) == folded(entry.name))
            return Error{ErrorKind::conflict,
                         "organisation.entry_taken",
                         translatable("The list has “{name}” already."),
                         {{"name", entry.name}},
                         "name"};
    return {};
}

Result<void> insert(storage::Connection& connection, TenantId tenant, const CatalogueEntry& entry) {
    const auto unit = entry.unit ? std::optional{entry.unit} : std::nullopt;
    TRY(connection.execute(
        "insert into catalogue_entry (tenant_id, id, kind, name, code, kle, unit_id, active) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        {tenant, entry.id, name_of(entry.kind), entry.name, entry.code, entry.kle, unit,
         entry.active ? 1 : 0}));
    return {};
}

Result<void> update(storage::Connection& connection, TenantId tenant, const CatalogueEntry& entry) {
    const auto unit = entry.unit ? std::optional{entry.unit} : std::nullopt;
    TRY(connection.execute(
        "update catalogue_entry set name = ?, code = ?, kle = ?, unit_id = ?, active = ?, "
        "version = version + 1 where tenant_id = ? and id = ?",
        {entry.name, entry.code, entry.kle, unit, entry.active ? 1 : 0, tenant, entry.id}));
    return {};
}

} // namespace

std::string_view name_of(CatalogueKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<CatalogueKind> catalogue_kind(std::string_view name) {
    const auto found =
        std::ranges::find(catalogue_kinds, name, [](CatalogueKind kind) { return name_of(kind); });
    if (found == std::end(catalogue_kinds)) return std::nullopt;
    return *found;
}

Result<std::vector<CatalogueEntry>> list_entries(storage::Connection& connection, TenantId tenant,
                                                 CatalogueKind kind) {
    return connection.all(std::string{entry_columns} + "kind = ? order by active desc, lower(name), id",
                          {tenant, name_of(kind)}, entry_of);
}

Result<CatalogueEntry> read_entry(storage::Connection& connection, TenantId tenant, CatalogueId entry) {
    auto found = TRY(connection.first(std::string{entry_columns} + "id = ?", {tenant, entry}, entry_of));
    if (!found)
        return Error{ErrorKind::not_found, "organisation.unknown_entry",
                     translatable("There is no such entry.")};
    return std::move(*found);
}

Result<CatalogueId> save_entry(storage::Transaction& transaction, const CatalogueEntry& wanted) {
    const auto tenant = transaction.actor().tenant;
    auto& connection = transaction.connection();
    TRY(check(connection, tenant, wanted));
    auto entry = wanted;
    const bool fresh = !entry.id;
    if (fresh) entry.id = TRY(transaction.next_id<CatalogueId>(tenant, "catalogue_entry"));
    TRY(fresh ? insert(connection, tenant, entry) : update(connection, tenant, entry));
    const auto type = std::string{name_of(entry.kind)};
    TRY(transaction.audit({type + (fresh ? ".created" : ".changed"), type, std::to_string(entry.id.value)}));
    return entry.id;
}

} // namespace maerkbar::organisation
