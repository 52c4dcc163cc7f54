#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace maerkbar::simulation {

inline constexpr double hours_a_week = 168;

// A number that changes with the hour of the week and comes again every week, or every few weeks: people at
// work, arrivals an hour. Time 0 is a Monday at midnight.
class Weekly {
  public:
    explicit Weekly(double everywhere = 0) : starts_{0}, values_{everywhere} {}
    // Of stretches with their starts, the first at 0; comes again after `length` hours.
    Weekly(std::vector<double> starts, std::vector<double> values, double length)
        : length_(length), starts_(std::move(starts)), values_(std::move(values)) {}

    // Adds `value` between two hours of the cycle, 0 <= from < to <= length().
    void add(double from, double to, double value);
    void set_weeks(int weeks) { length_ = hours_a_week * weeks; }
    [[nodiscard]] double length() const { return length_; }
    [[nodiscard]] std::size_t size() const { return starts_.size(); }
    [[nodiscard]] double value(std::size_t stretch) const { return values_[stretch]; }
    [[nodiscard]] double end(std::size_t stretch) const {
        return stretch + 1 < starts_.size() ? starts_[stretch + 1] : length_;
    }
    // Gives each stretch between two hours, 0 <= from < to, cut at both ends: from, to, value.
    template <typename Take>
    void each_between(double from, double to, Take take) const {
        double cycle = std::floor(from / length_) * length_;
        while (cycle < to) {
            const auto first = std::upper_bound(starts_.begin() + 1, starts_.end(), from - cycle) - 1;
            for (auto i = static_cast<std::size_t>(first - starts_.begin()); i < size(); ++i) {
                const double begin = std::max(from, cycle + starts_[i]);
                const double finish = std::min(to, cycle + end(i));
                if (begin >= to) break;
                if (begin < finish) take(begin, finish, values_[i]);
            }
            cycle += length_;
        }
    }
    [[nodiscard]] double highest() const;
    [[nodiscard]] double average() const;

  private:
    std::size_t cut(double at); // the stretch that begins there, made if need be

    double length_ = hours_a_week;
    std::vector<double> starts_;
    std::vector<double> values_;
};

// Walks along a Weekly from time 0 on.
class WeeklyWalk {
  public:
    explicit WeeklyWalk(const Weekly& weekly) : weekly_(&weekly), end_(weekly.end(0)) {}
    [[nodiscard]] double value() const { return weekly_->value(stretch_); }
    [[nodiscard]] double end() const { return end_; } // of the present stretch
    void step() {
        if (++stretch_ == weekly_->size()) stretch_ = 0, cycle_ += weekly_->length();
        end_ = cycle_ + weekly_->end(stretch_);
    }

  private:
    const Weekly* weekly_;
    std::size_t stretch_ = 0;
    double cycle_ = 0;
    double end_;
};

} // namespace maerkbar::simulation
