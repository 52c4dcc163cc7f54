#include "practice/assessment/rounds/round.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace maerkbar::assessment {
namespace {

constexpr std::string_view state_names[] = {"preparing", "scoring", "meeting", "improving", "closed"};
constexpr std::string_view scope_names[] = {"all", "compact", "chosen"};
constexpr std::string_view side_names[] = {"leadership", "staff"};
constexpr std::size_t least_participants = 2;
constexpr double longest_item = 30; // minutes; longer is a break

template <typename Enum, std::size_t N>
std::optional<Enum> named_in(const std::string_view (&names)[N], std::string_view name) {
    const auto* found = std::ranges::find(names, name);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<Enum>(found - std::begin(names));
}

Result<void> require_state(const Round& round, State wanted) {
    if (round.state == wanted) return {};
    return Error{ErrorKind::conflict, "assessment.state",
                 "The round has moved on meanwhile. Look at it again; nothing was changed."};
}

Error in_the_way(std::string code, std::string text,
                 std::vector<std::pair<std::string, std::string>> arguments = {}) {
    return {ErrorKind::conflict, std::move(code), std::move(text), std::move(arguments)};
}

} // namespace

std::string_view name_of(State state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<State> state_named(std::string_view name) {
    return named_in<State>(state_names, name);
}
std::string_view name_of(Scope scope) {
    return scope_names[static_cast<std::size_t>(scope)];
}
std::optional<Scope> scope_named(std::string_view name) {
    return named_in<Scope>(scope_names, name);
}
std::string_view name_of(Side side) {
    return side_names[static_cast<std::size_t>(side)];
}
std::optional<Side> side_named(std::string_view name) {
    return named_in<Side>(side_names, name);
}

Result<void> check_start(const Round& round, const std::vector<Participant>& participants,
                         const std::vector<RoundItem>& items) {
    TRY(require_state(round, State::preparing));
    if (!round.fields.facilitator)
        return in_the_way("assessment.no_facilitator", "Choose who runs the meeting before scoring begins.");
    const auto here = std::ranges::count_if(participants, [](const Participant& one) { return !one.left; });
    if (static_cast<std::size_t>(here) < least_participants)
        return in_the_way("assessment.few_participants",
                          "Add at least two participants. One person alone is no group.");
    if (items.empty()) return in_the_way("assessment.no_items", "Choose at least one item to assess.");
    return {};
}

Result<void> check_close_scoring(const Round& round, const std::vector<Participant>& participants,
                                 bool although_not_done) {
    TRY(require_state(round, State::scoring));
    if (all_done(participants) || although_not_done) return {};
    return in_the_way("assessment.not_done",
                      "Not everybody is done. Wait for them, or tick that you close scoring all the same.");
}

Result<void> check_finish_meeting(const Round& round, const std::vector<RoundItem>& items) {
    TRY(require_state(round, State::meeting));
    const auto open = std::ranges::count_if(items, [](const RoundItem& item) { return !item.decided; });
    if (open == 0) return {};
    return in_the_way(
        "assessment.undecided",
        "{count} items are not decided yet. Decide each, also when the decision is to give no value.",
        {{"count", std::to_string(open)}});
}

Result<void> check_close(const Round& round, std::size_t planned_actions, std::string_view no_action_reason) {
    TRY(require_state(round, State::improving));
    if (planned_actions > 0 || !no_action_reason.empty()) return {};
    return Error{ErrorKind::invalid,
                 "assessment.no_plan",
                 "A round ends with a plan. Add an action, or write why you decided not to act.",
                 {},
                 "reason"};
}

bool all_done(const std::vector<Participant>& participants) {
    return !participants.empty() &&
           std::ranges::all_of(participants, [](const Participant& one) { return one.done || one.left; });
}

std::vector<double> minutes_taken(const Round& round, const std::vector<RoundItem>& items) {
    if (!round.meeting_began) return {};
    std::vector<Instant> moments;
    for (const auto& item : items)
        if (item.decided && !item.decided_together) moments.push_back(*item.decided);
    std::ranges::sort(moments);
    std::vector<double> taken;
    Instant before = *round.meeting_began;
    for (const auto moment : moments) {
        const std::chrono::duration<double, std::ratio<60>> minutes = moment - before;
        if (minutes.count() > 0 && minutes.count() <= longest_item) taken.push_back(minutes.count());
        before = moment;
    }
    return taken;
}

} // namespace maerkbar::assessment
