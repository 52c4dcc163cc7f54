#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/action.hpp"
#include "messages/seal.hpp"
#include "sources/surveys/follow_ups/opening.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::surveys::follow_ups {

inline constexpr int days_for_wishes = 7;

// Somebody who wants to be contacted, and no answer of theirs.
struct Wish {
    std::string id;
    UnitId unit = {};
    std::string sealed = {};
    actions::ActionId action = {}; // none before the next day
};

// What they wrote.
struct Contact {
    std::string reach; // a telephone number or an e-mail address
    std::string about = {};
};
[[nodiscard]] std::string sealed_contact(const messages::Seal& seal, const Contact& contact);
[[nodiscard]] std::optional<Contact> opened_contact(const messages::Seal& seal, std::string_view sealed);

// The job that opens wishes, once a day and tenant; its payload is the day.
inline constexpr std::string_view day_kind = "surveys.follow_day";

// Kept apart from everything else: a random id, the unit, the week, and whether the day's job may still take
// it for one of today. Error: contact.reach (invalid) where there is neither number nor address.
[[nodiscard]] Result<void> store_wish(storage::Transaction& transaction, TenantId tenant, UnitId unit,
                                      const Contact& contact, const messages::Seal& seal);
// Those that came on an earlier day than this run's. What came today is from now on of an earlier day too.
[[nodiscard]] Result<std::vector<Wish>> wishes_to_open(storage::Transaction& transaction);
[[nodiscard]] Result<void> set_action(storage::Transaction& transaction, std::string_view wish,
                                      actions::ActionId action);
// Error: contact.unknown (not_found).
[[nodiscard]] Result<Wish> read_wish(storage::Connection& connection, TenantId tenant, std::string_view id);
// Once the action has ended, what was written is of no more use. How many went.
[[nodiscard]] Result<std::int64_t> delete_settled_wishes(storage::Transaction& transaction, TenantId tenant);
// The leader nearest to the unit, else anybody with a role there; nobody where there is none.
[[nodiscard]] Result<std::optional<PersonId>> owner_of_wish(storage::Connection& connection,
                                                            const Opener& opener, const Wish& wish);

} // namespace maerkbar::surveys::follow_ups
