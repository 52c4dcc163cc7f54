#pragma once

#include <functional>
#include <vector>

#include "disclosure/released_span.hpp"

namespace maerkbar::disclosure {

// Classes that every equation treats alike.
using Family = std::uint32_t;

// Is there, among the sums row + any combination of the equations, one that discloses? A sum with `limit`
// answers or more in its classes does not; of the others, `discloses` tells.
//
// An equation adds the same to all classes of a family, so it can bring to 0 only those that stand in the row
// with one and the same factor: the others weigh in. The search decides family by family which factor is
// brought to 0, or none, and gives up what weighs too much already. It is complete. After `most_work` looked
// at, or where exact arithmetic ends, the answer is yes: better hidden than shown.
struct SmallGroupSearch {
    ClassWeights weights;
    std::span<const Family> family_of; // by class
    std::int64_t limit = 0;
    std::function<bool(const Row&)> discloses;
    std::size_t most_work = 200'000;

    [[nodiscard]] bool finds(const Row& row, const std::vector<ReleasedSpan::Equation>& equations) const;
};

} // namespace maerkbar::disclosure
