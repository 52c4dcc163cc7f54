#pragma once

#include <utility>
#include <vector>

#include "disclosure/fraction.hpp"
#include "disclosure/partition.hpp"

namespace maerkbar::disclosure {

// A sum of classes with exact factors, in the order of the classes, without zeros.
using Row = std::vector<std::pair<Partition::Class, Fraction>>;

Fraction factor_of(const Row& row, Partition::Class of);
// row - factor · other.
Row minus(const Row& row, const Fraction& factor, const Row& other);
// row / divisor.
Row divided(Row row, const Fraction& divisor);
// Some factor no longer fits.
bool lost(const Row& row);

} // namespace maerkbar::disclosure
