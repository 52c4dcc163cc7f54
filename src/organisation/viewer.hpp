#pragma once

#include <memory>

#include "organisation/access.hpp"
#include "organisation/people.hpp"
#include "organisation/services.hpp"
#include "web/context.hpp"

namespace maerkbar::organisation {

// Who asks, what they may do, and the tree as it is: what most handlers start from.
struct Viewer {
    storage::Actor actor;
    Access access;
    std::shared_ptr<const UnitTree> tree;
    Date today;

    [[nodiscard]] TenantId tenant() const { return actor.tenant; }
    [[nodiscard]] UnitScope scope(std::string_view permission) const { return access.scope(permission); }
    [[nodiscard]] bool may(std::string_view permission, UnitId unit) const {
        return access.may(permission, unit, *tree, today);
    }
    // Whether they may do it in the whole municipality: what belongs to no unit.
    [[nodiscard]] bool may_everywhere(std::string_view permission) const {
        return scope(permission).everything(*tree);
    }
    [[nodiscard]] PeopleScope people() const {
        return PeopleScope::within(scope(permission::people_manage), *tree, today);
    }
    // Error: organisation.out_of_reach (forbidden).
    [[nodiscard]] Result<void> require(std::string_view permission, UnitId unit) const;
    [[nodiscard]] Result<void> require_everywhere(std::string_view permission) const;
};

// Only on routes that require a sign-in.
[[nodiscard]] Result<Viewer> viewer_of(Services& services, const web::Context& context);

} // namespace maerkbar::organisation
