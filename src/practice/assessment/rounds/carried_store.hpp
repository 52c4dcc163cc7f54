#pragma once

#include <map>
#include <string>

#include "practice/assessment/model/difference.hpp"
#include "practice/assessment/rounds/standing.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

// What the round before left on an item, as it is shown beside the question.
struct LastTime {
    std::optional<double> value = {};
    std::optional<Carry> decision = {}; // none: the same item on the same scale
};
using LastTimes = std::map<std::string, LastTime, std::less<>>; // by item

// Brings the agreed value of the round before over, as decided for this item.
[[nodiscard]] Result<void> carry_over(storage::Transaction& transaction, const Standing& before,
                                      const Standing& now, std::string_view item, Carry decision);

// Of the round before, where there is one: items that are the same as they were, and others as decided in
// this round or, where nothing was, when the newer version of the model came. An item that has changed and
// was not decided shows nothing.
[[nodiscard]] Result<LastTimes> last_times(storage::Connection& connection, TenantId tenant,
                                           const Standing& before, const Standing& now);

} // namespace maerkbar::assessment
