#include "storage/transaction.hpp"

#include "storage/errors.hpp"

namespace maerkbar::storage {

Result<void> Transaction::audit(const AuditEntry& entry) {
    const auto tenant = entry.tenant ? entry.tenant : actor_.tenant;
    const auto id = TRY(next_numbers(tenant, "audit_entry", 1));
    const auto person = actor_.person ? std::optional(actor_.person) : std::nullopt;
    TRY(
        connection_.execute("insert into audit_entry (tenant_id, id, at, person_id, via, request_id, action, "
                            "object_type, object_id, details) values (?,?,?,?,?,?,?,?,?,?)",
                            {tenant, id, now_, person, actor_.via, actor_.request_id, entry.action,
                             entry.object_type, entry.object_id, entry.details}));
    audited_ = true;
    return {};
}

void Transaction::without_audit(std::string_view reason) {
    audited_ = !reason.empty();
}

Result<void> Transaction::attempt(FunctionRef<Result<void>()> part) {
    TRY(connection_.savepoint("attempt"));
    auto outcome = part();
    if (outcome.ok()) return connection_.release("attempt");
    TRY(connection_.rollback_to("attempt"));
    return outcome;
}

Result<void> Transaction::check_audited() const {
    if (audited_ || connection_.changes() == changes_before_) return {};
    return errors::unaudited();
}

} // namespace maerkbar::storage
