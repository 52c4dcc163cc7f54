#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "organisation/unit_tree.hpp"

namespace maerkbar::organisation {

// What a person or an integration may do. Routes name one of these; `role_permissions` in access.cpp says
// which roles have it. Every permission holds for a unit and all that lies beneath it as organised now.
namespace permission {
inline constexpr std::string_view organisation_manage =
    "organisation.manage";                                         // units, services, places and hours
inline constexpr std::string_view people_manage = "people.manage"; // accounts and roles
inline constexpr std::string_view tokens_manage = "tokens.manage"; // tokens of integrations
inline constexpr std::string_view audit_read = "audit.read";
inline constexpr std::string_view measurement_read = "measurement.read"; // results, never single rows
inline constexpr std::string_view measurement_define = "measurement.define";
inline constexpr std::string_view targets_set = "targets.set";
inline constexpr std::string_view import_run = "import.run";       // files, preview and undo
inline constexpr std::string_view figures_enter = "figures.enter"; // figures typed by hand
inline constexpr std::string_view rows_read = "rows.read";         // the rows behind a result
inline constexpr std::string_view notes_write = "notes.write";     // notes and interventions on charts
inline constexpr std::string_view actions_write = "actions.write";
inline constexpr std::string_view assessment_lead = "assessment.lead"; // set up and run self-assessments
} // namespace permission

[[nodiscard]] std::span<const std::string_view> all_permissions();
[[nodiscard]] bool is_permission(std::string_view code);

enum class Role { administrator, quality_consultant, leader, employee, reader };
inline constexpr Role all_roles[] = {Role::administrator, Role::quality_consultant, Role::leader,
                                     Role::employee, Role::reader};
[[nodiscard]] std::string_view name_of(Role role); // "administrator", "quality_consultant", …
[[nodiscard]] std::optional<Role> role_named(std::string_view name);
[[nodiscard]] bool allows(Role role, std::string_view permission);
// In the order of all_permissions().
[[nodiscard]] std::vector<std::string_view> permissions_of(Role role);

// Something allowed on a unit and beneath it: a role of a person, or named permissions of an integration.
struct Grant {
    UnitId unit;
    std::optional<Role> role = {};
    std::vector<std::string> permissions = {};

    bool operator==(const Grant&) const = default;
    [[nodiscard]] bool gives(std::string_view permission) const;
};

// The units somebody may do one thing with: whole subtrees, as organised now. Stores take one as a parameter
// and put its units into their query (see scope_condition in scope_sql.hpp), so that a page cannot forget to.
class UnitScope {
  public:
    UnitScope() = default;
    explicit UnitScope(std::vector<UnitId> tops) : tops_(std::move(tops)) {}

    [[nodiscard]] bool empty() const { return tops_.empty(); }
    [[nodiscard]] std::span<const UnitId> tops() const { return tops_; }
    [[nodiscard]] bool contains(const UnitTree& tree, UnitId unit, Date today) const;
    // Whether the root is among them: everything, also what belongs to no unit.
    [[nodiscard]] bool everything(const UnitTree& tree) const;
    // Every unit in scope, each once, in order of id.
    [[nodiscard]] std::vector<UnitId> units(const UnitTree& tree, Date today) const;
    // The units of the scope that lie beneath no other of it: where navigation starts.
    [[nodiscard]] std::vector<UnitId> entries(const UnitTree& tree, Date today) const;

  private:
    std::vector<UnitId> tops_;
};

// What one signed-in person or integration may do.
class Access {
  public:
    Access() = default;
    explicit Access(std::vector<Grant> grants) : grants_(std::move(grants)) {}

    [[nodiscard]] std::span<const Grant> grants() const { return grants_; }
    // Whether it is allowed on any unit at all.
    [[nodiscard]] bool may(std::string_view permission) const;
    [[nodiscard]] bool may(std::string_view permission, UnitId unit, const UnitTree& tree, Date today) const;
    [[nodiscard]] UnitScope scope(std::string_view permission) const;

  private:
    std::vector<Grant> grants_;
};

} // namespace maerkbar::organisation
