#pragma once

#include <vector>

#include "sources/surveys/definition/definition.hpp"
#include "sources/surveys/open_text/comment_store.hpp"

namespace maerkbar::surveys::open_text {

// Which answers are looked through: those of weeks in [first, last]. One that came late, for a week up to
// `counted`, belongs to the week after it, as it does when it is counted.
struct Span {
    Date first;
    Date last;
    std::optional<Date> counted = {};
};

// Everything that people wrote for themselves to open questions of a survey, masked, also by the names of
// people who work here.
[[nodiscard]] Result<std::vector<Comment>> collect_comments(storage::Connection& connection, TenantId tenant,
                                                            SurveyId survey, const Definition& definition,
                                                            const Span& span);

// The words that names of this municipality's people are made of. Shorter ones than three letters are too
// often words of another kind.
[[nodiscard]] Result<std::vector<std::string>> names_to_mask(storage::Connection& connection,
                                                             TenantId tenant);

} // namespace maerkbar::surveys::open_text
