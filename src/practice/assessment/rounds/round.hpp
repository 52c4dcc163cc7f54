#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "base/strong_id.hpp"

namespace maerkbar::assessment {

using RoundId = StrongId<struct RoundTag>;
using ParticipantId = StrongId<struct ParticipantTag>;
using FindingId = StrongId<struct FindingTag>;

enum class State {
    preparing, // who, what and when is being decided
    scoring,   // everybody scores for themselves
    meeting,   // scoring is closed; the group agrees item by item
    improving, // findings, priorities and plan
    closed,    // with a plan, or a decision not to act
};
[[nodiscard]] std::string_view name_of(State state);
[[nodiscard]] std::optional<State> state_named(std::string_view name);

enum class Scope { all, compact, chosen };
[[nodiscard]] std::string_view name_of(Scope scope);
[[nodiscard]] std::optional<Scope> scope_named(std::string_view name);

enum class Side { leadership, staff };
[[nodiscard]] std::string_view name_of(Side side);
[[nodiscard]] std::optional<Side> side_named(std::string_view name);

// What is decided before scoring begins.
struct RoundFields {
    std::string name;
    PersonId client = {};      // decides on the plan
    PersonId facilitator = {}; // runs the meeting; sees who is done, never what
    std::optional<Date> scoring_until = {};
    std::optional<Date> meeting_on = {};
    std::optional<Date> plan_by = {};
    std::optional<Date> trained_on = {};
    bool operator==(const RoundFields&) const = default;
};

struct Round {
    RoundId id;
    UnitId unit;
    RoundFields fields;
    std::string model;
    std::string model_version;
    std::string method;
    Scope scope = Scope::all;
    State state = State::preparing;
    RoundId previous = {};
    std::optional<Instant> meeting_began = {};
    std::optional<Instant> model_changed = {}; // when it went over to a newer version
    std::string no_action_reason = {};
    std::optional<Instant> closed = {};
    Instant created = {};
    std::int64_t version = 1;
};

// One item of a round.
struct RoundItem {
    std::string item;
    int position = 0;
    bool training = false;       // tried together first, to learn the scale
    std::string local_note = {}; // what it means here
    std::optional<Instant> closed = {};
    std::optional<double> value = {}; // agreed
    bool without_value = false;       // the group decided to give none
    std::string reason = {};
    std::string minority_note = {};
    std::string minutes = {};
    std::optional<Instant> decided = {};
    bool decided_together = false; // accepted with others, without talk
    std::int64_t version = 1;
};

struct Participant {
    ParticipantId id = {};
    RoundId round = {};
    PersonId person = {};   // 0: by code
    std::string label = {}; // name of the account, or what the facilitator calls them
    Side side = Side::staff;
    bool has_code = false;
    std::optional<Instant> done = {};
    std::optional<Instant> left = {};
};

// What stands in the way of the next step; an error tells what to do about it.
//
// Starting needs a facilitator, two participants and an item. Errors: assessment.no_facilitator,
// assessment.few_participants, assessment.no_items, assessment.state (conflict).
[[nodiscard]] Result<void> check_start(const Round& round, const std::vector<Participant>& participants,
                                       const std::vector<RoundItem>& items);
// Closing scoring while somebody who has not left is not done needs `although_not_done`.
// Errors: assessment.not_done (conflict), assessment.state.
[[nodiscard]] Result<void> check_close_scoring(const Round& round,
                                               const std::vector<Participant>& participants,
                                               bool although_not_done);
// Every item must be decided. Errors: assessment.undecided (conflict), assessment.state.
[[nodiscard]] Result<void> check_finish_meeting(const Round& round, const std::vector<RoundItem>& items);
// A plan with one action at least, or a reason for having none. Errors: assessment.no_plan, assessment.state.
[[nodiscard]] Result<void> check_close(const Round& round, std::size_t planned_actions,
                                       std::string_view no_action_reason);

[[nodiscard]] bool all_done(const std::vector<Participant>& participants);

// Minutes each decided item took, in the order they were decided, counted from the beginning of the meeting;
// a break of more than half an hour is left out, and so is what was accepted together.
[[nodiscard]] std::vector<double> minutes_taken(const Round& round, const std::vector<RoundItem>& items);

} // namespace maerkbar::assessment
