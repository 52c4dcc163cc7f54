#pragma once

#include <map>
#include <string>
#include <vector>

#include "practice/assessment/model/scale.hpp"
#include "practice/assessment/rounds/round.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

// What one person says of one item.
struct Answer {
    bool blank = false; // knows too little; not 0
    AspectScores scores = {};
    std::string strengths = {};    // one a line
    std::string improvements = {}; // one a line
    std::string evidence = {};
    std::string link = {};
    bool operator==(const Answer&) const = default;
    // Nothing was said; not even that one knows too little.
    [[nodiscard]] bool silent() const { return *this == Answer(); }
};
using Answers = std::map<std::string, Answer, std::less<>>; // by item

// Whether people score this item now. Errors: assessment.unknown_item (not_found), assessment.item_closed,
// assessment.not_scoring (conflict).
[[nodiscard]] Result<void> require_open_item(storage::Transaction& transaction, RoundId round,
                                             std::string_view item);

// Whole, in place of what was there; a silent answer takes away what was there. Errors:
// assessment.item_closed, assessment.state (conflict) where the answer can no longer be changed.
[[nodiscard]] Result<void> save_answer(storage::Transaction& transaction, const Participant& participant,
                                       std::string_view item, const Answer& answer);
// When one's own answer to an item was last saved: the version of it that a page shows.
[[nodiscard]] Result<std::optional<Instant>> saved_at(storage::Connection& connection, TenantId tenant,
                                                      const Participant& participant, std::string_view item);
// One's own, also of an earlier round.
[[nodiscard]] Result<Answers> own_answers(storage::Connection& connection, TenantId tenant, RoundId round,
                                          ParticipantId participant);

// How many items each participant has answered or left blank: how far they are, never what they said.
[[nodiscard]] Result<std::map<ParticipantId, int>> progress_of(storage::Connection& connection,
                                                               TenantId tenant, RoundId round);

// The scores of one participant for one item, without who it is.
struct ClosedScore {
    Side side = Side::staff;
    AspectScores scores;
};
// By item; only of items that are closed.
[[nodiscard]] Result<std::map<std::string, std::vector<ClosedScore>, std::less<>>> closed_scores(
    storage::Connection& connection, TenantId tenant, RoundId round);

// What was written about a closed item, line by line, in an order that tells nothing.
struct ClosedTexts {
    std::vector<std::string> strengths;
    std::vector<std::string> improvements;
    std::vector<std::string> evidence;
};
[[nodiscard]] Result<std::map<std::string, ClosedTexts, std::less<>>> closed_texts(
    storage::Connection& connection, TenantId tenant, RoundId round);

} // namespace maerkbar::assessment
