#pragma once

#include <map>
#include <string>
#include <vector>

#include "practice/assessment/model/comparison.hpp"
#include "practice/assessment/model/roll_up.hpp"
#include "practice/assessment/model/spread.hpp"
#include "practice/assessment/rounds/answer_store.hpp"
#include "practice/assessment/rounds/round.hpp"

namespace maerkbar::assessment {

// Where one item of a round stands.
struct ItemStanding {
    RoundItem item;
    const Node* node = nullptr;          // in Standing::model
    const Scale* scale = nullptr;        // null: not scored
    std::vector<double> points = {};     // rising; empty until the item is closed
    std::vector<double> leadership = {}; // the same by side, only where each side has three or more
    std::vector<double> staff = {};
    std::map<std::string, std::vector<double>, std::less<>> aspects = {}; // rising, by aspect
    Spread spread = {};
};

// A round with everything that may be seen of it.
struct Standing {
    Round round;
    Model model;
    std::vector<ItemStanding> items; // as in the model
    Profile profile;                 // of the agreed values

    Standing() = default;
    Standing(const Standing&) = delete; // items point into the model
    Standing& operator=(const Standing&) = delete;
    Standing(Standing&&) = default;
    Standing& operator=(Standing&&) = default;

    [[nodiscard]] const ItemStanding* find(std::string_view item) const;
    // Items in the order of the agenda: those still to decide by spread.
    [[nodiscard]] std::vector<const ItemStanding*> agenda() const;
    // Undecided items on which the group agrees already (band span of one at most).
    [[nodiscard]] std::vector<const ItemStanding*> agreed_already() const;
    [[nodiscard]] int undecided() const;
    [[nodiscard]] Stand stand(const ItemStanding& item) const;
};

[[nodiscard]] Result<Standing> read_standing(storage::Connection& connection, TenantId tenant, RoundId round);
[[nodiscard]] Result<Standing> read_standing(storage::Connection& connection, TenantId tenant, Round round);

} // namespace maerkbar::assessment
