#include "organisation/tenants.hpp"

#include "base/translatable.hpp"
#include "organisation/store_units.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view tenant_columns = "select tenant_id, name, country, host from tenant ";

struct UsualLevel {
    std::string_view code;
    std::string_view name;
};
constexpr UsualLevel usual_levels[] = {{"municipality", translatable("Municipality")},
                                       {"sector", translatable("Sector")},
                                       {"institution", translatable("Institution")},
                                       {"team", translatable("Team")}};

Tenant tenant_of(const storage::Row& row) {
    return {row.id<TenantId>(0), row.string(1), country_coded(row.text(2)).value_or(Country::denmark),
            row.string(3)};
}

Result<LevelId> add_levels(storage::Transaction& transaction, TenantId tenant) {
    LevelId first;
    for (const auto& level : usual_levels) {
        const auto id = TRY(transaction.next_id<LevelId>(tenant, "unit_level"));
        TRY(transaction.connection().execute(
            "insert into unit_level (tenant_id, id, code, name, rank) values (?, ?, ?, ?, ?)",
            {tenant, id, level.code, level.name, id.value}));
        if (!first) first = id;
    }
    return first;
}

Result<void> check(std::string_view name) {
    if (folded(name).empty())
        return Error{
            ErrorKind::invalid, "organisation.name_missing", "Give the municipality a name.", {}, "name"};
    return {};
}

} // namespace

Result<CreatedTenant> create_tenant(storage::Transaction& transaction, const NewTenant& wanted) {
    TRY(check(wanted.name));
    const auto id = TRY(transaction.next_id<TenantId>(TenantId{0}, "tenant"));
    TRY(transaction.connection().execute(
        "insert into tenant (tenant_id, name, country, created_at) values (?, ?, ?, ?)",
        {id, wanted.name, code_of(wanted.country), transaction.now()}));
    const auto level = TRY(add_levels(transaction, id));
    const auto root = TRY(add_unit(transaction, id, {{}, level, wanted.name, {}}));
    TRY(transaction.audit({"tenant.created", "tenant", std::to_string(id.value), "{}", id}));
    return CreatedTenant{{id, wanted.name, wanted.country}, root};
}

Result<std::optional<Tenant>> find_tenant(storage::Connection& connection, TenantId tenant) {
    return connection.first(std::string{tenant_columns} + "where tenant_id = ?", {tenant}, tenant_of);
}

Result<std::optional<Tenant>> tenant_at_host(storage::Connection& connection, std::string_view host) {
    auto found = TRY(
        connection.first(std::string{tenant_columns} + "where host = ? and host <> ''", {host}, tenant_of));
    if (found) return found;
    auto all = TRY(connection.all(std::string{tenant_columns} + "order by tenant_id limit 2", {}, tenant_of));
    if (all.size() != 1) return std::optional<Tenant>{};
    return std::optional{std::move(all.front())};
}

Result<bool> any_tenant(storage::Connection& connection) {
    return TRY(connection.number("select count(*) from tenant")) > 0;
}

Result<std::vector<UnitLevel>> read_levels(storage::Connection& connection, TenantId tenant) {
    return connection.all(
        "select id, code, name, rank from unit_level where tenant_id = ? order by rank, id", {tenant},
        [](const storage::Row& row) {
            return UnitLevel{row.id<LevelId>(0), row.string(1), row.string(2), row.integer(3)};
        });
}

Result<void> save_tenant(storage::Transaction& transaction, const Tenant& tenant) {
    TRY(check(tenant.name));
    TRY(transaction.connection().execute("update tenant set name = ?, country = ? where tenant_id = ?",
                                         {tenant.name, code_of(tenant.country), tenant.id}));
    return transaction.audit({"tenant.changed", "tenant", std::to_string(tenant.id.value), "{}"});
}

} // namespace maerkbar::organisation
