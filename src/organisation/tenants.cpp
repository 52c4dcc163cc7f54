#include "organisation/tenants.hpp"

#include <algorithm>

#include "base/translatable.hpp"
#include "organisation/store_units.hpp"
#include "web/parts/theme.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view tenant_columns =
    "select tenant_id, name, country, host, colour, version from tenant ";

Tenant tenant_of(const storage::Row& row) {
    return {row.id<TenantId>(0), row.string(1), country_coded(row.text(2)).value_or(Country::denmark),
            row.string(3),       row.string(4), row.integer(5)};
}

Result<void> check_name(std::string_view name) {
    if (folded(name).empty())
        return Error{
            ErrorKind::invalid, "organisation.name_missing", "Give the municipality a name.", {}, "name"};
    return {};
}

// Letters, digits, dots and hyphens, as browsers send it; without port.
bool is_host_name(std::string_view host) {
    return std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
}

Result<void> check_host(storage::Connection& connection, const Tenant& tenant) {
    if (tenant.host.empty()) return {};
    if (!is_host_name(tenant.host))
        return Error{ErrorKind::invalid,
                     "organisation.host_name",
                     translatable("Write only the host name, such as maerkbar.fjordby.dk."),
                     {},
                     "host"};
    const auto others = TRY(connection.number("select count(*) from tenant where host = ? and tenant_id <> ?",
                                              {tenant.host, tenant.id}));
    if (others == 0) return {};
    return Error{ErrorKind::conflict,
                 "organisation.host_taken",
                 translatable("The host name {host} leads to another municipality."),
                 {{"host", tenant.host}},
                 "host"};
}

Result<void> check_colour(std::string_view text) {
    if (text.empty()) return {};
    const auto colour = web::parts::Colour::parse(text);
    if (!colour)
        return Error{ErrorKind::invalid,
                     "organisation.colour",
                     translatable("Write the colour as # and six digits or letters a to f, such as #1b4f8c."),
                     {},
                     "colour"};
    if (web::parts::contrast_with_page(*colour) >= web::parts::least_contrast) return {};
    return Error{ErrorKind::invalid,
                 "organisation.colour_contrast",
                 translatable("Buttons in this colour would be hard to see: WCAG AA asks for a contrast of 3 "
                              "to 1 to the page. Choose a darker colour; {darker} is close to it."),
                 {{"darker", web::parts::readable_brand(*colour).hex()}},
                 "colour"};
}

} // namespace

Result<CreatedTenant> create_tenant(storage::Transaction& transaction, const NewTenant& wanted) {
    TRY(check_name(wanted.name));
    const auto id = TRY(transaction.next_id<TenantId>(TenantId{0}, "tenant"));
    TRY(transaction.connection().execute(
        "insert into tenant (tenant_id, name, country, created_at) values (?, ?, ?, ?)",
        {id, wanted.name, code_of(wanted.country), transaction.now()}));
    const auto level = TRY(add_usual_levels(transaction, id));
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

Result<std::string_view> language_of(storage::Connection& connection, TenantId tenant) {
    const auto found = TRY(find_tenant(connection, tenant));
    return std::string_view(found && found->country == Country::norway ? "nb" : "da");
}

Result<bool> any_tenant(storage::Connection& connection) {
    return TRY(connection.number("select count(*) from tenant")) > 0;
}

Result<void> save_tenant(storage::Transaction& transaction, const Tenant& tenant) {
    TRY(check_name(tenant.name));
    TRY(check_host(transaction.connection(), tenant));
    TRY(check_colour(tenant.colour));
    TRY(transaction.connection().execute(
        "update tenant set name = ?, country = ?, host = ?, colour = ?, version = version + 1 "
        "where tenant_id = ?",
        {tenant.name, code_of(tenant.country), tenant.host, tenant.colour, tenant.id}));
    return transaction.audit({"tenant.changed", "tenant", std::to_string(tenant.id.value)});
}

} // namespace maerkbar::organisation
