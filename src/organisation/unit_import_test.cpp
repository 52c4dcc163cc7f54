#include "organisation/unit_import.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <new>

// Every allocation of this program is counted: what copies a tree for each row cannot hide.
namespace {
std::atomic<std::size_t> allocations{0};
} // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace maerkbar::organisation {
namespace {

const Date today = Date::parse_iso("2026-02-25").value();
const std::vector<UnitLevel> levels = {{LevelId{1}, "municipality", "Municipality", 1},
                                       {LevelId{2}, "sector", "Sector", 2},
                                       {LevelId{3}, "team", "Team", 3}};

struct Town {
    UnitTree tree;
    std::int64_t last = 0;

    Town(UnitTree the_tree, std::int64_t the_last) : tree(std::move(the_tree)), last(the_last) {}
    Town() {
        for (const auto& [name, parent, code] :
             std::initializer_list<std::tuple<const char*, int, const char*>>{
                 {"Fjordby", 0, "F"}, {"Kultur", 1, "KUL"}, {"Omsorg", 1, "OMS"}, {"Bibliotek", 2, "BIB"}}) {
            const NewUnit wanted{UnitId{++last}, LevelId{1}, name,
                                 UnitId{parent}, beginning,  {{CodeKind::own, code}}};
            tree = tree.with(open_unit(tree, wanted).value());
        }
    }
    UnitImport import(std::vector<UnitRow> rows) {
        const ImportPlan plan{tree, levels, today, [this]() -> Result<UnitId> { return UnitId{++last}; }};
        return import_units(plan, std::move(rows)).value();
    }
};

TEST_CASE("rows open, rename and move units in any order") {
    Town town;
    const auto import = town.import({{2, "T1", "Team 1", "NY", ""},
                                     {3, "NY", "Nyt område", "", "Sektor"},
                                     {4, "bib", "Biblioteket", "OMS", ""},
                                     {5, "OMS", "Omsorg", "", ""}});
    REQUIRE(import.sound());
    CHECK(import.outcomes[0].opened);
    CHECK(import.outcomes[2].renamed);
    CHECK(import.outcomes[2].moved);
    CHECK_FALSE(import.outcomes[3].changes());
    const auto after = town.tree.with(import.changed);
    const auto team = after.find_by_code("T1", today).value();
    CHECK(after.ancestors(team, today).size() == 2);
    CHECK(after.find(team)->level == LevelId{3});
    CHECK(after.parent(UnitId{4}, today) == UnitId{3});
    CHECK(after.parent(UnitId{4}, today - 1) == UnitId{2});
    CHECK(after.name(UnitId{4}, today - 1) == "Bibliotek");
    CHECK_FALSE(Town{after, 20}.import({{2, "T1", "Team 1", "NY", ""}}).outcomes[0].changes());
}

std::string refused(Town& town, std::vector<UnitRow> rows, std::size_t which = 0) {
    const auto import = town.import(std::move(rows));
    CHECK_FALSE(import.sound());
    return import.outcomes[which].error->code;
}

TEST_CASE("rows that cannot be done say why") {
    Town town;
    CHECK(refused(town, {{2, "", "Navn", "", ""}}) == "organisation.import_code");
    CHECK(refused(town, {{2, "A", "Navn", "", ""}, {3, "a", "Navn", "", ""}}, 1) ==
          "organisation.import_twice");
    CHECK(refused(town, {{2, "A", "Navn", "B", ""}, {3, "B", "Navn", "A", ""}}) ==
          "organisation.import_parent");
    CHECK(refused(town, {{2, "A", "", "", ""}}) == "organisation.name_missing");
    CHECK(refused(town, {{2, "A", "Navn", "", "hylde"}}) == "organisation.import_level");
    CHECK(refused(town, {{2, "KUL", "Kultur", "BIB", ""}}) == "organisation.cycle");
}

// Allocations a row of importing so many teams under some sectors, children before parents; then again,
// renamed.
double work_a_row(std::size_t rows) {
    Town town;
    std::vector<UnitRow> teams;
    const auto code = [](const char* kind, std::size_t number) {
        return std::string("a code too long to be short ") + kind + std::to_string(number);
    };
    for (std::size_t i = 0; i < rows; ++i)
        teams.push_back(
            {i + 2, code("team", i), "Team " + std::to_string(i), code("sector", i % 40), "team"});
    for (std::size_t i = 0; i < 40; ++i)
        teams.push_back({rows + i + 2, code("sector", i), "Sektor " + std::to_string(i), "", "sector"});
    const auto before = allocations.load();
    const auto opened = town.import(teams);
    REQUIRE(opened.sound());
    CHECK(opened.changed.size() == rows + 40);
    town.tree = town.tree.with(opened.changed);
    for (auto& row : teams)
        row.name += " ny";
    const auto renamed = town.import(teams);
    CHECK(renamed.sound());
    CHECK(renamed.changed.size() == rows + 40);
    return static_cast<double>(allocations.load() - before) / static_cast<double>(rows);
}

TEST_CASE("the work for a row does not grow with the number of rows, up to 20,000") {
    const auto few = work_a_row(1'000);
    const auto many = work_a_row(19'960);
    CHECK(many < 1.2 * few);
    CHECK(many < 200);
}

TEST_CASE("a row that is refused leaves the tree as it was for the others") {
    Town town;
    const auto import = town.import({{2, "A", "", "KUL", ""},         // no name
                                     {3, "KUL", "Kultur", "BIB", ""}, // beneath what lies beneath it
                                     {4, "B", "Ny", "KUL", ""}});
    CHECK(import.outcomes[0].error->code == "organisation.name_missing");
    CHECK(import.outcomes[1].error->code == "organisation.cycle");
    CHECK(import.outcomes[2].opened);
    CHECK(import.changed.size() == 1);
}

TEST_CASE("a file with too many units is refused whole") {
    Town town;
    const ImportPlan plan{town.tree, levels, today, []() -> Result<UnitId> { return UnitId{99}; }};
    CHECK(import_units(plan, std::vector<UnitRow>(most_import_rows + 1)).error().code ==
          "organisation.import_rows");
}

} // namespace
} // namespace maerkbar::organisation
