#pragma once

#include "event_log/event_log.hpp"
#include "event_log/lengths.hpp"
#include "event_log/variants.hpp"

namespace maerkbar::event_log {

// One case in figures.
struct CaseFigures {
    std::size_t events = 0;
    std::size_t activities = 0; // different ones
    std::size_t self_loops = 0; // neighbours with the same activity
    [[nodiscard]] std::size_t repeats() const { return events - activities; }
};
[[nodiscard]] std::vector<CaseFigures> case_figures(const EventLog& log);

// The log as a whole. Quantiles and means in milliseconds; all 0 where there are no cases.
struct Summary {
    std::size_t events = 0;
    std::size_t cases = 0;
    std::size_t open_cases = 0; // where the log knows them
    std::size_t activities = 0;
    std::size_t variants = 0;
    std::size_t variants_covering_80_percent = 0;
    double events_per_case_mean = 0;
    double events_per_case_median = 0;
    std::size_t events_per_case_max = 0;
    Lengths durations; // of closed cases
    double duration_sd = 0;
    double duration_p25 = 0;
    double duration_p75 = 0;
    double duration_p95 = 0;
    double duration_p99 = 0;
    std::size_t zero_durations = 0;
    double mean_interarrival = 0; // (last arrival − first arrival) / (cases − 1)
    std::size_t cases_with_repeats = 0;
    std::size_t repeated_events = 0;
    std::size_t self_loops = 0;
    std::size_t resources = 0;
    std::size_t events_without_resource = 0;
};

// `resource` may be absent.
[[nodiscard]] Summary summarise(const EventLog& log, const Variants& variants, const TextColumn* resource);

} // namespace maerkbar::event_log
