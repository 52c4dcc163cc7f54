#pragma once

#include <optional>
#include <vector>

#include "event_log/event_log.hpp"
#include "event_log/lengths.hpp"

namespace maerkbar::event_log {

// When cases came and went. Open at T: arrived before T and completed at or after T; so
// open after = open before + arrived − completed, exactly. A case that is still open completes never
// (`unfinished`).
class Backlog {
  public:
    explicit Backlog(const EventLog& log);

    struct Window {
        Milliseconds from = 0;
        Milliseconds to = 0;
        std::size_t open_before = 0;
        std::size_t arrived = 0;   // first event in [from, to)
        std::size_t completed = 0; // last event in [from, to)
        double mean_open = 0;      // average over time of how many were open
        [[nodiscard]] std::size_t open_after() const { return open_before + arrived - completed; }
    };
    // The windows between neighbouring bounds, which must rise.
    [[nodiscard]] std::vector<Window> windows(std::span<const Milliseconds> bounds) const;

    // Durations of the cases completed in [from, to).
    [[nodiscard]] std::vector<Milliseconds> completed_in(Milliseconds from, Milliseconds to) const;
    // Durations of the cases that arrived in [from, to); `unfinished` for those still open.
    [[nodiscard]] std::vector<Milliseconds> arrived_in(Milliseconds from, Milliseconds to) const;
    // How long those open at the moment had been so.
    [[nodiscard]] std::vector<Milliseconds> ages_at(Milliseconds moment) const;

    [[nodiscard]] const std::vector<EventLog::Span>& by_arrival() const { return by_arrival_; }

  private:
    std::vector<EventLog::Span> by_arrival_;
    std::vector<EventLog::Span> by_completion_;
};

// Local midnights on which the calendar months, years or days of the log begin, with the end of the last one
// behind them. Empty where the log is.
[[nodiscard]] std::vector<Date> month_starts(const EventLog& log, const Zone& zone);
[[nodiscard]] std::vector<Date> year_starts(const EventLog& log, const Zone& zone);
[[nodiscard]] std::vector<Date> day_starts(const EventLog& log, const Zone& zone);
[[nodiscard]] std::vector<Milliseconds> moments(std::span<const Date> days, const Zone& zone);

// One local month of the waiting list. Quantiles in milliseconds; none where there are no cases, or where so
// many of a cohort are still open that the quantile is not reached.
struct MonthFlow {
    Date month; // its first day
    Backlog::Window window;
    std::optional<Lengths> completed;    // durations of those completed in the month
    std::optional<double> cohort_median; // durations of those that arrived in it
    std::optional<double> cohort_p90;
    std::optional<Lengths> open_ages; // at the end of the month
};
[[nodiscard]] std::vector<MonthFlow> months(const EventLog& log, const Zone& zone);

// Open cases by age at a moment.
struct AgeClass {
    int over_days = 0;
    std::optional<int> up_to_days; // included; none: no upper end
    std::size_t open = 0;
};
struct Ageing {
    Milliseconds snapshot = 0;
    std::vector<AgeClass>
        classes; // (0, 7], (7, 14], (14, 30], (30, 60], (60, 90], (90, 180], (180, 365], over 365
};
[[nodiscard]] std::vector<Ageing> ageing(const EventLog& log, std::span<const Milliseconds> snapshots);
// Four month starts: after a quarter, a half and three quarters of the months, and of the last.
[[nodiscard]] std::vector<Milliseconds> usual_snapshots(const EventLog& log, const Zone& zone);

// L = λ W, work in progress = arrivals × time in the system. Holds by construction over a whole log of closed
// cases; in a calendar year the two sides differ as far as the system is out of balance.
struct LittlesLaw {
    std::optional<int> year; // none: the whole log
    Backlog::Window window;
    double mean_duration = 0; // of the cases completed in the window; 0 where there are none
    [[nodiscard]] double days() const {
        return static_cast<double>(window.to - window.from) / static_cast<double>(day_ms);
    }
    [[nodiscard]] double arrivals_a_day() const {
        return days() > 0 ? static_cast<double>(window.arrived) / days() : 0;
    }
    [[nodiscard]] double arrivals_times_duration() const {
        return arrivals_a_day() * mean_duration / static_cast<double>(day_ms);
    }
};
[[nodiscard]] std::vector<LittlesLaw> littles_law(const EventLog& log, const Zone& zone);

} // namespace maerkbar::event_log
