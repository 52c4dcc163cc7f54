#pragma once

#include <memory>
#include <string>
#include <vector>

#include "practice/assessment/model/model.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

// The newest version of every model: imported ones, and those in the program that have not been replaced.
[[nodiscard]] Result<std::vector<Model>> models(storage::Connection& connection, TenantId tenant);
// Errors: assessment.unknown_model (not_found).
[[nodiscard]] Result<Model> newest_model(storage::Connection& connection, TenantId tenant,
                                         std::string_view id);
[[nodiscard]] Result<Model> model_version(storage::Connection& connection, TenantId tenant,
                                          std::string_view id, std::string_view version);

// Puts the model where rounds find it for good; nothing where it is there already.
[[nodiscard]] Result<void> keep_model(storage::Transaction& transaction, const Model& model);

} // namespace maerkbar::assessment
