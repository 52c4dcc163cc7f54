#include "organisation/audit_trail.hpp"

#include "base/local_time.hpp"

namespace maerkbar::organisation {
namespace {

AuditRecord record_of(const storage::Row& row) {
    return {row.integer(0), row.instant(1), row.id<PersonId>(2), row.string(3), row.string(4),
            row.string(5),  row.string(6),  row.string(7),       row.string(8)};
}

// The first instant of a local day.
Instant start_of(Date day) {
    const Instant midnight_utc{std::chrono::days{day.days}};
    for (const int hours : {2, 1}) {
        const auto start = midnight_utc - std::chrono::hours{hours};
        const auto local = local_time(start);
        if (local.day == day && local.minute == 0) return start;
    }
    return midnight_utc;
}

std::string conditions(const AuditQuery& query, storage::Params& params) {
    std::string sql;
    const auto add = [&](std::string_view condition, storage::Param value) {
        sql += condition;
        params.add(std::move(value));
    };
    if (query.person) add(" and a.person_id = ?", *query.person);
    if (!query.object_type.empty()) add(" and a.object_type = ?", query.object_type);
    if (!query.object_id.empty()) add(" and a.object_id = ?", query.object_id);
    if (query.from) add(" and a.at >= ?", start_of(*query.from));
    if (query.to) add(" and a.at < ?", start_of(*query.to + 1));
    return sql;
}

} // namespace

Result<AuditPage> read_audit(storage::Connection& connection, TenantId tenant, const AuditQuery& query) {
    storage::Params params{tenant};
    const auto where = conditions(query, params);
    AuditPage page;
    page.total =
        TRY(connection.number("select count(*) from audit_entry a where a.tenant_id = ?" + where, params));
    params.add(query.limit);
    params.add(query.offset);
    page.records = TRY(connection.all(
        "select a.id, a.at, a.person_id, p.name, a.via, a.action, a.object_type, a.object_id, a.details "
        "from audit_entry a left join person p on p.tenant_id = a.tenant_id and p.id = a.person_id "
        "where a.tenant_id = ?" +
            where + " order by a.id desc limit ? offset ?",
        params, record_of));
    return page;
}

Result<std::vector<std::string>> audited_types(storage::Connection& connection, TenantId tenant) {
    return connection.all(
        "select distinct object_type from audit_entry where tenant_id = ? order by object_type", {tenant},
        [](const storage::Row& row) { return row.string(0); });
}

} // namespace maerkbar::organisation
