#include "organisation/access.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/distinct.hpp"

namespace maerkbar::organisation {
namespace {

constexpr std::string_view role_names[] = {"administrator", "quality_consultant", "leader", "employee",
                                           "reader"};

struct Row {
    std::string_view permission;
    std::array<bool, 5> allowed; // in the order of all_roles
};

constexpr bool y = true;
constexpr bool n = false;

// Who may do what: the one place. An administrator sets the system up but does not see single rows.
constexpr Row role_permissions[] = {
    //                                administrator  consultant  leader  employee  reader
    {permission::organisation_manage, {y, n, n, n, n}},
    {permission::people_manage, {y, n, n, n, n}},
    {permission::tokens_manage, {y, n, n, n, n}},
    {permission::audit_read, {y, n, n, n, n}},
    {permission::measurement_read, {y, y, y, y, y}},
    {permission::measurement_define, {y, y, n, n, n}},
    {permission::targets_set, {y, y, y, n, n}},
    {permission::import_run, {y, y, n, n, n}},
    {permission::figures_enter, {y, y, y, y, n}},
    {permission::rows_read, {n, y, y, n, n}},
    {permission::notes_write, {y, y, y, y, n}},
    {permission::actions_write, {y, y, y, y, n}},
    {permission::assessment_lead, {y, y, y, n, n}},
    {"surveys.manage", {y, y, y, n, n}},   // named in sources/surveys/permission.hpp
    {"surveys.export", {n, y, n, n, n}},   // there too: single answers as files
    {"surveys.moderate", {n, y, n, n, n}}, // what people wrote, before others read it
    {"feedback.write", {n, y, y, y, n}},   // named in sources/feedback/permission.hpp
    {"feedback.handle", {n, y, y, n, n}},
};

constexpr auto permission_codes = [] {
    std::array<std::string_view, std::size(role_permissions)> codes{};
    std::ranges::transform(role_permissions, codes.begin(), &Row::permission);
    return codes;
}();

} // namespace

std::span<const std::string_view> all_permissions() {
    return permission_codes;
}

bool is_permission(std::string_view code) {
    return std::ranges::find(permission_codes, code) != permission_codes.end();
}

std::string_view name_of(Role role) {
    return role_names[static_cast<std::size_t>(role)];
}

std::optional<Role> role_named(std::string_view name) {
    const auto found = std::ranges::find(all_roles, name, [](Role role) { return name_of(role); });
    if (found == std::end(all_roles)) return std::nullopt;
    return *found;
}

bool allows(Role role, std::string_view permission) {
    const auto* row = std::ranges::find(role_permissions, permission, &Row::permission);
    return row != std::end(role_permissions) && row->allowed[static_cast<std::size_t>(role)];
}

std::vector<std::string_view> permissions_of(Role role) {
    std::vector<std::string_view> found;
    std::ranges::copy_if(permission_codes, std::back_inserter(found),
                         [role](std::string_view permission) { return allows(role, permission); });
    return found;
}

bool Grant::gives(std::string_view permission) const {
    return (role && allows(*role, permission)) ||
           std::ranges::find(permissions, permission) != permissions.end();
}

bool UnitScope::contains(const UnitTree& tree, UnitId unit, Date today) const {
    return std::ranges::any_of(tops_, [&](UnitId top) { return tree.within_now(unit, top, today); });
}

bool UnitScope::everything(const UnitTree& tree) const {
    return std::ranges::find(tops_, tree.root()) != tops_.end();
}

std::vector<UnitId> UnitScope::units(const UnitTree& tree, Date today) const {
    std::vector<UnitId> found;
    for (const auto& unit : tree.units())
        if (contains(tree, unit.id, today)) found.push_back(unit.id);
    return found;
}

std::vector<UnitId> UnitScope::entries(const UnitTree& tree, Date today) const {
    const auto beneath_another = [&](UnitId top) {
        const auto above = tree.ancestors_now(top, today);
        return std::ranges::any_of(above,
                                   [&](UnitId up) { return std::ranges::find(tops_, up) != tops_.end(); });
    };
    std::vector<UnitId> found;
    std::ranges::copy_if(tops_, std::back_inserter(found),
                         [&](UnitId top) { return tree.find(top) != nullptr && !beneath_another(top); });
    return found;
}

bool Access::may(std::string_view permission) const {
    return std::ranges::any_of(grants_, [&](const Grant& grant) { return grant.gives(permission); });
}

bool Access::may(std::string_view permission, UnitId unit, const UnitTree& tree, Date today) const {
    return scope(permission).contains(tree, unit, today);
}

UnitScope Access::scope(std::string_view permission) const {
    std::vector<UnitId> tops;
    for (const auto& grant : grants_)
        if (grant.gives(permission)) tops.push_back(grant.unit);
    sort_distinct(tops);
    return UnitScope{std::move(tops)};
}

} // namespace maerkbar::organisation
