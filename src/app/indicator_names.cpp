#include "app/indicator_names.hpp"

#include "measurement/indicator_store.hpp"

namespace maerkbar::app {

Result<std::vector<actions::IndicatorName>> indicator_names(storage::Connection& connection, TenantId tenant,
                                                            std::string_view language) {
    std::vector<actions::IndicatorName> names;
    for (const auto& indicator : TRY(measurement::indicators(connection, tenant)))
        if (!indicator.archived)
            names.push_back({indicator.id, std::string(indicator.definition.name.in(language))});
    return names;
}

} // namespace maerkbar::app
