#include "practice/assessment/rounds/draft_store.hpp"

#include "practice/assessment/model/read_model.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

constexpr std::string_view columns =
    "select document, base_version, changed_at, version from quality_model_draft where tenant_id = ?";

Result<Draft> draft_in(const Row& row) {
    return Draft{TRY(read_draft(row.text(0))), row.string(1), row.instant(2), row.integer(3)};
}

std::optional<std::int64_t> who(const Transaction& tx) {
    return tx.actor().person ? std::optional(tx.actor().person.value) : std::nullopt;
}

Result<void> audit(Transaction& tx, std::string action, std::string_view model) {
    return tx.audit({std::move(action), "quality_model", std::string(model)});
}

Error changed_meanwhile() {
    return {ErrorKind::conflict, "organisation.changed_meanwhile",
            "Somebody else has changed the model meanwhile. Look at it again and repeat your change."};
}

} // namespace

Result<std::vector<Draft>> drafts(Connection& connection, TenantId tenant) {
    return connection.all(std::string(columns) + " order by model", {tenant}, draft_in);
}

Result<std::optional<Draft>> draft_of(Connection& connection, TenantId tenant, std::string_view model) {
    return connection.first(std::string(columns) + " and model = ?", {tenant, model}, draft_in);
}

Result<void> start_draft(Transaction& tx, const Model& model, std::string_view base_version) {
    TRY(check_draft(model));
    if (TRY(draft_of(tx.connection(), tx.actor().tenant, model.id)))
        return Error{ErrorKind::conflict, "assessment.draft_there",
                     "Somebody is working on this model already. Go on with that, or throw it away first."};
    TRY(tx.connection().execute(
        "insert into quality_model_draft (tenant_id, model, document, base_version, changed_at, changed_by)"
        " values (?, ?, ?, ?, ?, ?)",
        {tx.actor().tenant, model.id, write_model(model), base_version, tx.now(), who(tx)}));
    return audit(tx, "quality_model.draft_started", model.id);
}

Result<void> save_draft(Transaction& tx, const Draft& draft) {
    TRY(check_draft(draft.model));
    const auto changed = TRY(tx.connection().execute(
        "update quality_model_draft set document = ?, changed_at = ?, changed_by = ?, version = version + 1"
        " where tenant_id = ? and model = ? and version = ?",
        {write_model(draft.model), tx.now(), who(tx), tx.actor().tenant, draft.model.id, draft.version}));
    if (changed == 0) return changed_meanwhile();
    return audit(tx, "quality_model.draft_changed", draft.model.id);
}

Result<void> discard_draft(Transaction& tx, std::string_view model) {
    TRY(tx.connection().execute("delete from quality_model_draft where tenant_id = ? and model = ?",
                                {tx.actor().tenant, model}));
    return audit(tx, "quality_model.draft_discarded", model);
}

} // namespace maerkbar::assessment
