#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/assessment/model/model.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

// A model, or its next version, that somebody is working on. No round can be built on it yet.
struct Draft {
    Model model;
    std::string base_version = {}; // what it is a newer version of; empty: a new model
    Instant changed = {};
    std::int64_t version = 1;
};

[[nodiscard]] Result<std::vector<Draft>> drafts(storage::Connection& connection, TenantId tenant);
[[nodiscard]] Result<std::optional<Draft>> draft_of(storage::Connection& connection, TenantId tenant,
                                                    std::string_view model);

// Error: assessment.draft_there (conflict) where somebody works on that model already.
[[nodiscard]] Result<void> start_draft(storage::Transaction& transaction, const Model& model,
                                       std::string_view base_version);
// The whole model as it is now. Errors: organisation.changed_meanwhile (conflict) where the draft is no
// longer of `draft.version`, assessment.no_draft (not_found), those of check_draft.
[[nodiscard]] Result<void> save_draft(storage::Transaction& transaction, const Draft& draft);
[[nodiscard]] Result<void> discard_draft(storage::Transaction& transaction, std::string_view model);

} // namespace maerkbar::assessment
