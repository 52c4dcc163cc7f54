#pragma once

#include <memory>

#include "measurement/fact_block.hpp"
#include "organisation/unit_tree.hpp"

namespace maerkbar::measurement {

// What counting facts needs to know of the municipality around them.
struct Surroundings {
    std::shared_ptr<const organisation::UnitTree> tree;
    WorkingDays working_days;
};

} // namespace maerkbar::measurement
