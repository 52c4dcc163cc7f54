#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "disclosure/partition.hpp"
#include "disclosure/row.hpp"

namespace maerkbar::disclosure {

// What the search for small groups needs to know of a class.
struct ClassWeight {
    std::int64_t weight = 0; // answers; 0 where the class discloses something whatever its size
    bool large = false;      // whatever holds this class discloses nobody
};
using ClassWeights = std::span<const ClassWeight>;

// Everything that can be computed from the released groups: the linear span of their sums, as a reduced
// echelon form in exact arithmetic. Each equation has a pivot class that no other has. Where it has a large
// class at all, its pivot is one; so the equations with small pivots span exactly what can be computed of
// small classes alone.
class ReleasedSpan {
  public:
    using Class = Partition::Class;
    struct Equation {
        Class pivot = 0;
        Row row; // factor 1 at the pivot
    };

    // After classes were cut: the new ones stand beside the old ones in every equation. `weights` of all
    // classes.
    void follow(std::span<const Partition::Split> splits, ClassWeights weights);
    // What is new in the sum of these classes; empty if it can be computed already.
    [[nodiscard]] Row reduced(std::span<const Class> sum) const;
    // Adds a row that `reduced` gave, with something in it.
    void add(const Row& row, ClassWeights weights);
    // Exact arithmetic came to its end: nothing more can be said, so nothing more may be released.
    [[nodiscard]] bool exhausted() const { return exhausted_; }

    [[nodiscard]] const Equation& equation(std::uint32_t number) const { return equations_[number]; }
    // The numbers of the equations that have the class.
    [[nodiscard]] std::vector<std::uint32_t> equations_with(Class column) const;
    // The equations with small pivots that share classes with the row, directly or through each other.
    // Nothing where there are more than `most`.
    [[nodiscard]] std::optional<std::vector<Equation>> small_equations_near(const Row& row,
                                                                            ClassWeights weights,
                                                                            std::size_t most) const;

  private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    [[nodiscard]] bool has(std::uint32_t equation, Class column) const;
    void grow(std::size_t classes);
    void replace(std::uint32_t equation, Row row);
    void make_pivot(std::uint32_t equation, Class column);

    std::vector<Equation> equations_;
    std::vector<std::uint32_t> equation_of_pivot_;           // by class
    std::vector<std::vector<std::uint32_t>> equations_with_; // by class; may name some that have lost it
    bool exhausted_ = false;
};

} // namespace maerkbar::disclosure
