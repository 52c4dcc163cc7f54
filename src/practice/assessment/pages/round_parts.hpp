#pragma once

#include <map>

#include "actions/store.hpp"
#include "practice/assessment/pages/visit.hpp"

// The parts of a round's page.
namespace maerkbar::assessment {

struct RoundOverview {
    Round round;
    Model model;
    std::vector<Participant> participants;
    std::vector<RoundItem> items;
    std::map<ParticipantId, int> progress;
    std::string newest_version;
    std::vector<actions::Owner> people; // who may be asked to take part or to facilitate
};

// What the facilitator does next, as a form or a link.
[[nodiscard]] web::Html next_part(RoundVisit& visit, const RoundOverview& overview);
// "12 items left, about 54 min.": what is undecided, at the pace of this meeting.
[[nodiscard]] std::string time_ahead(const Standing& standing, const web::Language& language);
[[nodiscard]] web::Html links_part(const RoundVisit& visit, const Round& round);
[[nodiscard]] web::Html facts_part(const RoundVisit& visit, const RoundOverview& overview, bool may_change);
// Who takes part and how far they are; never what they said.
[[nodiscard]] web::Html participants_part(RoundVisit& visit, const RoundOverview& overview);
// Inviting by mail, and what became of each mail.
[[nodiscard]] Result<web::Html> invitations_part(RoundVisit& visit, const RoundOverview& overview);
[[nodiscard]] web::Html items_part(RoundVisit& visit, const RoundOverview& overview);

} // namespace maerkbar::assessment
