#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/assessment/rounds/round.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

// What the group agreed on one item.
struct Consensus {
    std::optional<double> value = {}; // none: the group gives no value
    std::string reason = {};
    std::string minority_note = {}; // what those who disagree want kept
    std::string minutes = {};
};

// `version` is the item's that the person saw. Errors: assessment.reason (invalid) without a reason,
// organisation.changed_meanwhile (conflict), assessment.state (conflict) outside the meeting.
[[nodiscard]] Result<void> decide_item(storage::Transaction& transaction, RoundId round,
                                       std::string_view item, const Consensus& consensus,
                                       std::int64_t version);

struct Accepted {
    std::string item;
    double value = 0;
};
// Items the group agrees on already, each with its suggestion; `reason` is the one they share; empty: that
// the answers lie close, said in the language of whoever reads it. Those decided in the meantime stay as they
// are.
[[nodiscard]] Result<void> accept_together(storage::Transaction& transaction, RoundId round,
                                           const std::vector<Accepted>& items, std::string_view reason);

} // namespace maerkbar::assessment
