#include "disclosure/lattice.hpp"

namespace maerkbar::disclosure {

std::int64_t answers_of(const std::vector<Atom>& atoms, const std::vector<AtomIndex>& group) {
    std::int64_t answers = 0;
    for (const auto atom : group)
        answers += atoms[atom].answers;
    return answers;
}

} // namespace maerkbar::disclosure
