#include "practice/assessment/rounds/round.hpp"

#include <doctest/doctest.h>

#include "practice/assessment/model/spread.hpp"

namespace maerkbar::assessment {
namespace {

using namespace std::chrono_literals;

const Instant ten{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 10h};

Round round_in(State state) {
    Round round;
    round.state = state;
    round.fields.facilitator = PersonId{1};
    return round;
}

std::vector<Participant> people(int here, int done) {
    std::vector<Participant> all(static_cast<std::size_t>(here));
    for (int i = 0; i < done; ++i)
        all[static_cast<std::size_t>(i)].done = ten;
    return all;
}

TEST_CASE("scoring begins with a facilitator, two people and an item") {
    const std::vector<RoundItem> items(1);
    CHECK(check_start(round_in(State::preparing), people(2, 0), items).ok());
    CHECK(check_start(round_in(State::preparing), people(1, 0), items).error().code ==
          "assessment.few_participants");
    CHECK(check_start(round_in(State::preparing), people(2, 0), {}).error().code == "assessment.no_items");
    CHECK(check_start(round_in(State::scoring), people(2, 0), items).error().code == "assessment.state");
    auto alone = round_in(State::preparing);
    alone.fields.facilitator = {};
    CHECK(check_start(alone, people(2, 0), items).error().code == "assessment.no_facilitator");
    auto gone = people(2, 0);
    gone[0].left = ten;
    CHECK(check_start(round_in(State::preparing), gone, items).error().code == "assessment.few_participants");
}

TEST_CASE("scoring closes when all are done, or when somebody decides so") {
    CHECK(check_close_scoring(round_in(State::scoring), people(3, 3), false).ok());
    CHECK(check_close_scoring(round_in(State::scoring), people(3, 2), false).error().code ==
          "assessment.not_done");
    CHECK(check_close_scoring(round_in(State::scoring), people(3, 2), true).ok());
    auto left = people(3, 2);
    left[2].left = ten;
    CHECK(check_close_scoring(round_in(State::scoring), left, false).ok());
}

TEST_CASE("the meeting ends when every item is decided") {
    std::vector<RoundItem> items(2);
    items[0].decided = ten;
    CHECK(check_finish_meeting(round_in(State::meeting), items).error().code == "assessment.undecided");
    items[1].decided = ten;
    CHECK(check_finish_meeting(round_in(State::meeting), items).ok());
}

TEST_CASE("a round ends with a plan or a decision not to act") {
    CHECK(check_close(round_in(State::improving), 0, "").error().code == "assessment.no_plan");
    CHECK(check_close(round_in(State::improving), 1, "").ok());
    CHECK(check_close(round_in(State::improving), 0, "Vi venter på den nye bygning").ok());
    CHECK(check_close(round_in(State::meeting), 1, "").error().code == "assessment.state");
}

TEST_CASE("the pace of a meeting leaves out breaks and what was accepted together") {
    auto round = round_in(State::meeting);
    round.meeting_began = ten;
    std::vector<RoundItem> items(5);
    items[0].decided = ten + 4min;
    items[1].decided = ten + 12min;
    items[2].decided = ten + 72min; // after a break
    items[3].decided = ten + 75min;
    items[4].decided = ten + 75min + 1s;
    items[4].decided_together = true;
    CHECK(minutes_taken(round, items) == std::vector<double>{4, 8, 3});
    CHECK(minutes_ahead(10, minutes_taken(round, items)) == 50);
}

TEST_CASE("names of states, scopes and sides are read back") {
    for (const auto state :
         {State::preparing, State::scoring, State::meeting, State::improving, State::closed})
        CHECK(state_named(name_of(state)) == state);
    for (const auto scope : {Scope::all, Scope::compact, Scope::chosen})
        CHECK(scope_named(name_of(scope)) == scope);
    CHECK(side_named("staff") == Side::staff);
    CHECK_FALSE(side_named("board"));
}

} // namespace
} // namespace maerkbar::assessment
