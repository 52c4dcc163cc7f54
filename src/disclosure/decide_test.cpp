#include "disclosure/decide.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "disclosure/running_period.hpp"

using namespace maerkbar::disclosure;

namespace {

// A municipality of four units in one period.
Lattice four_units(std::vector<std::int64_t> answers) {
    Lattice lattice;
    Group all{"all", {}, 0, false, {}};
    for (std::uint32_t unit = 0; unit < answers.size(); ++unit) {
        lattice.atoms.push_back({answers[unit], unit, {}});
        all.atoms.push_back(unit);
        lattice.groups.push_back({"unit " + std::to_string(unit), {unit}, 1, false, {}});
    }
    lattice.groups.push_back(all);
    return lattice;
}

Decision of(const std::vector<Decision>& decisions, const std::string& key) {
    return *std::find_if(decisions.begin(), decisions.end(),
                         [&](const auto& decision) { return decision.key == key; });
}

} // namespace

TEST_CASE("a small unit is hidden, and the smallest other one with it") {
    const auto decisions = decide(four_units({30, 3, 12, 20}), {});
    CHECK(of(decisions, "all") == Decision{"all", Showing::distribution, {65, std::nullopt}});
    CHECK(of(decisions, "unit 0").showing == Showing::distribution);
    CHECK(of(decisions, "unit 3").showing == Showing::distribution);
    CHECK(of(decisions, "unit 1") == Decision{"unit 1", Showing::nothing, {std::nullopt, 5}}); // "< 5"
    CHECK(of(decisions, "unit 2") == Decision{"unit 2", Showing::nothing, {}}); // 12, but that would give 3
}

TEST_CASE("means need five answers, distributions eight") {
    const auto decisions = decide(four_units({6, 40, 30, 20}), {});
    CHECK(of(decisions, "unit 0").showing == Showing::mean);
    // The distribution of all less those of the others would be that of six, so one other shows its mean
    // only.
    CHECK(of(decisions, "unit 1").showing == Showing::distribution);
    CHECK(of(decisions, "unit 2").showing == Showing::distribution);
    CHECK(of(decisions, "unit 3").showing == Showing::mean);
}

TEST_CASE("sensitive questions need twenty") {
    const auto decisions = decide(four_units({19, 45, 30, 21}), {}, Sensitivity::sensitive);
    CHECK(of(decisions, "unit 0").count == ShownCount{std::nullopt, 20});
    CHECK(of(decisions, "unit 3").showing == Showing::nothing);
    CHECK(of(decisions, "unit 1").showing == Showing::distribution);
}

TEST_CASE("the order of groups does not matter") {
    auto lattice = four_units({30, 3, 12, 12});
    const auto one = decide(lattice, {});
    std::reverse(lattice.groups.begin(), lattice.groups.end());
    auto other = decide(lattice, {});
    std::reverse(other.begin(), other.end());
    CHECK(one == other);
}

TEST_CASE("decisions are kept when the next period is decided") {
    auto lattice = four_units({30, 3, 12, 20});
    const auto first = decide(lattice, {});
    for (std::size_t i = 0; i < lattice.groups.size(); ++i)
        lattice.groups[i].decided = first[i].showing;
    CHECK(decide(lattice, {}) == first);
    // A sector of the two hidden units is new: 15 answers, and it follows from what is shown.
    lattice.groups.push_back({"sector", {1, 2}, 1, false, {}});
    CHECK(of(decide(lattice, {}), "sector").showing == Showing::distribution);
    // The answers of a person are deleted: what was shown stays shown, with the answers that are left.
    lattice.atoms[0].answers = 29;
    CHECK(of(decide(lattice, {}), "unit 0").showing == Showing::distribution);
}

TEST_CASE("other slices are answered only where they follow") {
    auto lattice = four_units({30, 3, 12, 20});
    const auto decisions = decide(lattice, {});
    for (std::size_t i = 0; i < lattice.groups.size(); ++i)
        lattice.groups[i].decided = decisions[i].showing;
    const auto ledger = ledger_of(lattice, {});
    CHECK(ledger.follows(std::vector<AtomIndex>{0, 3}));
    CHECK(ledger.follows(std::vector<AtomIndex>{1, 2}));
    CHECK(!ledger.follows(std::vector<AtomIndex>{2}));
    CHECK(!ledger.follows(std::vector<AtomIndex>{2, 3}));
}

TEST_CASE("comments are listed from ten on") {
    const auto shown = decide_comments(four_units({30, 9, 10, 20}), {});
    CHECK(shown == std::vector<bool>{true, false, false, true, true}); // 10, but that would give the 9
}

TEST_CASE("decisions are stored as text") {
    const std::vector<Decision> decisions{{"unit 0", Showing::distribution, {30, std::nullopt}},
                                          {"unit 1", Showing::nothing, {std::nullopt, 5}},
                                          {"unit 2", Showing::nothing, {}},
                                          {"unit 3", Showing::mean, {6, std::nullopt}},
                                          {"all", Showing::distribution, {51, std::nullopt}}};
    const auto text = to_text(decisions);
    CHECK(text ==
          "unit 0\tdistribution\t30\n"
          "unit 1\tnothing\t<5\n"
          "unit 2\tnothing\t\n"
          "unit 3\tmean\t6\n"
          "all\tdistribution\t51\n");
    CHECK(*from_text(text) == decisions);
    CHECK(from_text("")->empty());
    CHECK(from_text("unit\tsomething\t3\n").error().code == "disclosure.unreadable");
    CHECK(!from_text("unit\tmean\t3x\n").ok());
    CHECK(!from_text("unit\tmean\t<\n").ok());
    CHECK(!from_text("unit").ok());
}

TEST_CASE("a running period is shown in steps") {
    CHECK(shown_of_running(4, 0, 5) == 0);
    CHECK(shown_of_running(5, 0, 5) == 5);
    CHECK(shown_of_running(9, 5, 5) == 5);
    CHECK(shown_of_running(11, 5, 5) == 11);
    CHECK(shown_of_running(10, 11, 5) == 11); // an answer was withdrawn
}
