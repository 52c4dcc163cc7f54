#pragma once

#include <cstdint>
#include <vector>

namespace maerkbar::statistics {

// How many "yes" are found when `drawn` of `population`, of whom `yes` say yes, are asked without
// replacement. 0 <= yes, drawn <= population.
struct Draw {
    std::int64_t population = 0;
    std::int64_t yes = 0;
    std::int64_t drawn = 0;
};

// The whole distribution: probability[i] is that of `lowest + i`. Built from the ratio of neighbours and
// normalised, which keeps full precision for any size.
class Hypergeometric {
  public:
    explicit Hypergeometric(Draw draw);

    [[nodiscard]] std::int64_t lowest() const { return lowest_; }
    [[nodiscard]] const std::vector<double>& probabilities() const { return probabilities_; }
    [[nodiscard]] double exactly(std::int64_t count) const;
    [[nodiscard]] double at_most(std::int64_t count) const;
    [[nodiscard]] double at_least(std::int64_t count) const;

  private:
    std::int64_t lowest_ = 0;
    std::vector<double> probabilities_;
};

} // namespace maerkbar::statistics
