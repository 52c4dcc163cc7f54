#pragma once

#include <string>
#include <vector>

#include "sources/surveys/link_store.hpp"

namespace maerkbar::surveys {

// What somebody sent with a one-time code.
struct OwnAnswer {
    SurveyLink link;
    std::int64_t version = 0;
    std::string language;
    std::optional<Date> received = {};
    Answers answers;
};

// What a code leads to.
struct OwnAnswers {
    SurveyLink link; // that the code belongs to
    bool used = false;
    std::vector<OwnAnswer> answers; // none in anonymous mode, whatever was sent
};

// `code` in the form of read_code(). No value for an unknown code.
Result<std::optional<OwnAnswers>> find_own_answers(storage::Connection& connection, TenantId tenant,
                                                   std::string_view code);
// Deletes them; how many it were. An audit entry says that it happened, at which link, and nothing else.
Result<std::int64_t> delete_own_answers(storage::Transaction& transaction, TenantId tenant,
                                        std::string_view code);

} // namespace maerkbar::surveys
