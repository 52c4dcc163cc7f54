#pragma once

#include <map>
#include <string>
#include <vector>

#include "practice/assessment/model/difference.hpp"
#include "practice/assessment/rounds/draft_store.hpp"
#include "practice/assessment/rounds/round.hpp"

// A draft becomes the newest version of its model.
namespace maerkbar::assessment {

using Decisions = std::map<std::string, Carry, std::less<>>; // by item that changed

struct Release {
    std::string version;              // its number from now on
    Decisions decisions = {};         // what becomes of values given on the version before
    std::vector<RoundId> rounds = {}; // running ones that go over to it
};

// Rounds on a model that may go over to a newer version: scoring is not closed for any item.
[[nodiscard]] Result<std::vector<Round>> movable_rounds(storage::Connection& connection, TenantId tenant,
                                                        std::string_view model);

// Stores the version, what was decided about old values, and takes the chosen rounds over; the draft is gone.
// Other rounds, and all that have ended, keep theirs. Errors: assessment.undecided_item (invalid, its field
// is "carry-" and the item) where an item changed its scale and nothing was decided; those of check_model and
// may_follow; assessment.round_moved_on (conflict) where a chosen round may no longer go over.
[[nodiscard]] Result<Model> release_draft(storage::Transaction& transaction, const Draft& draft,
                                          const Release& release);

// Takes a model's file in at once. A newer version of a known one says in "decisions" what becomes of the
// values given so far, {"1.1": "keep" | "clamp" | "rescale" | "reset"}, for every item whose scale changed.
// Errors: assessment.undecided_items (invalid) names those that lack one; assessment.draft_there (conflict)
// where somebody works on the model; those of read_model, may_follow and release_draft.
[[nodiscard]] Result<Model> import_model(storage::Transaction& transaction, std::string_view json);

// What was decided when `version` took the place of `from`; empty where another version lies between.
[[nodiscard]] Result<Decisions> decisions_between(storage::Connection& connection, TenantId tenant,
                                                  std::string_view model, std::string_view from,
                                                  std::string_view version);

} // namespace maerkbar::assessment
