#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "storage/connection.hpp"

// Reading what storage::Transaction::audit wrote.
namespace maerkbar::organisation {

struct AuditRecord {
    std::int64_t id = 0;
    Instant at;
    PersonId person;         // none for the system
    std::string person_name; // as it is now
    std::string via;
    std::string action;
    std::string object_type;
    std::string object_id;
    std::string details; // JSON
};

struct AuditQuery {
    std::optional<PersonId> person = {};
    std::string object_type = {};
    std::string object_id = {};
    std::optional<Date> from = {}; // local days, both included
    std::optional<Date> to = {};
    std::int64_t offset = 0;
    std::int64_t limit = 50;
};
struct AuditPage {
    std::vector<AuditRecord> records; // the newest first
    std::int64_t total = 0;
};

Result<AuditPage> read_audit(storage::Connection& connection, TenantId tenant, const AuditQuery& query);
// The types of objects that occur, in order.
Result<std::vector<std::string>> audited_types(storage::Connection& connection, TenantId tenant);

} // namespace maerkbar::organisation
