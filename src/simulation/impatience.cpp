#include "simulation/impatience.hpp"

#include <algorithm>
#include <cmath>

namespace maerkbar::simulation {

namespace {

// A sum of positive terms that may be far greater than a double: sum · e^log_scale.
class ScaledSum {
  public:
    // `term` is scaled along with the sum, so that the terms made from it fit. False when it was too small to
    // matter.
    bool add(double& term, double weight) {
        sum_ += weight * term;
        if (sum_ > large) sum_ /= large, term /= large, log_scale_ += std::log(large);
        return weight * term > 1e-18 * sum_;
    }
    [[nodiscard]] double log() const { return std::log(sum_) + log_scale_; }

  private:
    static constexpr double large = 1e200;
    double sum_ = 0;
    double log_scale_ = 0;
};

// θJ = Σ aᵏ / (s (s+1) … (s+k)) with J = ∫ G(x) dx from 0, as its logarithm.
double log_theta_j(double s, double a) {
    ScaledSum sum;
    double term = 1 / s;
    for (double k = 0; sum.add(term, 1) || k < a - s; ++k)
        term *= a / (s + k + 1);
    return sum.log();
}

// 1 + (λ − nμ) J = Σ (k+1) aᵏ⁺¹ / (s (s+1) … (s+k+1)), as its logarithm: a sum of positive terms where the
// left side is a difference of nearly equal numbers.
double log_abandoning(double s, double a) {
    ScaledSum sum;
    double term = a / (s * (s + 1));
    for (double k = 0; sum.add(term, k + 1) || k < a - s; ++k)
        term *= a / (s + k + 2);
    return sum.log();
}

// The parts of the formulas, all divided by e^scale so that an overloaded queue does not overflow.
struct Parts {
    double one = 0;        // 1
    double idle = 0;       // ε, the weight of finding a free server
    double waiting = 0;    // λ J
    double abandoning = 0; // 1 + (λ − nμ) J
    double late = 0;       // λ J(T): still waiting after T if patient
    double density = 0;    // G(T)
};

// So many servers that a double cannot hold the chance that all are busy.
constexpr Parts nobody_waits{0, 1, 0, 0, 0, 0};

Parts parts_of(const Load& load, int servers, double patience, double answer_time) {
    const double theta = 1 / patience;
    const double s = servers / (load.mean_service * theta);
    const double a = load.arrival_rate / theta;
    const double log_j = log_theta_j(s, a) - std::log(theta);
    const double scale = std::max(0.0, log_j);
    // J(T) is G(T) times the J of a queue with the arrivals λ e^(−θT).
    const double fading = std::exp(-theta * answer_time);
    const double log_density = a * (1 - fading) - servers / load.mean_service * answer_time;
    const double log_late = log_density + log_theta_j(s, a * fading) - std::log(theta);
    Parts parts;
    parts.one = std::exp(-scale);
    parts.idle = parts.one / erlang_b(load.erlangs(), servers - 1);
    if (!std::isfinite(parts.idle)) return nobody_waits;
    parts.waiting = load.arrival_rate * std::exp(log_j - scale);
    parts.abandoning = std::exp(log_abandoning(s, a) - scale);
    parts.late = load.arrival_rate * std::exp(log_late - scale);
    parts.density = std::exp(log_density - scale);
    return parts;
}

ServiceLevels levels_of(const Parts& parts, double all, double p_abandon, double capacity, double gone) {
    // λ ∫ e^(−θx) G(x) dx from 0 to T is G(T) − 1 + nμ (J − J(T)); `capacity` is nμ/λ.
    const double answered_late = parts.density - parts.one + capacity * (parts.waiting - parts.late);
    const double answered = (parts.idle + answered_late) / all;
    const double gone_in_time = (gone * parts.late + parts.waiting - parts.late - answered_late) / all;
    return {answered, answered / (1 - p_abandon), answered + gone_in_time, answered / (1 - gone_in_time)};
}

} // namespace

Result<ImpatientQueue> impatient_queue(const Load& load, int servers, double mean_patience,
                                       double answer_time) {
    if (auto checked = check(load, servers); !checked) return checked.error();
    if (!(mean_patience > 0) || !std::isfinite(mean_patience) || !(answer_time >= 0))
        return Error{ErrorKind::invalid,
                     "queue.bad_patience",
                     "Patience must be above zero, and the answer time not below zero.",
                     {},
                     "patience"};
    const auto parts = parts_of(load, servers, mean_patience, answer_time);
    const double all = parts.idle + parts.waiting;
    ImpatientQueue queue;
    queue.p_wait = parts.waiting / all;
    queue.p_abandon = parts.abandoning / all;
    queue.mean_wait = queue.p_abandon * mean_patience;
    queue.mean_queue = load.arrival_rate * queue.mean_wait;
    queue.occupancy = std::min(1.0, load.erlangs() * (1 - queue.p_abandon) / servers);
    queue.within = levels_of(parts, all, queue.p_abandon, servers / load.erlangs(),
                             -std::expm1(-answer_time / mean_patience));
    return queue;
}

} // namespace maerkbar::simulation
