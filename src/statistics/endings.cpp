#include "statistics/endings.hpp"

#include "statistics/followed.hpp"

namespace maerkbar::statistics {

namespace {

// The running sums behind one way's share F and its variance
//     Σ (F(t) − F(s))² w(s) + Σ v(s) − 2 Σ (F(t) − F(s)) c(s)
// with w = d / (n (n − d)), v = S(s−)² d_k (n − d_k) / n³ and c = S(s−) d_k / n².
class Way {
  public:
    // `open_before` is S(s−), `all` the endings of every way at this time.
    void take(double ended, double all, double at_risk, double open_before) {
        share_ += open_before * ended / at_risk;
        if (all < at_risk) {
            const double w = all / (at_risk * (at_risk - all));
            w_ += w, w_share_ += w * share_, w_square_ += w * share_ * share_;
        }
        v_ += open_before * open_before * ended * (at_risk - ended) / (at_risk * at_risk * at_risk);
        const double c = open_before * ended / (at_risk * at_risk);
        c_ += c, c_share_ += c * share_;
    }
    [[nodiscard]] double share() const { return share_; }
    [[nodiscard]] double standard_error() const {
        const double variance =
            share_ * share_ * w_ - 2 * share_ * w_share_ + w_square_ + v_ - 2 * (share_ * c_ - c_share_);
        return std::sqrt(std::max(0.0, variance));
    }

  private:
    double share_ = 0;
    double w_ = 0;
    double w_share_ = 0;
    double w_square_ = 0;
    double v_ = 0;
    double c_ = 0;
    double c_share_ = 0;
};

Result<void> check_ways(std::span<const CaseEnding> cases, std::size_t ways) {
    for (const auto& one : cases)
        if (one.ending != CaseEnding::still_open && one.ending >= ways)
            return Error{ErrorKind::invalid,
                         "survival.bad_ending",
                         "A case has an ending that is not among those given.",
                         {},
                         "ending"};
    return {};
}

} // namespace

Result<std::vector<EndingPoint>> ending_shares(std::span<const CaseEnding> cases, std::size_t ways) {
    if (auto checked = check_times(cases); !checked) return checked.error();
    if (auto checked = check_ways(cases, ways); !checked) return checked.error();
    const auto sorted = by_time(cases);
    std::vector<Way> sums(ways);
    std::vector<EndingPoint> points;
    double share_open = 1;
    for (std::size_t i = 0; i < sorted.size();) {
        EndingPoint point{sorted[i].time, sorted.size() - i, share_open, std::vector<EndingShare>(ways)};
        std::size_t all = 0;
        for (; i < sorted.size() && sorted[i].time == point.time; ++i)
            if (sorted[i].ending != CaseEnding::still_open) ++all, ++point.endings[sorted[i].ending].ended;
        const auto at_risk = static_cast<double>(point.at_risk);
        for (std::size_t way = 0; way < ways; ++way) {
            auto& ending = point.endings[way];
            sums[way].take(static_cast<double>(ending.ended), static_cast<double>(all), at_risk, share_open);
            ending.share = sums[way].share();
            ending.standard_error = sums[way].standard_error();
        }
        share_open *= (at_risk - static_cast<double>(all)) / at_risk;
        point.share_open = share_open;
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace maerkbar::statistics
