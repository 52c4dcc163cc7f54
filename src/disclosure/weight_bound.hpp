#pragma once

#include <map>
#include <set>
#include <vector>

#include "disclosure/released_span.hpp"

namespace maerkbar::disclosure {

// What any sum weighs at least that is made of a new row and what can be computed already.
//
// Think of answers moved between classes so that no released sum changes, but the new one does: the new sum,
// whatever is added to it, must hold one of the classes of that move. Such moves are found one after the
// other, each in classes that no other has used, and the lightest classes of all of them together are the
// bound. A class outside the pivots, with the pivots of its equations, is one move; its pivots are then
// replaced by classes not used yet.
class WeightBound {
  public:
    // After as much work, what has been found so far is the bound.
    static constexpr std::size_t most_work = 30'000;

    // Stops when `enough` is reached. Span and weights must outlive the bound.
    WeightBound(const ReleasedSpan& span, ClassWeights weights, std::int64_t enough)
        : span_(span), weights_(weights), enough_(enough) {}

    // `row` as ReleasedSpan::reduced gives it, with nothing large in it. To be asked once.
    [[nodiscard]] std::int64_t of(Row row);

  private:
    using Class = Partition::Class;
    struct Move {
        Class from = 0;
        std::int64_t weight = 0;
        std::vector<std::uint32_t> equations; // whose pivots it uses up
    };

    [[nodiscard]] const ReleasedSpan::Equation& equation(std::uint32_t number) const;
    [[nodiscard]] std::vector<std::uint32_t> equations_with(Class column) const;
    [[nodiscard]] Move move_from(Class column) const;
    [[nodiscard]] Move best_move(const Row& row) const;
    void replace_pivot(std::uint32_t number, Row& row);
    void change(std::uint32_t number, ReleasedSpan::Equation to);

    const ReleasedSpan& span_;
    ClassWeights weights_;
    std::int64_t enough_;
    std::set<Class> used_;
    std::set<std::uint32_t> spent_; // equations with no class left
    std::map<std::uint32_t, ReleasedSpan::Equation> changed_;
    std::map<Class, std::vector<std::uint32_t>>
        gained_;           // changed equations that did not have the class before
    std::size_t work_ = 0; // entries of rows looked at
    bool lost_ = false;    // exact arithmetic came to its end: no bound
};

} // namespace maerkbar::disclosure
