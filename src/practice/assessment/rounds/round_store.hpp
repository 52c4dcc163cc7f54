#pragma once

#include <string>
#include <vector>

#include "practice/assessment/model/model.hpp"
#include "practice/assessment/rounds/round.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

struct NewRound {
    UnitId unit;
    RoundFields fields;
    Model model;
    std::string method = {}; // empty: the model's usual one
    Scope scope = Scope::all;
    std::vector<std::string> areas = {}; // of Scope::chosen: nodes whose items are asked about
    RoundId previous = {};
};

// Nothing in it is assessed yet, whatever round it follows. Errors: assessment.round_name,
// assessment.no_items, assessment.no_compact (invalid).
[[nodiscard]] Result<RoundId> add_round(storage::Transaction& transaction, const NewRound& wanted);

// Error: assessment.unknown_round (not_found).
[[nodiscard]] Result<Round> read_round(storage::Connection& connection, TenantId tenant, RoundId round);
// Newest first; `condition` is on the column r.unit_id (organisation::scope_condition).
[[nodiscard]] Result<std::vector<Round>> list_rounds(storage::Connection& connection, TenantId tenant,
                                                     std::string_view condition);
// Rounds that this person scores in and has not left, newest first.
[[nodiscard]] Result<std::vector<Round>> rounds_of_person(storage::Connection& connection, TenantId tenant,
                                                          PersonId person);

// `version` is the one the person saw. Errors: organisation.changed_meanwhile (conflict),
// assessment.round_name.
[[nodiscard]] Result<void> change_round(storage::Transaction& transaction, RoundId round,
                                        const RoundFields& fields, std::int64_t version);

[[nodiscard]] Result<std::vector<RoundItem>> items_of(storage::Connection& connection, TenantId tenant,
                                                      RoundId round);
// While preparing: which items are for training, and what an item means here.
[[nodiscard]] Result<void> describe_item(storage::Transaction& transaction, RoundId round,
                                         std::string_view item, bool training, std::string_view local_note);

// The steps from state to state; each checks the rules of round.hpp again within its transaction.
[[nodiscard]] Result<void> start_scoring(storage::Transaction& transaction, RoundId round);
// Closes every item too, so that the points can be seen.
[[nodiscard]] Result<void> close_scoring(storage::Transaction& transaction, RoundId round,
                                         bool although_not_done);
// Closes one item while scoring goes on: what was tried together in training.
[[nodiscard]] Result<void> close_item(storage::Transaction& transaction, RoundId round,
                                      std::string_view item);
[[nodiscard]] Result<void> finish_meeting(storage::Transaction& transaction, RoundId round);
[[nodiscard]] Result<void> close_round(storage::Transaction& transaction, RoundId round,
                                       std::size_t planned_actions, std::string_view no_action_reason);

} // namespace maerkbar::assessment
