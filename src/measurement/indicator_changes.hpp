#pragma once

#include "measurement/indicator_store.hpp"
#include "measurement/services.hpp"

namespace maerkbar::measurement {

// What pages and API do when somebody defines or changes an indicator: it is checked against its source,
// stored, and its recomputation asked for in the same transaction. Errors as read_definition() and compile();
// for a ratio: indicator.no_part.
[[nodiscard]] Result<NewEdition> define_indicator(Services& services, const storage::Actor& actor,
                                                  const Definition& definition,
                                                  std::string_view library_code = {});
[[nodiscard]] Result<NewEdition> redefine_indicator(Services& services, const storage::Actor& actor,
                                                    IndicatorId indicator, const Definition& definition);

// Category texts of the definition that no row has: nothing wrong, but worth telling.
[[nodiscard]] Result<std::vector<std::string>> unseen_categories(Services& services, TenantId tenant,
                                                                 const Definition& definition);

} // namespace maerkbar::measurement
