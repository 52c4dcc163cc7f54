#pragma once

#include "measurement/services.hpp"
#include "measurement/verdict.hpp"

namespace maerkbar::measurement {

// What a definition that nobody has saved yet gives for the latest finished period of the whole municipality.
struct Preview {
    Verdict verdict; // of that one period; without points where there are no facts
    // Texts of the conditions that no row has: perhaps misspelt.
    std::vector<std::string> unseen_categories;
};

// Counts the facts of one period, at most a month's. Not for ratios of two indicators. Errors as compile().
[[nodiscard]] Result<Preview> preview(Services& services, TenantId tenant, const Definition& definition,
                                      Date today);

} // namespace maerkbar::measurement
