#include "simulation/calendar.hpp"

#include <algorithm>

namespace maerkbar::simulation {

namespace {

// Puts stretches behind each other, in hours since the beginning.
class Writer {
  public:
    void add(double from, double to, double value) {
        if (from >= to) return; // clocks jumped over it
        if (starts_.empty() || values_.back() != value) {
            starts_.push_back(starts_.empty() ? 0 : from);
            values_.push_back(value);
        }
        end_ = to;
    }
    [[nodiscard]] Weekly take() { return {std::move(starts_), std::move(values_), end_}; }

  private:
    std::vector<double> starts_;
    std::vector<double> values_;
    double end_ = 0;
};

} // namespace

bool Calendar::is_off(Date day) const {
    return std::binary_search(days_off.begin(), days_off.end(), day);
}

double Calendar::hour_of_clock(double clock) const {
    double from = 0;
    double ahead = 0;
    for (const auto& change : changes) {
        if (clock < change.at + ahead) break;
        from = change.at;
        ahead = change.ahead;
    }
    return std::max(from, clock - ahead);
}

Weekly written_out(const Weekly& weekly, const Calendar& calendar, double hours, bool also_on_days_off) {
    Writer writer;
    const double before = 24.0 * (calendar.first.weekday() - 1); // since the Monday of the first week
    for (int day = 0; calendar.hour_of_clock(24.0 * day) < hours; ++day) {
        const double midnight = 24.0 * day;
        const bool off = !also_on_days_off && calendar.is_off(calendar.first + day);
        weekly.each_between(before + midnight, before + midnight + 24,
                            [&](double from, double to, double value) {
                                writer.add(calendar.hour_of_clock(from - before),
                                           calendar.hour_of_clock(to - before), off ? 0 : value);
                            });
    }
    return writer.take();
}

} // namespace maerkbar::simulation
