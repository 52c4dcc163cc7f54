#include "practice/assessment/rounds/model_catalogue.hpp"

#include <algorithm>

#include "practice/assessment/model/difference.hpp"
#include "practice/assessment/model/read_model.hpp"
#include "practice/assessment/model/shipped.hpp"

namespace maerkbar::assessment {
namespace {

using storage::Connection;
using storage::Row;
using storage::Transaction;

Error unknown_model() {
    return {ErrorKind::not_found, "assessment.unknown_model",
            "There is no such model, or not in that version."};
}

void take_newer(std::vector<Model>& models, Model candidate) {
    const auto found = std::ranges::find(models, candidate.id, &Model::id);
    if (found == models.end())
        models.push_back(std::move(candidate));
    else if (compare_version_numbers(candidate.version, found->version).value_or(0) > 0)
        *found = std::move(candidate);
}

} // namespace

Result<std::vector<Model>> models(Connection& connection, TenantId tenant) {
    auto all = shipped_models();
    const auto stored =
        TRY(connection.all("select document from quality_model where tenant_id = ? order by model, version",
                           {tenant}, [](const Row& row) { return read_model(row.text(0)); }));
    for (const auto& model : stored)
        take_newer(all, model);
    return all;
}

Result<Model> newest_model(Connection& connection, TenantId tenant, std::string_view id) {
    for (auto& model : TRY(models(connection, tenant)))
        if (model.id == id) return std::move(model);
    return unknown_model();
}

Result<Model> model_version(Connection& connection, TenantId tenant, std::string_view id,
                            std::string_view version) {
    auto stored = TRY(connection.first(
        "select document from quality_model where tenant_id = ? and model = ? and version = ?",
        {tenant, id, version}, [](const Row& row) { return read_model(row.text(0)); }));
    if (stored) return std::move(*stored);
    for (const auto& model : shipped_models())
        if (model.id == id && model.version == version) return model;
    return unknown_model();
}

Result<void> keep_model(Transaction& tx, const Model& model) {
    const auto tenant = tx.actor().tenant;
    const auto there = TRY(tx.connection().number(
        "select count(*) from quality_model where tenant_id = ? and model = ? and version = ?",
        {tenant, model.id, model.version}));
    if (there > 0) return {};
    TRY(tx.connection().execute(
        "insert into quality_model (tenant_id, model, version, document, stored_at, stored_by)"
        " values (?, ?, ?, ?, ?, ?)",
        {tenant, model.id, model.version, write_model(model), tx.now(),
         tx.actor().person ? std::optional(tx.actor().person.value) : std::nullopt}));
    return tx.audit({"quality_model.stored", "quality_model", model.id + " " + model.version});
}

} // namespace maerkbar::assessment
