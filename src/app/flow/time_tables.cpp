// Tables about the waiting list over time.
#include "app/flow/tables.hpp"
#include "event_log/backlog.hpp"

namespace maerkbar::app_flow {

namespace {

void write_lengths(const std::optional<event_log::Lengths>& lengths, bool with_p90, ReportSink& sink) {
    if (!lengths) {
        for (int i = 0; i < (with_p90 ? 3 : 2); ++i)
            sink.nothing();
        return;
    }
    sink.milliseconds(lengths->median);
    if (with_p90) sink.milliseconds(lengths->p90);
    sink.milliseconds(lengths->maximum);
}

} // namespace

Result<void> write_months(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("months",
                   {"month", "month_start_utc", "open_before", "arrived", "completed", "open_after",
                    "mean_wip", "completed_median_s", "completed_p90_s", "completed_max_s", "cohort_median_s",
                    "cohort_p90_s", "open_after_median_age_s", "open_after_max_age_s"}));
    for (const auto& month : event_log::months(analysis.log(), analysis.zone())) {
        const auto& window = month.window;
        sink.text(month.month.iso().substr(0, 7));
        sink.moment(window.from);
        for (const auto value : {window.open_before, window.arrived, window.completed, window.open_after()})
            sink.count(value);
        sink.fixed(window.mean_open, 3);
        write_lengths(month.completed, true, sink);
        sink.milliseconds(month.cohort_median);
        sink.milliseconds(month.cohort_p90);
        write_lengths(month.open_ages, false, sink);
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_daily_flow(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("daily_flow",
                   {"date", "arrived", "completed", "cum_arrived", "cum_completed", "open_end_of_day"}));
    const auto days = event_log::day_starts(analysis.log(), analysis.zone());
    const event_log::Backlog backlog(analysis.log());
    std::size_t day = 0;
    std::size_t arrived = 0;
    std::size_t completed = 0;
    for (const auto& window : backlog.windows(event_log::moments(days, analysis.zone()))) {
        arrived += window.arrived;
        completed += window.completed;
        sink.text(days[day++].iso());
        for (const auto value : {window.arrived, window.completed, arrived, completed, window.open_after()})
            sink.count(value);
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_ageing(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("ageing", {"snapshot", "age_days_over", "age_days_up_to", "open_cases"}));
    const auto& asked = analysis.request().snapshots;
    const auto snapshots = asked.empty() ? event_log::usual_snapshots(analysis.log(), analysis.zone())
                                         : event_log::moments(asked, analysis.zone());
    for (const auto& ageing : event_log::ageing(analysis.log(), snapshots))
        for (const auto& age : ageing.classes) {
            sink.moment(ageing.snapshot);
            sink.count(static_cast<std::size_t>(age.over_days));
            age.up_to_days ? sink.count(static_cast<std::size_t>(*age.up_to_days)) : sink.nothing();
            sink.count(age.open);
            sink.end_row();
        }
    return sink.end();
}

Result<void> write_littles_law(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("littles_law", {"window", "from", "to", "arrivals", "arrivals_per_day",
                                   "mean_duration_completed_s", "mean_wip", "lambda_times_w"}));
    for (const auto& law : event_log::littles_law(analysis.log(), analysis.zone())) {
        sink.text(law.year ? std::to_string(*law.year) : "whole_log");
        sink.moment(law.window.from);
        sink.moment(law.window.to);
        sink.count(law.window.arrived);
        sink.fixed(law.arrivals_a_day(), 9);
        law.window.completed > 0 ? sink.milliseconds(law.mean_duration) : sink.nothing();
        sink.fixed(law.window.mean_open, 6);
        sink.fixed(law.arrivals_times_duration(), 6);
        sink.end_row();
    }
    return sink.end();
}

} // namespace maerkbar::app_flow
