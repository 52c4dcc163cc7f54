#include "statistics/survival_comparison.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <utility>

#include "statistics/followed.hpp"

namespace maerkbar::statistics {

namespace {

// Sums over the times of endings: observed and expected endings of each group and their covariances.
class Tally {
  public:
    explicit Tally(std::size_t groups)
        : size_(groups), at_risk_(groups), ended_(groups), endings_(groups), covariance_(groups * groups) {}

    void enter(std::size_t group) { ++at_risk_[group], ++all_at_risk_; }
    void leave(std::size_t group) { --at_risk_[group], --all_at_risk_; }
    void end(std::size_t group) { ++ended_[group], ++all_ended_; }

    // Takes in the endings since the last call, with this weight. Returns the share of cases that stay open.
    double close_time(double weight) {
        if (all_ended_ == 0) return 1;
        const double share = all_ended_ / all_at_risk_;
        const double spread = all_at_risk_ > 1 ? share * (all_at_risk_ - all_ended_) / (all_at_risk_ - 1) : 0;
        for (std::size_t i = 0; i < size_; ++i) {
            endings_[i].observed += weight * ended_[i];
            endings_[i].expected += weight * at_risk_[i] * share;
            for (std::size_t j = 0; j < size_; ++j) {
                const double same = i == j ? at_risk_[i] : 0;
                covariance_[i * size_ + j] +=
                    weight * weight * spread * (same - at_risk_[i] * at_risk_[j] / all_at_risk_);
            }
            ended_[i] = 0;
        }
        all_ended_ = 0;
        return 1 - share;
    }

    [[nodiscard]] std::vector<GroupEndings>& endings() { return endings_; }
    [[nodiscard]] double covariance(std::size_t i, std::size_t j) const { return covariance_[i * size_ + j]; }

  private:
    std::size_t size_;
    std::vector<double> at_risk_;
    std::vector<double> ended_;
    double all_at_risk_ = 0;
    double all_ended_ = 0;
    std::vector<GroupEndings> endings_;
    std::vector<double> covariance_;
};

// Solves the symmetric positive system a x = b by elimination (Cholesky without roots would do no better for
// the handful of groups there are) and returns b'x.
double quadratic_form(std::vector<std::vector<double>> a, std::vector<double> b) {
    const auto right = b;
    for (std::size_t k = 0; k < b.size(); ++k)
        for (std::size_t i = k + 1; i < b.size(); ++i) {
            const double factor = a[i][k] / a[k][k];
            for (std::size_t j = k; j < b.size(); ++j)
                a[i][j] -= factor * a[k][j];
            b[i] -= factor * b[k];
        }
    double form = 0;
    for (std::size_t k = b.size(); k-- > 0;) {
        for (std::size_t j = k + 1; j < b.size(); ++j)
            b[k] -= a[k][j] * b[j];
        b[k] /= a[k][k];
        form += b[k] * right[k];
    }
    return form;
}

// The groups among which a difference can be seen: those with cases at risk when something ended. One of them
// is left out, since the differences add up to nothing.
void judge(CurveComparison& comparison, const Tally& tally) {
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < comparison.groups.size(); ++i)
        if (tally.covariance(i, i) > 0) used.push_back(i);
    if (used.size() < 2) return;
    used.pop_back();
    std::vector<std::vector<double>> covariance(used.size(), std::vector<double>(used.size()));
    std::vector<double> difference;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const auto& group = comparison.groups[used[i]];
        difference.push_back(group.observed - group.expected);
        for (std::size_t j = 0; j < used.size(); ++j)
            covariance[i][j] = tally.covariance(used[i], used[j]);
    }
    comparison.chi_squared = quadratic_form(std::move(covariance), std::move(difference));
    comparison.degrees_of_freedom = static_cast<int>(used.size());
    comparison.p = boost::math::cdf(boost::math::complement(
        boost::math::chi_squared(comparison.degrees_of_freedom), std::max(0.0, comparison.chi_squared)));
}

} // namespace

Result<CurveComparison> compare_curves(std::span<const GroupedCase> cases, std::size_t groups,
                                       TestWeight weight) {
    if (auto checked = check_times(cases); !checked) return checked.error();
    Tally tally(groups);
    std::vector<std::size_t> sizes(groups);
    for (const auto& followed : cases) {
        if (followed.group >= groups)
            return Error{
                ErrorKind::invalid, "survival.bad_group", "A case belongs to no group.", {}, "group"};
        tally.enter(followed.group);
        ++sizes[followed.group];
    }
    const auto sorted = by_time(cases);
    double share_open = 1;
    for (std::size_t i = 0; i < sorted.size();) {
        auto end = i;
        for (; end < sorted.size() && sorted[end].time == sorted[i].time; ++end)
            if (sorted[end].ended) tally.end(sorted[end].group);
        share_open *= tally.close_time(weight == TestWeight::peto ? share_open : 1);
        for (; i < end; ++i)
            tally.leave(sorted[i].group);
    }
    CurveComparison comparison;
    comparison.groups = tally.endings();
    for (std::size_t i = 0; i < groups; ++i)
        comparison.groups[i].cases = sizes[i];
    judge(comparison, tally);
    return comparison;
}

} // namespace maerkbar::statistics
