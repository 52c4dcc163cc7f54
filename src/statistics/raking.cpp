#include "statistics/raking.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace maerkbar::statistics {

namespace {

constexpr int most_rounds = 1000;
constexpr double converged = 1e-12;
// Populations counted by two properties may differ by a person who moved, not by more.
constexpr double same_population = 1e-6;
// Sweeps of the margins that leave residuals unchanged, as R's survey package does them.
constexpr int residual_sweeps = 10;

double sum(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

// Answers that are alike in all properties have the same weight, so only their groups are fitted.
struct Groups {
    std::vector<std::vector<std::uint32_t>> levels; // by group, one a margin
    std::vector<double> answers;                    // by group
    std::vector<std::size_t> of_answer;

    explicit Groups(std::span<const Margin> margins) {
        std::map<std::vector<std::uint32_t>, std::size_t> known;
        for (std::size_t i = 0; i < margins[0].level.size(); ++i) {
            std::vector<std::uint32_t> key;
            for (const auto& margin : margins)
                key.push_back(margin.level[i]);
            const auto [place, added] = known.try_emplace(key, levels.size());
            if (added) {
                levels.push_back(key);
                answers.push_back(0);
            }
            ++answers[place->second];
            of_answer.push_back(place->second);
        }
    }
};

// Scales the weights of each level to its population; returns the largest relative difference there was.
double fit_margin(const Groups& groups, const Margin& margin, std::size_t index,
                  std::vector<double>& weights) {
    std::vector<double> totals(margin.population.size(), 0.0);
    for (std::size_t g = 0; g < weights.size(); ++g)
        totals[groups.levels[g][index]] += weights[g] * groups.answers[g];
    for (std::size_t g = 0; g < weights.size(); ++g) {
        const auto level = groups.levels[g][index];
        weights[g] *= margin.population[level] / totals[level];
    }
    double off = 0;
    for (std::size_t level = 0; level < totals.size(); ++level)
        off = std::max(off, std::fabs(totals[level] / margin.population[level] - 1));
    return off;
}

bool fit(const Groups& groups, std::span<const Margin> margins, std::vector<double>& weights) {
    for (int round = 0; round < most_rounds; ++round) {
        double off = 0;
        for (std::size_t i = 0; i < margins.size(); ++i)
            off = std::max(off, fit_margin(groups, margins[i], i, weights));
        if (off < converged) return true;
    }
    return false;
}

// What the wide weights lose, the others share, so that the sum stays.
bool trim(const RakingOptions& options, double population, std::vector<double>& weights) {
    const double mean = population / static_cast<double>(weights.size());
    const double low = options.lowest_multiple.value_or(0) * mean;
    const double high = options.highest_multiple.value_or(std::numeric_limits<double>::infinity()) * mean;
    bool trimmed = false;
    for (int round = 0; round < most_rounds; ++round) {
        double free = 0;
        double bound = 0;
        for (double& weight : weights) {
            const double kept = std::clamp(weight, low, high);
            trimmed = trimmed || kept != weight;
            weight = kept;
            (kept > low && kept < high ? free : bound) += kept;
        }
        const double factor = (population - bound) / free;
        if (!(std::fabs(factor - 1) > converged) || free == 0) return trimmed;
        for (double& weight : weights)
            if (weight > low && weight < high) weight *= factor;
    }
    return trimmed;
}

Result<void> check_levels(const Margin& margin) {
    std::vector<std::size_t> answers(margin.population.size(), 0);
    for (const auto level : margin.level)
        ++answers[level];
    if (std::any_of(answers.begin(), answers.end(), [](auto n) { return n < fewest_answers_a_level; }))
        return Error{ErrorKind::invalid,
                     "weights.level_too_small",
                     "A group of “{margin}” has fewer than {fewest} answers, too few to stand for all in it. "
                     "Join it with another group, or leave “{margin}” out.",
                     {{"margin", margin.name}, {"fewest", std::to_string(fewest_answers_a_level)}}};
    return {};
}

Result<void> check(std::span<const Margin> margins) {
    const auto answers = margins.empty() ? 0 : margins[0].level.size();
    if (answers < fewest_answers_to_weight)
        return Error{
            ErrorKind::invalid,
            "weights.too_few_answers",
            "There are {answers} answers; weighting needs at least {fewest}. Show them unweighted.",
            {{"answers", std::to_string(answers)}, {"fewest", std::to_string(fewest_answers_to_weight)}}};
    for (const auto& margin : margins) {
        TRY(check_levels(margin));
        if (std::fabs(sum(margin.population) / sum(margins[0].population) - 1) > same_population)
            return Error{ErrorKind::invalid,
                         "weights.populations_differ",
                         "“{first}” and “{second}” count different populations. Use figures for the same "
                         "people on the same day.",
                         {{"first", margins[0].name}, {"second", margin.name}}};
    }
    return {};
}

// Takes the mean of z / weight within each level out of z, margin after margin.
void take_out_margins(std::span<const Margin> margins, std::span<const double> weights,
                      std::vector<double>& z) {
    for (int sweep = 0; sweep < residual_sweeps; ++sweep)
        for (const auto& margin : margins) {
            std::vector<double> sums(margin.population.size(), 0.0);
            std::vector<double> counts(margin.population.size(), 0.0);
            for (std::size_t i = 0; i < z.size(); ++i) {
                sums[margin.level[i]] += z[i] / weights[i];
                ++counts[margin.level[i]];
            }
            for (std::size_t i = 0; i < z.size(); ++i)
                z[i] -= weights[i] * sums[margin.level[i]] / counts[margin.level[i]];
        }
}

double standard_error_of(const std::vector<double>& z) {
    return standard_deviation(z) * std::sqrt(static_cast<double>(z.size()));
}

} // namespace

Result<Raking> rake(std::span<const Margin> margins, const RakingOptions& options) {
    TRY(check(margins));
    const Groups groups(margins);
    const double answers = static_cast<double>(groups.of_answer.size());
    const double population = sum(margins[0].population);
    std::vector<double> by_group(groups.answers.size(), population / answers);
    if (!fit(groups, margins, by_group))
        return Error{ErrorKind::invalid, "weights.cannot_fit",
                     "No weights fit all these figures together. Leave one of them out, or join groups."};
    Raking result;
    for (const auto group : groups.of_answer)
        result.weights.push_back(by_group[group]);
    result.trimmed = trim(options, population, result.weights);
    const double squares =
        std::inner_product(result.weights.begin(), result.weights.end(), result.weights.begin(), 0.0);
    result.design_effect = answers * squares / (population * population);
    result.effective_answers = answers / result.design_effect;
    return result;
}

WeightedMean weighted_mean(std::span<const double> values, const Raking& raking,
                           std::span<const Margin> margins) {
    WeightedMean result;
    const auto& weights = raking.weights;
    const double population = sum(weights);
    result.mean = std::inner_product(values.begin(), values.end(), weights.begin(), 0.0) / population;
    std::vector<double> z;
    for (std::size_t i = 0; i < values.size(); ++i)
        z.push_back(weights[i] * (values[i] - result.mean) / population);
    result.standard_error_fixed = standard_error_of(z);
    take_out_margins(margins, weights, z);
    result.standard_error_calibrated = standard_error_of(z);
    return result;
}

} // namespace maerkbar::statistics
