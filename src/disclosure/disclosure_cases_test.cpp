// The reference cases of small groups (tests/data/survey/README.md).
#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <map>

#include "disclosure/ledger.hpp"

using namespace maerkbar::disclosure;

namespace {

namespace json = boost::json;

struct Case {
    std::string id;
    std::vector<Atom> atoms;
    std::vector<Group> released;
    std::int64_t minimum = 0;
    bool safe = false;
    std::int64_t smallest = 0;
    std::size_t derivable = 0;
};

Case case_of(const json::object& object) {
    Case result;
    std::map<std::string, AtomIndex> places;
    for (const auto& cell : object.at("cells").as_object()) {
        places[cell.key()] = static_cast<AtomIndex>(result.atoms.size());
        result.atoms.push_back(
            {cell.value().as_int64(), static_cast<std::uint32_t>(result.atoms.size()), {}});
    }
    for (const auto& names : object.at("released").as_array()) {
        Group group;
        for (const auto& name : names.as_array())
            group.atoms.push_back(places.at(std::string(name.as_string())));
        result.released.push_back(group);
    }
    result.id = object.at("id").as_string();
    result.minimum = object.at("min_n").as_int64();
    result.safe = object.at("safe").as_bool();
    result.smallest = object.at("smallest_derivable_n").as_int64();
    result.derivable = static_cast<std::size_t>(object.at("derivable_groups").as_int64());
    return result;
}

std::vector<Case> all_cases() {
    std::ifstream file("tests/data/survey/disclosure_cases.json");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    std::vector<Case> cases;
    const auto parsed = json::parse(text);
    for (const auto& entry : parsed.as_array())
        cases.push_back(case_of(entry.as_object()));
    return cases;
}

// Every group of cells that has answers.
std::vector<std::vector<AtomIndex>> groups_with_answers(const std::vector<Atom>& atoms) {
    std::vector<std::vector<AtomIndex>> groups;
    for (std::uint32_t mask = 1; mask < (1U << atoms.size()); ++mask) {
        std::vector<AtomIndex> group;
        for (AtomIndex i = 0; i < atoms.size(); ++i)
            if ((mask >> i & 1U) != 0) group.push_back(i);
        if (answers_of(atoms, group) > 0) groups.push_back(group);
    }
    return groups;
}

} // namespace

TEST_CASE("what follows from released groups") {
    const auto cases = all_cases();
    REQUIRE(cases.size() == 14);
    for (const auto& one : cases) {
        CAPTURE(one.id);
        Ledger ledger(one.atoms, {one.minimum, one.minimum, one.minimum});
        for (const auto& group : one.released)
            ledger.record(group);
        std::size_t derivable = 0;
        std::int64_t smallest = INT64_MAX;
        for (const auto& group : groups_with_answers(one.atoms)) {
            if (!ledger.follows(group)) continue;
            ++derivable;
            smallest = std::min(smallest, answers_of(one.atoms, group));
        }
        CHECK(derivable == one.derivable);
        CHECK(smallest == one.smallest);
        CHECK((smallest >= one.minimum) == one.safe);
    }
}

TEST_CASE("offered one by one, safe cases pass whole and of unsafe ones something is kept back") {
    for (const auto& one : all_cases()) {
        CAPTURE(one.id);
        Ledger ledger(one.atoms, {one.minimum, one.minimum, one.minimum});
        bool all = true;
        for (const auto& group : one.released)
            all = (ledger.offer(group) == Refusal::none) && all;
        CHECK(all == one.safe);
        for (const auto& group : groups_with_answers(one.atoms))
            if (ledger.follows(group)) CHECK(answers_of(one.atoms, group) >= one.minimum);
    }
}
