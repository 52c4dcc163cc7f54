#include "organisation/unit_tree.hpp"

#include <doctest/doctest.h>

#include "organisation/access.hpp"

namespace maerkbar::organisation {
namespace {

Date day(std::string_view iso) {
    return Date::parse_iso(iso).value();
}

Unit unit(std::int64_t id, std::string name, std::vector<ParentSpan> parents, Validity valid = {}) {
    return {UnitId{id}, LevelId{1}, valid, {{valid, std::move(name)}}, std::move(parents)};
}

constexpr UnitId town{1}, culture{2}, care{3}, library{4}, team{5}, old_team{6};
const Date moved = day("2025-07-01");
const Date closed = day("2025-10-01");

// The library moved from culture to care on 1 July 2025; the old team was merged into the team on 1 October.
UnitTree example() {
    auto moving = unit(4, "Bibliotek", {{{beginning, moved}, culture}, {{moved, forever}, care}});
    moving.codes = {{CodeKind::own, "BIB"}, {CodeKind::sor, "1234"}};
    auto merged = unit(6, "Gammelt team", {{{beginning, closed}, library}}, {beginning, closed});
    merged.successor = team;
    merged.codes = {{CodeKind::own, "OLD"}};
    return UnitTree{{unit(1, "Fjordby", {}), unit(2, "Kultur", {{{}, town}}), unit(3, "Omsorg", {{{}, town}}),
                     moving, unit(5, "Team", {{{}, culture}}), merged}};
}

using Units = std::vector<UnitId>;

TEST_CASE("as organised then: ancestors, children and subtree are those of the day") {
    const auto tree = example();
    CHECK(tree.root() == town);
    CHECK(tree.ancestors(library, moved - 1) == Units{culture, town});
    CHECK(tree.ancestors(library, moved) == Units{care, town});
    CHECK(tree.children(culture, moved - 1) == Units{library, team});
    CHECK(tree.children(culture, moved) == Units{team});
    CHECK(tree.subtree(care, moved) == Units{care, library, old_team});
    CHECK(tree.subtree(old_team, closed).empty());
    CHECK(tree.within(old_team, care, closed - 1));
    CHECK_FALSE(tree.within(old_team, care, closed));
    CHECK(tree.ancestors(UnitId{99}, moved).empty());
}

TEST_CASE("memberships and lineages say when") {
    const auto tree = example();
    CHECK(tree.memberships(culture) ==
          std::vector<Membership>{
              {culture, {}}, {library, {beginning, moved}}, {team, {}}, {old_team, {beginning, moved}}});
    CHECK(tree.memberships(town).size() == 6);
    CHECK(tree.lineages(old_team) == std::vector<Lineage>{{{beginning, moved}, {library, culture, town}},
                                                          {{moved, closed}, {library, care, town}}});
    CHECK(tree.change_days() == std::vector<Date>{beginning, moved, closed});
}

TEST_CASE("as organised now: a merged unit counts for its successor") {
    const auto tree = example();
    CHECK(tree.subtree_now(culture, closed) == Units{culture, team, old_team});
    CHECK(tree.subtree_now(care, closed) == Units{care, library});
    CHECK(tree.standing_for(old_team, closed) == team);
    CHECK(tree.standing_for(old_team, closed - 1) == old_team);
    CHECK(tree.ancestors_now(old_team, closed) == Units{team, culture, town});
}

TEST_CASE("units are found by any code and by name") {
    const auto tree = example();
    CHECK(tree.find_by_code(" bib ", moved) == library);
    CHECK(tree.find_by_code("1234", moved) == library);
    CHECK(tree.find_by_code("OLD", closed) == old_team);
    CHECK_FALSE(tree.find_by_code("", moved).has_value());
    CHECK_FALSE(tree.find_by_code("nothing", moved).has_value());
    CHECK(tree.find_by_name("OMSORG", moved) == care);
    CHECK_FALSE(tree.find_by_name("Gammelt team", closed).has_value());
    CHECK(folded("  ÆRØ Åby × ") == "ærø åby ×");
}

TEST_CASE("two units with one name are not guessed between") {
    const UnitTree tree{{unit(1, "A", {}), unit(2, "Team", {{{}, town}}), unit(3, "team", {{{}, town}})}};
    CHECK_FALSE(tree.find_by_name("Team", moved).has_value());
}

TEST_CASE("roles hold for a subtree as organised now") {
    const auto tree = example();
    const Access leader{{{care, Role::leader}}};
    CHECK(leader.may(permission::rows_read, library, tree, moved));
    CHECK_FALSE(leader.may(permission::rows_read, library, tree, moved - 1));
    CHECK_FALSE(leader.may(permission::rows_read, culture, tree, moved));
    CHECK_FALSE(leader.may(permission::organisation_manage));
    CHECK(leader.scope(permission::targets_set).units(tree, closed) == Units{care, library});
    CHECK_FALSE(leader.scope(permission::targets_set).everything(tree));
    CHECK(Access{{{town, Role::reader}}}.scope(permission::measurement_read).everything(tree));
}

TEST_CASE("a scope starts at its highest units") {
    const auto tree = example();
    const UnitScope scope{{care, library, team}};
    CHECK(scope.entries(tree, moved) == Units{care, team});
    CHECK(scope.entries(tree, moved - 1) == Units{care, library, team});
}

TEST_CASE("an integration has the named permissions only") {
    const Access token{{{town, std::nullopt, {std::string{permission::import_run}}}}};
    CHECK(token.may(permission::import_run));
    CHECK_FALSE(token.may(permission::measurement_read));
}

TEST_CASE("every permission is somebody's, and roles and codes round-trip") {
    for (const auto code : all_permissions()) {
        CHECK(is_permission(code));
        CHECK(std::ranges::any_of(all_roles, [&](Role role) { return allows(role, code); }));
    }
    for (const auto role : all_roles)
        CHECK(role_named(name_of(role)) == role);
    for (const auto kind : code_kinds)
        CHECK(code_kind(name_of(kind)) == kind);
    CHECK_FALSE(is_permission("organisation"));
    CHECK_FALSE(allows(Role::administrator, permission::rows_read));
}

} // namespace
} // namespace maerkbar::organisation
