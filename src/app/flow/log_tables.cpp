// Tables about the log, its activities, variants and cases.
#include <algorithm>

#include "app/flow/tables.hpp"

namespace maerkbar::app_flow {

using event_log::EventLog;
using event_log::Lengths;

namespace {

class Measures {
  public:
    explicit Measures(ReportSink& sink) : sink_(sink) {}

    void count(std::string_view measure, std::size_t value) {
        sink_.text(measure);
        sink_.count(value);
        sink_.end_row();
    }
    void fixed(std::string_view measure, double value, int decimals) {
        sink_.text(measure);
        sink_.fixed(value, decimals);
        sink_.end_row();
    }
    template <typename Value>
    void milliseconds(std::string_view measure, Value value) {
        sink_.text(measure);
        sink_.milliseconds(value);
        sink_.end_row();
    }
    void moment(std::string_view measure, event_log::Milliseconds value) {
        sink_.text(measure);
        sink_.moment(value);
        sink_.end_row();
    }

  private:
    ReportSink& sink_;
};

void write_durations(const event_log::Summary& summary, Measures& measures) {
    measures.milliseconds("duration_mean_s", summary.durations.mean);
    measures.milliseconds("duration_sd_s", summary.duration_sd);
    measures.milliseconds("duration_min_s", summary.durations.minimum);
    measures.milliseconds("duration_p25_s", summary.duration_p25);
    measures.milliseconds("duration_median_s", summary.durations.median);
    measures.milliseconds("duration_p75_s", summary.duration_p75);
    measures.milliseconds("duration_p90_s", summary.durations.p90);
    measures.milliseconds("duration_p95_s", summary.duration_p95);
    measures.milliseconds("duration_p99_s", summary.duration_p99);
    measures.milliseconds("duration_max_s", summary.durations.maximum);
    measures.count("zero_duration_cases", summary.zero_durations);
    measures.milliseconds("mean_interarrival_s", summary.mean_interarrival);
}

void write_counts(const Analysis& analysis, const event_log::Summary& summary, Measures& measures) {
    measures.count("cases_with_repeats", summary.cases_with_repeats);
    measures.count("repeated_events", summary.repeated_events);
    measures.count("self_loops", summary.self_loops);
    measures.count("tied_consecutive_events", analysis.log().disorder().tied);
    measures.count("rows_out_of_time_order_within_case", analysis.log().disorder().out_of_order);
    measures.count("resources", summary.resources);
    measures.count("events_without_resource", summary.events_without_resource);
    if (analysis.log().knows_open_cases()) measures.count("open_cases", summary.open_cases);
}

void write_waits(const Lengths& waits, ReportSink& sink) {
    sink.count(waits.count);
    if (waits.count == 0) {
        for (int i = 0; i < 5; ++i)
            sink.nothing();
        return;
    }
    sink.milliseconds(waits.sum);
    sink.milliseconds(waits.mean);
    sink.milliseconds(waits.median);
    sink.milliseconds(waits.p90);
    sink.milliseconds(waits.maximum);
}

} // namespace

Result<void> write_summary(Analysis& analysis, ReportSink& sink) {
    const auto& summary = analysis.summary();
    TRY(sink.begin("summary", {"measure", "value"}));
    Measures measures(sink);
    measures.count("events", summary.events);
    measures.count("cases", summary.cases);
    measures.count("activities", summary.activities);
    measures.count("variants", summary.variants);
    measures.count("variants_covering_80pct_of_cases", summary.variants_covering_80_percent);
    measures.moment("first_event", analysis.log().first_time());
    measures.moment("last_event", analysis.log().last_time());
    measures.fixed("events_per_case_mean", summary.events_per_case_mean, 6);
    measures.fixed("events_per_case_median", summary.events_per_case_median, 3);
    measures.count("events_per_case_max", summary.events_per_case_max);
    write_durations(summary, measures);
    write_counts(analysis, summary, measures);
    return sink.end();
}

Result<void> write_activities(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("activities", {"activity", "events", "cases", "starts", "ends", "rework_cases",
                                  "extra_occurrences", "waits", "wait_total_s", "wait_mean_s",
                                  "wait_median_s", "wait_p90_s", "wait_max_s", "wait_share"}));
    const auto& graph = analysis.graph();
    for (const auto& flow : graph.activities) {
        sink.text(analysis.log().activity_name(flow.activity));
        for (const auto value :
             {flow.events, flow.cases, flow.starts, flow.ends, flow.rework_cases, flow.extra()})
            sink.count(value);
        write_waits(flow.waits, sink);
        sink.fixed(graph.share(flow), 6);
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_edges(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("dfg",
                   {"from", "to", "n", "cases", "mean_s", "median_s", "p90_s", "min_s", "max_s", "sum_s"}));
    for (const auto& edge : analysis.graph().edges) {
        sink.text(analysis.log().activity_name(edge.from));
        sink.text(analysis.log().activity_name(edge.to));
        sink.count(edge.gaps.count);
        sink.count(edge.cases);
        for (const auto value : {edge.gaps.mean, edge.gaps.median, edge.gaps.p90})
            sink.milliseconds(value);
        for (const auto value : {edge.gaps.minimum, edge.gaps.maximum, edge.gaps.sum})
            sink.milliseconds(value);
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_variants(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("variants", {"rank", "cases", "cum_share", "length", "mean_s", "median_s", "variant"}));
    const auto& log = analysis.log();
    std::size_t covered = 0;
    std::size_t rank = 0;
    for (const auto& variant : analysis.variants().ranked) {
        covered += variant.cases;
        sink.count(++rank);
        sink.count(variant.cases);
        sink.fixed(static_cast<double>(covered) / static_cast<double>(log.case_count()), 6);
        sink.count(log.case_events(variant.example).size());
        sink.milliseconds(variant.durations.mean);
        sink.milliseconds(variant.durations.median);
        sink.text(event_log::variant_text(log, variant.example));
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_cases(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("cases", {"case_id", "start", "end", "duration_s", "events", "distinct_activities",
                             "repeats", "variant_rank"}));
    const auto& log = analysis.log();
    const auto& ranks = analysis.variants().ranks;
    const auto figures = event_log::case_figures(log);
    for (const auto index : event_log::cases_by_name(log)) {
        const auto span = log.span_of(index);
        sink.text(log.case_name(index));
        sink.moment(span.arrived);
        sink.moment(span.completed);
        sink.milliseconds(span.duration());
        sink.count(figures[index].events);
        sink.count(figures[index].activities);
        sink.count(figures[index].repeats());
        sink.count(ranks[index]);
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_longest(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("longest", {"case_id", "start", "end", "duration_s", "events"}));
    const auto& log = analysis.log();
    for (const auto index : longest_cases(log, 25)) {
        const auto span = log.span_of(index);
        sink.text(log.case_name(index));
        sink.moment(span.arrived);
        sink.moment(span.completed);
        sink.milliseconds(span.duration());
        sink.count(log.case_events(index).size());
        sink.end_row();
    }
    return sink.end();
}

} // namespace maerkbar::app_flow
