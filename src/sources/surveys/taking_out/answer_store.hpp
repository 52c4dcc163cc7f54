#pragma once

#include <map>

#include "sources/surveys/link_store.hpp"

namespace maerkbar::surveys {

struct StoredAnswer {
    LinkId link;
    std::int64_t version = 0;
    std::string language;
    std::string way;
    Date week;                         // its Monday
    std::optional<Date> received = {}; // not in anonymous mode
    std::string respondent = {};       // a hash; empty: not known
    Answers answers;
};

// Answers to these links, in the order of a hash. `each` takes one after the other.
Result<void> read_answers_out(storage::Connection& connection, TenantId tenant,
                              const std::vector<LinkId>& links, FunctionRef<void(StoredAnswer)> each);

} // namespace maerkbar::surveys
