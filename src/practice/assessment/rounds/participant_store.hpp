#pragma once

#include <string>
#include <vector>

#include "practice/assessment/rounds/round.hpp"
#include "storage/transaction.hpp"

namespace maerkbar::assessment {

struct NewParticipant {
    PersonId person = {};   // 0: takes part by code
    std::string label = {}; // for those by code: what the facilitator calls them
    Side side = Side::staff;
};
struct AddedParticipant {
    ParticipantId id;
    std::string code = {}; // to hand over now; kept nowhere in clear. Empty for an account.
};

// Errors: assessment.no_label, assessment.unknown_person, assessment.already_in (invalid), assessment.state
// where the round is past scoring.
[[nodiscard]] Result<AddedParticipant> add_participant(storage::Transaction& transaction, RoundId round,
                                                       const NewParticipant& wanted);
// A new code in place of one that was lost.
[[nodiscard]] Result<std::string> renew_code(storage::Transaction& transaction, RoundId round,
                                             ParticipantId participant);
// No longer waited for; what they answered stays. Errors: assessment.unknown_participant (not_found).
[[nodiscard]] Result<void> leave(storage::Transaction& transaction, RoundId round, ParticipantId participant);

// In the order they were added.
[[nodiscard]] Result<std::vector<Participant>> participants_of(storage::Connection& connection,
                                                               TenantId tenant, RoundId round);
[[nodiscard]] Result<std::optional<Participant>> participant_by_person(storage::Connection& connection,
                                                                       TenantId tenant, RoundId round,
                                                                       PersonId person);
struct ByCode {
    TenantId tenant;
    Participant participant;
};
// Of any municipality: the code alone tells which. Nobody who has left.
[[nodiscard]] Result<std::optional<ByCode>> participant_by_code(storage::Connection& connection,
                                                                std::string_view code);

// They have answered what they can; or have not after all.
[[nodiscard]] Result<void> set_done(storage::Transaction& transaction, const Participant& participant,
                                    bool done);

} // namespace maerkbar::assessment
