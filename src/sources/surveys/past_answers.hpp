#pragma once

#include <vector>

#include "sources/surveys/link_store.hpp"
#include "sources/surveys/proxy.hpp"

namespace maerkbar::surveys {

// An answer that was given elsewhere or earlier, or that is synthetic: only its week is known.
struct PastAnswer {
    Date week; // any day of it
    Answers answers;
    std::string pair = {}; // what pairs it with another wave (pair_values.hpp); empty: nothing
    Proxy proxy = {};      // who gave it
};

// Stores them as if they had come by this link, in its survey's version `version`; personal numbers are
// masked. Every call stores anew: there is no retry. Errors: those of read_link() and read_version().
Result<void> store_past_answers(storage::Transaction& transaction, LinkId link, std::int64_t version,
                                const std::vector<PastAnswer>& answers);

} // namespace maerkbar::surveys
