#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "disclosure/lattice.hpp"

namespace maerkbar::disclosure {

// Atoms that no group so far tells apart count as one class: whatever is computed from the groups treats them
// alike. Keeps the arithmetic small. Atoms without answers are in no class; they disclose nothing.
class Partition {
  public:
    using Class = std::uint32_t;
    struct Split {
        Class old = 0;   // keeps what lies outside the group
        Class added = 0; // what lies inside
    };
    struct Cut {
        std::vector<Class> inside; // the classes that make up the group
        std::vector<Split> splits; // those that had to be cut for it
    };

    explicit Partition(std::span<const Atom> atoms);

    // Cuts classes until the group is made up of whole ones.
    Cut cut(std::span<const AtomIndex> group);

    // The classes that the group is made up of, if it is made up of whole ones.
    [[nodiscard]] std::optional<std::vector<Class>> made_of(std::span<const AtomIndex> group) const;

    [[nodiscard]] std::size_t size() const { return classes_.size(); }
    [[nodiscard]] std::int64_t answers(Class of) const { return classes_[of].answers; }
    // What everybody in the class answered, if it was the same.
    [[nodiscard]] std::optional<std::int32_t> same_answer(Class of) const { return classes_[of].same_answer; }
    [[nodiscard]] std::span<const AtomIndex> members(Class of) const;

  private:
    struct Range {
        std::size_t first = 0;
        std::size_t count = 0;
        std::int64_t answers = 0;
        std::optional<std::int32_t> same_answer;
        std::size_t hit = 0; // members of the group being cut, moved to the front
    };
    void hit(AtomIndex atom);
    Split split(Class old);
    void look_at_answers(Class of);

    std::span<const Atom> atoms_;
    std::vector<AtomIndex> order_;      // atoms, those of a class side by side
    std::vector<std::size_t> position_; // of each atom in order_
    std::vector<Class> class_of_;       // of each atom
    std::vector<Range> classes_;
};

} // namespace maerkbar::disclosure
