#include "organisation/scope_sql.hpp"

namespace maerkbar::organisation {

std::string scope_condition(const UnitScope& scope, const UnitTree& tree, Date today,
                            std::string_view column) {
    if (scope.everything(tree)) return "1 = 1";
    std::string list;
    for (const auto unit : scope.units(tree, today))
        list += (list.empty() ? "" : ", ") + std::to_string(unit.value);
    return list.empty() ? "1 = 0" : std::string{column} + " in (" + list + ")";
}

} // namespace maerkbar::organisation
