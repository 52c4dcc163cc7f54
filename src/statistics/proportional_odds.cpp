#include <algorithm>
#include <numeric>

#include "statistics/matrix.hpp"
#include "statistics/ordinal_difference.hpp"

namespace maerkbar::statistics {

namespace {

constexpr int most_rounds = 100;
constexpr double converged = 1e-12;
// An odds ratio beyond e^10 means that the groups do not overlap.
constexpr double without_end = 10;

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

// Answers on the steps that somebody chose.
struct Observed {
    std::vector<std::int64_t> before;
    std::vector<std::int64_t> after;
    [[nodiscard]] std::size_t cuts() const { return before.size() - 1; }
};

Observed observed(ScaleCounts before, ScaleCounts after) {
    Observed result;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i] + after[i] > 0) {
            result.before.push_back(before[i]);
            result.after.push_back(after[i]);
        }
    return result;
}

// Log-likelihood, its gradient and minus its second derivatives, by the cuts θ and, last, the log odds ratio
// β: logit P(Y <= j) = θ_j - β · after.
struct Likelihood {
    double value = 0;
    std::vector<double> gradient;
    Matrix information;
};

// Where the cut above a step lies for a group: its probability and the first two derivatives.
struct Cut {
    double probability = 0;
    double first = 0;
    double second = 0;
};

Cut cut_at(double x) {
    const double f = logistic(x);
    return {f, f * (1 - f), f * (1 - f) * (1 - 2 * f)};
}

// Adds the `answers` on step `step` of the group.
class Adding {
  public:
    Adding(Likelihood& to, const std::vector<double>& parameters, bool after)
        : to_(to), parameters_(parameters), after_(after) {}

    void step(std::size_t step, std::int64_t answers) {
        const auto cuts = parameters_.size() - 1;
        const Cut upper = step < cuts ? at(step) : Cut{1, 0, 0};
        const Cut lower = step > 0 ? at(step - 1) : Cut{};
        const double p = upper.probability - lower.probability;
        const double n = static_cast<double>(answers);
        to_.value += n * std::log(p);
        // First derivatives of p by the two cuts and β, second ones on the diagonal of the cuts.
        std::vector<std::size_t> places;
        std::vector<double> slopes;
        std::vector<double> bends;
        const auto add = [&](std::size_t place, double slope, double bend) {
            places.push_back(place);
            slopes.push_back(slope);
            bends.push_back(bend);
        };
        if (step < cuts) add(step, upper.first, upper.second);
        if (step > 0) add(step - 1, -lower.first, -lower.second);
        if (after_) add(cuts, lower.first - upper.first, upper.second - lower.second);
        for (std::size_t i = 0; i < places.size(); ++i) {
            to_.gradient[places[i]] += n * slopes[i] / p;
            for (std::size_t j = 0; j < places.size(); ++j) {
                const bool with_beta = places[i] == cuts || places[j] == cuts;
                const double both = i == j ? bends[i] : with_beta ? -bends[std::min(i, j)] : 0;
                to_.information(places[i], places[j]) += n * (slopes[i] * slopes[j] / p - both) / p;
            }
        }
    }

  private:
    [[nodiscard]] Cut at(std::size_t cut) const {
        return cut_at(parameters_[cut] - (after_ ? parameters_.back() : 0));
    }

    Likelihood& to_;
    const std::vector<double>& parameters_;
    bool after_;
};

Likelihood likelihood(const Observed& data, const std::vector<double>& parameters) {
    Likelihood result{0, std::vector<double>(parameters.size(), 0.0),
                      Matrix(parameters.size(), parameters.size())};
    for (std::size_t step = 0; step < data.before.size(); ++step) {
        if (data.before[step] > 0) Adding(result, parameters, false).step(step, data.before[step]);
        if (data.after[step] > 0) Adding(result, parameters, true).step(step, data.after[step]);
    }
    return result;
}

// The cuts of both groups together, and no difference.
std::vector<double> start_values(const Observed& data) {
    std::vector<double> parameters;
    const double all = static_cast<double>(answers_on(data.before) + answers_on(data.after));
    double below = 0;
    for (std::size_t i = 0; i < data.cuts(); ++i) {
        below += static_cast<double>(data.before[i] + data.after[i]);
        parameters.push_back(std::log(below / (all - below)));
    }
    parameters.push_back(0);
    return parameters;
}

// Newton's step, halved until the likelihood grows. False when there is none left to take.
bool improve(const Observed& data, std::vector<double>& parameters) {
    const auto now = likelihood(data, parameters);
    const auto step = solve_symmetric(now.information, now.gradient);
    if (!step) return false;
    const double length = std::inner_product(step->begin(), step->end(), step->begin(), 0.0);
    for (double part = 1; part > 1e-6; part /= 2) {
        auto next = parameters;
        for (std::size_t i = 0; i < next.size(); ++i)
            next[i] += part * (*step)[i];
        if (!(likelihood(data, next).value >= now.value)) continue;
        parameters = next;
        return length > converged;
    }
    return false;
}

} // namespace

ProportionalOdds proportional_odds(ScaleCounts before, ScaleCounts after) {
    if (before.size() != after.size()) return {};
    if (std::min(answers_on(before), answers_on(after)) < fewest_for_odds) return {};
    const auto data = observed(before, after);
    if (data.before.size() < 2) return {};
    auto parameters = start_values(data);
    for (int round = 0; round < most_rounds && improve(data, parameters); ++round) {
    }
    const double beta = parameters.back();
    std::vector<double> last(parameters.size(), 0.0);
    last.back() = 1;
    const auto inverse = solve_symmetric(likelihood(data, parameters).information, last);
    if (!inverse || !(std::fabs(beta) < without_end)) return {};
    return {beta, std::sqrt(inverse->back()), std::exp(beta)};
}

} // namespace maerkbar::statistics
