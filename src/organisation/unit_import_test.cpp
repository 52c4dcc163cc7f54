#include "organisation/unit_import.hpp"

#include <doctest/doctest.h>

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

TEST_CASE("a file with too many units is refused whole") {
    Town town;
    const ImportPlan plan{town.tree, levels, today, []() -> Result<UnitId> { return UnitId{99}; }};
    CHECK(import_units(plan, std::vector<UnitRow>(most_import_rows + 1)).error().code ==
          "organisation.import_rows");
}

} // namespace
} // namespace maerkbar::organisation
