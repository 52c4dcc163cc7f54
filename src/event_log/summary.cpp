#include "event_log/summary.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace maerkbar::event_log {

namespace {

CaseFigures figures_of(std::span<const Event> events, std::vector<std::size_t>& last_met, std::size_t index) {
    CaseFigures figures{events.size(), 0, 0};
    for (std::size_t i = 0; i < events.size(); ++i) {
        figures.activities += std::exchange(last_met[events[i].activity], index) != index ? 1 : 0;
        figures.self_loops += i > 0 && events[i].activity == events[i - 1].activity ? 1 : 0;
    }
    return figures;
}

double standard_deviation(std::span<const Milliseconds> values, double mean) {
    if (values.size() < 2) return 0;
    double squares = 0;
    for (const auto value : values)
        squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

void add_cases(const EventLog& log, Summary& out) {
    std::vector<Milliseconds> sizes;
    sizes.reserve(log.case_count());
    for (const auto& figures : case_figures(log)) {
        sizes.push_back(static_cast<Milliseconds>(figures.events));
        out.cases_with_repeats += figures.repeats() > 0 ? 1 : 0;
        out.repeated_events += figures.repeats();
        out.self_loops += figures.self_loops;
    }
    const auto described = describe_in_place(sizes);
    out.events_per_case_mean = described.mean;
    out.events_per_case_median = described.median;
    out.events_per_case_max = static_cast<std::size_t>(described.maximum);
}

void add_durations(const EventLog& log, Summary& out) {
    std::vector<Milliseconds> durations;
    durations.reserve(log.case_count());
    Milliseconds last_arrival = log.first_time();
    for (std::size_t i = 0; i < log.case_count(); ++i) {
        const auto span = log.span_of(i);
        last_arrival = std::max(last_arrival, span.arrived);
        out.zero_durations += log.is_closed(i) && span.duration() == 0 ? 1 : 0;
        if (log.is_closed(i)) durations.push_back(span.duration());
    }
    out.open_cases = log.case_count() - durations.size();
    if (log.case_count() > 1)
        out.mean_interarrival =
            static_cast<double>(last_arrival - log.first_time()) / static_cast<double>(log.case_count() - 1);
    out.durations = describe_in_place(durations);
    out.duration_sd = standard_deviation(durations, out.durations.mean);
    out.duration_p25 = quantile_in_place(durations, 0.25).value_or(0);
    out.duration_p75 = quantile_in_place(durations, 0.75).value_or(0);
    out.duration_p95 = quantile_in_place(durations, 0.95).value_or(0);
    out.duration_p99 = quantile_in_place(durations, 0.99).value_or(0);
}

void add_resources(const EventLog& log, const TextColumn* resource, Summary& out) {
    if (resource == nullptr) {
        out.events_without_resource = out.events;
        return;
    }
    std::vector<bool> met(resource->texts.size());
    for (const auto& event : log.events()) {
        const auto number = resource->values[event.row];
        if (number == no_text)
            ++out.events_without_resource;
        else
            met[number] = true;
    }
    out.resources = static_cast<std::size_t>(std::ranges::count(met, true));
}

} // namespace

std::vector<CaseFigures> case_figures(const EventLog& log) {
    std::vector<CaseFigures> out;
    out.reserve(log.case_count());
    std::vector<std::size_t> last_met(log.activity_limit(), SIZE_MAX);
    for (std::size_t i = 0; i < log.case_count(); ++i)
        out.push_back(figures_of(log.case_events(i), last_met, i));
    return out;
}

Summary summarise(const EventLog& log, const Variants& variants, const TextColumn* resource) {
    Summary out;
    out.events = log.events().size();
    out.cases = log.case_count();
    out.activities = activities_by_name(log).size();
    out.variants = variants.ranked.size();
    out.variants_covering_80_percent = variants.covering(0.8);
    add_cases(log, out);
    add_durations(log, out);
    add_resources(log, resource, out);
    return out;
}

} // namespace maerkbar::event_log
