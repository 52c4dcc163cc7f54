#pragma once

#include "practice/assessment/rounds/release.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

struct VersionStep {
    const Model& before;
    const Model& after;
    const Decisions& decisions;
};

// Takes a round that is being prepared or scored over to the next version of its model. Scores become what
// was decided for their item; where nothing remains of them the words stay, and the item waits for a score
// again. New items of an area that is asked about come along; items that are gone take their answers with
// them. Whoever had said that they are done is asked to look again, where anything is left to answer.
[[nodiscard]] Result<void> move_round(storage::Transaction& transaction, const Round& round,
                                      const VersionStep& step);

} // namespace maerkbar::assessment
