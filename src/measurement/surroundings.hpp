#pragma once

#include <memory>

#include "measurement/fact_block.hpp"
#include "organisation/unit_tree.hpp"
#include "storage/connection.hpp"

namespace maerkbar::measurement {

// What counting facts needs to know of the municipality around them.
struct Surroundings {
    std::shared_ptr<const organisation::UnitTree> tree;
    WorkingDays working_days;
};

// The tree and the working days (of the country, less the municipality's closing days) as they are now.
[[nodiscard]] Result<Surroundings> read_surroundings(storage::Connection& connection, TenantId tenant);

} // namespace maerkbar::measurement
