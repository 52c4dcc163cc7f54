#pragma once

#include <map>
#include <string>
#include <vector>

#include "practice/assessment/model/priority.hpp"
#include "practice/assessment/rounds/round.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

enum class FindingKind { strength, improvement };

// A strength or an area of improvement that the group stands behind.
struct Finding {
    FindingId id;
    std::string item;
    FindingKind kind = FindingKind::improvement;
    std::string content;
};

// Errors: assessment.finding_empty (invalid), assessment.state (conflict) before the meeting or after the
// end.
[[nodiscard]] Result<FindingId> add_finding(storage::Transaction& transaction, RoundId round,
                                            std::string_view item, FindingKind kind,
                                            std::string_view content);
[[nodiscard]] Result<void> remove_finding(storage::Transaction& transaction, RoundId round,
                                          FindingId finding);
[[nodiscard]] Result<std::vector<Finding>> findings_of(storage::Connection& connection, TenantId tenant,
                                                       RoundId round);

// One vote a person and finding; a later one replaces it. Errors: assessment.vote (invalid) outside 1 to 5,
// assessment.unknown_finding (not_found), assessment.state.
[[nodiscard]] Result<void> cast_vote(storage::Transaction& transaction, const Participant& participant,
                                     FindingId finding, Vote vote);
[[nodiscard]] Result<std::map<FindingId, Vote>> own_votes(storage::Connection& connection, TenantId tenant,
                                                          const Participant& participant);
// Of all people, without who.
[[nodiscard]] Result<std::map<FindingId, std::vector<Vote>>> votes_of(storage::Connection& connection,
                                                                      TenantId tenant, RoundId round);

// A follow-up on the plan.
struct Review {
    Date held_on;
    std::string note;
    std::optional<Date> next_on = {};
};
// Error: assessment.review_note (invalid).
[[nodiscard]] Result<void> add_review(storage::Transaction& transaction, RoundId round, const Review& review);
// Newest first.
[[nodiscard]] Result<std::vector<Review>> reviews_of(storage::Connection& connection, TenantId tenant,
                                                     RoundId round);

} // namespace maerkbar::assessment
