#include "organisation/unit_changes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace maerkbar::organisation {
namespace {

Date day(std::string_view iso) {
    return Date::parse_iso(iso).value();
}

UnitTree after(const UnitTree& tree, const Changes& changes) {
    REQUIRE_MESSAGE(changes.ok(), changes.error().english());
    return tree.with(*changes);
}

std::string refused(const Changes& changes) {
    REQUIRE_FALSE(changes.ok());
    return changes.error().code;
}

constexpr UnitId town{1}, culture{2}, care{3}, library{4};
constexpr LevelId level{1};
const Date summer = day("2025-07-01");

UnitTree small() {
    UnitTree tree;
    tree = after(tree, open_unit(tree, {town, level, "Fjordby", {}}));
    tree = after(tree, open_unit(tree, {culture, level, "Kultur", town}));
    tree = after(tree, open_unit(tree, {care, level, "Omsorg", town}));
    return after(
        tree, open_unit(tree, {library, level, "Bibliotek", culture, beginning, {{CodeKind::own, "BIB"}}}));
}

TEST_CASE("a move keeps the history and lasts until the next recorded one") {
    auto tree = small();
    tree = after(tree, move_unit(tree, library, care, summer));
    CHECK(tree.parent(library, summer - 1) == culture);
    CHECK(tree.parent(library, summer) == care);
    tree = after(tree, move_unit(tree, library, town, summer - 30));
    CHECK(tree.parent(library, summer - 1) == town);
    CHECK(tree.parent(library, summer) == care);
    CHECK(refused(move_unit(tree, library, care, summer)) == "organisation.already_there");
}

TEST_CASE("a unit never lies beneath itself on any day") {
    auto tree = small();
    CHECK(refused(move_unit(tree, culture, library, summer)) == "organisation.cycle");
    CHECK(refused(move_unit(tree, culture, culture, summer)) == "organisation.cycle");
    CHECK(refused(move_unit(tree, town, culture, summer)) == "organisation.root");
    // The library leaves culture in summer, so from then on culture may lie beneath it, but not before.
    tree = after(tree, move_unit(tree, library, care, summer));
    CHECK(refused(move_unit(tree, culture, library, summer - 1)) == "organisation.cycle");
    tree = after(tree, move_unit(tree, culture, library, summer));
    CHECK(tree.ancestors(culture, summer) == std::vector<UnitId>{library, care, town});
}

TEST_CASE("a unit with open units beneath it is not closed") {
    auto tree = small();
    const auto closing = close_unit(tree, culture, summer);
    CHECK(refused(closing) == "organisation.open_children");
    CHECK(closing.error().english().find("Bibliotek") != std::string::npos);
    tree = after(tree, close_unit(tree, library, summer));
    tree = after(tree, close_unit(tree, culture, summer));
    CHECK_FALSE(tree.open(culture, summer));
    CHECK(tree.open(culture, summer - 1));
    CHECK(refused(move_unit(tree, library, care, summer)) == "organisation.day_outside");
    CHECK(refused(reopen_unit(tree, library)) == "organisation.parent_closed");
    tree = after(tree, reopen_unit(tree, culture));
    CHECK(tree.open(culture, summer));
}

TEST_CASE("merging hands what lies beneath over and leaves a successor") {
    auto tree = small();
    tree = after(tree, move_unit(tree, library, care, summer + 10));
    tree = after(tree, move_unit(tree, library, culture, summer + 20));
    tree = after(tree, merge_unit(tree, culture, care, summer));
    for (int offset = 0; offset < 40; ++offset)
        CHECK(tree.parent(library, summer + offset) == care);
    CHECK(tree.parent(library, summer - 1) == culture);
    CHECK(tree.standing_for(culture, summer) == care);
    CHECK(tree.subtree_now(care, summer) == std::vector<UnitId>{care, culture, library});
    CHECK(refused(merge_unit(small(), culture, library, summer)) == "organisation.cycle");
    CHECK(refused(merge_unit(small(), culture, culture, summer)) == "organisation.cycle");
}

TEST_CASE("names are dated, codes and opening day corrected for all days") {
    auto tree = small();
    tree = after(tree, rename_unit(tree, library, "Biblioteket", summer));
    CHECK(tree.name(library, summer - 1) == "Bibliotek");
    CHECK(tree.name(library, summer) == "Biblioteket");
    CHECK(refused(rename_unit(tree, library, "  ", summer)) == "organisation.name_missing");
    tree = after(tree,
                 correct_unit(tree, library, {level, summer, {{CodeKind::sor, "7"}, {CodeKind::own, " "}}}));
    CHECK(tree.find(library)->codes.size() == 1);
    CHECK(tree.find(library)->valid.from == summer);
    CHECK(refused(correct_unit(tree, culture, {level, summer + 1, {}})) == "organisation.open_children");
    CHECK(refused(correct_unit(tree, care, {level, beginning, {{CodeKind::sor, "7"}}})) ==
          "organisation.code_taken");
}

TEST_CASE("only the first unit has no parent, and parents are open") {
    const auto tree = small();
    const UnitId next{5};
    CHECK(refused(open_unit(tree, {next, level, "Ny", {}})) == "organisation.root");
    CHECK(refused(open_unit(tree, {next, level, "Ny", UnitId{77}})) == "organisation.unknown_unit");
    CHECK(refused(open_unit(tree, {next, level, "", town})) == "organisation.name_missing");
    CHECK(refused(open_unit(tree, {next, level, std::string(201, 'x'), town})) == "organisation.name_long");
    auto closed = after(tree, close_unit(tree, care, summer));
    CHECK(refused(open_unit(closed, {next, level, "Ny", care})) == "organisation.parent_closed");
    CHECK(refused(close_unit(closed, town, summer)) == "organisation.root");
}

// The property: whatever dated changes are tried in whatever order, the tree equals a plain table of parents
// by day in which the accepted changes were written, and it is sound on every day.
constexpr int first_day = 100, last_day = 140, unit_count = 8;

struct ByDay {
    std::map<std::pair<int, std::int64_t>, std::int64_t> parent; // absent where the unit is closed
    std::set<std::pair<std::int64_t, int>> moved_on;             // where a move is recorded

    void move(std::int64_t unit, std::int64_t to, int from) {
        moved_on.insert({unit, from});
        for (int d = from; d <= last_day; ++d) {
            if (d > from && moved_on.contains({unit, d})) return;
            if (auto at = parent.find({d, unit}); at != parent.end()) at->second = to;
        }
    }
    void close(std::int64_t unit, int from) {
        for (int d = from; d <= last_day; ++d)
            parent.erase({d, unit});
    }
    void hand_over(std::int64_t unit, std::int64_t to, int from) {
        for (auto& [key, above] : parent) {
            if (key.first < from || above != unit) continue;
            above = to;
            if (key.first == from) moved_on.insert({key.second, from});
        }
    }
    std::vector<UnitId> ancestors(std::int64_t unit, int d) const {
        std::vector<UnitId> chain;
        for (auto at = parent.find({d, unit}); at != parent.end() && at->second != 0;
             at = parent.find({d, unit})) {
            unit = at->second;
            chain.push_back(UnitId{unit});
            REQUIRE(chain.size() < unit_count); // no cycle
        }
        return chain;
    }
};

void compare(const UnitTree& tree, const ByDay& table) {
    for (int d = first_day; d <= last_day; ++d) {
        std::map<UnitId, std::set<UnitId>> beneath;
        for (std::int64_t unit = 1; unit <= unit_count; ++unit) {
            const bool open = table.parent.contains({d, unit});
            CHECK(tree.open(UnitId{unit}, Date{d}) == open);
            const auto above = table.ancestors(unit, d);
            CHECK(tree.ancestors(UnitId{unit}, Date{d}) == above);
            if (open) CHECK((above.empty() ? UnitId{unit} : above.back()) == UnitId{1});
            if (open) beneath[UnitId{unit}].insert(UnitId{unit});
            for (const auto up : above)
                beneath[up].insert(UnitId{unit});
        }
        for (std::int64_t unit = 1; unit <= unit_count; ++unit) {
            const auto listed = tree.subtree(UnitId{unit}, Date{d});
            CHECK(std::set(listed.begin(), listed.end()) == beneath[UnitId{unit}]);
            CHECK(listed.size() == beneath[UnitId{unit}].size());
        }
    }
}

void compare_memberships(const UnitTree& tree) {
    for (const auto& top : tree.units()) {
        std::map<UnitId, std::set<int>> days;
        for (const auto& member : tree.memberships(top.id))
            for (int d = first_day; d <= last_day; ++d)
                if (member.valid.holds(Date{d})) days[member.unit].insert(d);
        for (const auto& unit : tree.units())
            for (int d = first_day; d <= last_day; ++d)
                CHECK(days[unit.id].contains(d) == tree.within(unit.id, top.id, Date{d}));
    }
    for (const auto& unit : tree.units())
        for (const auto& life : tree.lineages(unit.id))
            for (int d = first_day; d <= last_day; ++d)
                if (life.valid.holds(Date{d})) CHECK(life.ancestors == tree.ancestors(unit.id, Date{d}));
}

TEST_CASE("property: dated moves, closings and merges in any order keep the tree sound") {
    std::mt19937 random{20250701};
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    int accepted = 0;
    for (int round = 0; round < 60; ++round) {
        UnitTree tree;
        ByDay table;
        for (std::int64_t unit = 1; unit <= unit_count; ++unit) {
            const auto parent = unit == 1 ? 0 : std::int64_t{pick(1, static_cast<int>(unit) - 1)};
            tree = after(tree, open_unit(tree, {UnitId{unit}, level, "U", UnitId{parent}, Date{first_day}}));
            for (int d = first_day; d <= last_day; ++d)
                table.parent[{d, unit}] = parent;
        }
        for (int step = 0; step < 25; ++step) {
            const int unit = pick(1, unit_count), other = pick(1, unit_count),
                      from = pick(first_day, last_day);
            const int kind = pick(0, 9);
            const auto changes = kind < 8    ? move_unit(tree, UnitId{unit}, UnitId{other}, Date{from})
                                 : kind == 8 ? close_unit(tree, UnitId{unit}, Date{from})
                                             : merge_unit(tree, UnitId{unit}, UnitId{other}, Date{from});
            if (!changes.ok()) continue;
            ++accepted;
            tree = tree.with(*changes);
            if (kind < 8) table.move(unit, other, from);
            if (kind == 9) table.hand_over(unit, other, from);
            if (kind >= 8) table.close(unit, from);
        }
        compare(tree, table);
        if (round % 10 == 0) compare_memberships(tree);
    }
    CHECK(accepted > 300);
}

} // namespace
} // namespace maerkbar::organisation
