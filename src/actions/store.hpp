#pragma once

#include <string>
#include <vector>

#include "actions/action.hpp"
#include "base/result.hpp"
#include "organisation/people.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::actions {

// Errors: actions.title, actions.due, actions.owner, actions.outcome (invalid): no title, no day, an owner
// who is not there or locked out, an action dropped without a reason.
[[nodiscard]] Result<ActionId> add_action(storage::Transaction& transaction, const ActionFields& fields,
                                          const Origin& origin = {});
// One line of history for each field that differs. `version` is the one the person saw. Errors: as above;
// not_found; actions.changed (conflict).
[[nodiscard]] Result<void> change_action(storage::Transaction& transaction, ActionId action,
                                         const ActionFields& fields, std::int64_t version);

// Error: not_found (actions.unknown).
[[nodiscard]] Result<Action> read_action(storage::Connection& connection, TenantId tenant, ActionId action);

// Which actions; those that end first come first, ended ones last.
struct ActionQuery {
    PersonId owner = {};        // 0: everybody's
    std::string condition = {}; // on the column unit_id (organisation::scope_condition); empty: every unit
    bool ended = false;         // ended ones too
};
[[nodiscard]] Result<std::vector<Action>> list_actions(storage::Connection& connection, TenantId tenant,
                                                       const ActionQuery& query);
// Those that came out of one thing, in the order they were made.
[[nodiscard]] Result<std::vector<Action>> actions_from(storage::Connection& connection, TenantId tenant,
                                                       std::string_view kind, std::int64_t origin);
// Open and running ones of this unit.
[[nodiscard]] Result<std::int64_t> open_actions(storage::Connection& connection, TenantId tenant,
                                                UnitId unit);

struct ActionChange {
    Instant at;
    std::string person; // name; empty for a system
    std::string field;
    std::string before;
    std::string after;
};
// Oldest first.
[[nodiscard]] Result<std::vector<ActionChange>> history_of(storage::Connection& connection, TenantId tenant,
                                                           ActionId action);

struct Owner {
    PersonId person;
    std::string name;
};
// People with a role on the unit, above it or beneath it, by name.
[[nodiscard]] Result<std::vector<Owner>> possible_owners(storage::Connection& connection, TenantId tenant,
                                                         const organisation::UnitTree& tree, UnitId unit,
                                                         Date today);

} // namespace maerkbar::actions
