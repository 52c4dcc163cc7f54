// Tables about resources, attributes, working time, the work on activities, and what was odd in the file.
#include "app/flow/tables.hpp"
#include "event_log/resources.hpp"

namespace maerkbar::app_flow {

using event_log::Lengths;
using event_log::Milliseconds;

namespace {

std::string_view text_of(const event_log::TextColumn& column, event_log::TextNumber number) {
    return number == event_log::no_text ? std::string_view() : column.texts[number];
}

void write_durations(const Lengths& durations, ReportSink& sink) {
    const bool any = durations.count > 0;
    for (const auto value : {durations.mean, durations.median, durations.p90})
        any ? sink.milliseconds(value) : sink.nothing();
    any ? sink.milliseconds(durations.maximum) : sink.nothing();
}

Result<void> write_attribute(Analysis& analysis, const std::string& name, ReportSink& sink) {
    const auto& column = *analysis.column(name);
    TRY(sink.begin("by_" + name,
                   {"attribute", "value", "cases", "mean_s", "median_s", "p90_s", "max_s", "events_mean"}));
    for (const auto& flow : event_log::by_attribute(analysis.log(), column)) {
        sink.text(name);
        sink.text(text_of(column, flow.value));
        sink.count(flow.cases);
        write_durations(flow.durations, sink);
        sink.fixed(flow.mean_events, 6);
        sink.end_row();
    }
    return sink.end();
}

std::vector<Milliseconds> working_times(const Analysis& analysis, const event_log::WorkCalendar& calendar) {
    std::vector<Milliseconds> out;
    for (std::size_t i = 0; i < analysis.log().case_count(); ++i) {
        const auto span = analysis.log().span_of(i);
        out.push_back(calendar.between(span.arrived, span.completed));
    }
    return out;
}

void write_calendar(std::string_view name, std::vector<Milliseconds> times, ReportSink& sink) {
    const auto lengths = event_log::describe_in_place(times);
    sink.text(name);
    for (const auto value : {lengths.mean, lengths.median, lengths.p90})
        sink.milliseconds(value);
    sink.milliseconds(lengths.maximum);
    sink.end_row();
}

void write_lengths(const Lengths& lengths, ReportSink& sink) {
    sink.count(lengths.count);
    if (lengths.count == 0) {
        for (int i = 0; i < 5; ++i)
            sink.nothing();
        return;
    }
    sink.milliseconds(lengths.sum);
    for (const auto value : {lengths.mean, lengths.median, lengths.p90})
        sink.milliseconds(value);
    sink.milliseconds(lengths.maximum);
}

Result<void> write_activity_work(Analysis& analysis, const event_log::Lifecycle& work, ReportSink& sink) {
    TRY(sink.begin("lifecycle_activities", {"activity",
                                            "instances",
                                            "paired",
                                            "starts_before_previous_complete",
                                            "processing_n",
                                            "processing_sum_s",
                                            "processing_mean_s",
                                            "processing_median_s",
                                            "processing_p90_s",
                                            "processing_max_s",
                                            "waiting_n",
                                            "waiting_sum_s",
                                            "waiting_mean_s",
                                            "waiting_median_s",
                                            "waiting_p90_s",
                                            "waiting_max_s",
                                            "schedule_to_start_n",
                                            "schedule_to_start_sum_s",
                                            "schedule_to_start_mean_s",
                                            "schedule_to_start_median_s",
                                            "schedule_to_start_p90_s",
                                            "schedule_to_start_max_s"}));
    for (const auto& activity : work.activities) {
        sink.text(analysis.log().activity_name(activity.activity));
        for (const auto value : {activity.instances, activity.paired, activity.overlapping})
            sink.count(value);
        for (const auto* lengths : {&activity.processing, &activity.waiting, &activity.scheduled})
            write_lengths(*lengths, sink);
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_case_work(const event_log::Lifecycle& work, ReportSink& sink) {
    TRY(sink.begin("lifecycle_cases", {"case_id", "start", "end", "instances", "throughput_s",
                                       "processing_sum_s", "active_s", "idle_s"}));
    for (const auto& one : work.cases) {
        sink.text(one.name);
        sink.moment(one.from);
        sink.moment(one.to);
        sink.count(one.instances);
        for (const auto value : {one.throughput(), one.processing, one.active, one.idle()})
            sink.milliseconds(value);
        sink.end_row();
    }
    return sink.end();
}

void write_measure(std::string_view measure, std::size_t value, ReportSink& sink) {
    sink.text(measure);
    sink.count(value);
    sink.end_row();
}

void write_measures(const std::string& measure, std::vector<Milliseconds> values, ReportSink& sink) {
    const auto lengths = event_log::describe_in_place(values);
    const auto write = [&](const char* suffix, double value) {
        sink.text(measure + suffix);
        sink.milliseconds(value);
        sink.end_row();
    };
    write("_mean_s", lengths.mean);
    write("_median_s", lengths.median);
    write("_p90_s", lengths.p90);
    write("_max_s", static_cast<double>(lengths.maximum));
}

Result<void> write_work_summary(const event_log::Lifecycle& work, ReportSink& sink) {
    TRY(sink.begin("lifecycle_summary", {"measure", "value"}));
    write_measure("instances", work.instances, sink);
    write_measure("paired_instances", work.paired, sink);
    write_measure("complete_without_start", work.complete_without_start, sink);
    write_measure("start_without_complete", work.start_without_complete, sink);
    write_measure("schedule_without_start", work.schedule_without_start, sink);
    using event_log::CaseWork;
    const auto all = [&work](auto measure) {
        std::vector<Milliseconds> out;
        for (const auto& one : work.cases)
            out.push_back(std::invoke(measure, one));
        return out;
    };
    write_measures("throughput", all(&CaseWork::throughput), sink);
    write_measures("processing_sum", all(&CaseWork::processing), sink);
    write_measures("active", all(&CaseWork::active), sink);
    write_measures("idle", all(&CaseWork::idle), sink);
    sink.text("flow_efficiency_total_active_over_total_throughput");
    sink.fixed(work.flow_efficiency(), 9);
    sink.end_row();
    return sink.end();
}

} // namespace

Result<void> write_resources(Analysis& analysis, ReportSink& sink) {
    const auto* const column = analysis.resource();
    if (column == nullptr) return {};
    TRY(sink.begin("resources", {"resource", "events", "cases", "activities"}));
    for (const auto& flow : event_log::resources(analysis.log(), *column)) {
        sink.text(column->texts[flow.resource]);
        for (const auto value : {flow.events, flow.cases, flow.activities})
            sink.count(value);
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_handover(Analysis& analysis, ReportSink& sink) {
    const auto* const column = analysis.resource();
    if (column == nullptr) return {};
    TRY(sink.begin("handover", {"from", "to", "n"}));
    for (const auto& handover : event_log::handovers(analysis.log(), *column)) {
        sink.text(column->texts[handover.from]);
        sink.text(column->texts[handover.to]);
        sink.count(handover.count);
        sink.end_row();
    }
    return sink.end();
}

Result<void> write_by_attribute(Analysis& analysis, ReportSink& sink) {
    for (const auto& name : analysis.request().by)
        TRY(write_attribute(analysis, name, sink));
    return {};
}

Result<void> write_worktime(Analysis& analysis, ReportSink& sink) {
    const auto* const plain = analysis.plain_calendar();
    const auto* const full = analysis.calendar_with_days_off();
    if (plain == nullptr) return {};
    const auto without = working_times(analysis, *plain);
    const auto with = full == nullptr ? std::vector<Milliseconds>() : working_times(analysis, *full);
    TRY(sink.begin("worktime_cases", {"case_id", "worktime_no_holidays_s", "worktime_holidays_s"}));
    for (const auto index : event_log::cases_by_name(analysis.log())) {
        sink.text(analysis.log().case_name(index));
        sink.milliseconds(without[index]);
        with.empty() ? sink.nothing() : sink.milliseconds(with[index]);
        sink.end_row();
    }
    TRY(sink.end());
    TRY(sink.begin("worktime_summary", {"calendar", "mean_s", "median_s", "p90_s", "max_s"}));
    write_calendar("no_holidays", without, sink);
    if (!with.empty()) write_calendar("holidays", with, sink);
    return sink.end();
}

Result<void> write_lifecycle(Analysis& analysis, ReportSink& sink) {
    const auto& work = analysis.lifecycle();
    if (!work) return {};
    TRY(write_activity_work(analysis, *work, sink));
    TRY(write_case_work(*work, sink));
    return write_work_summary(*work, sink);
}

Result<void> write_oddities(Analysis& analysis, ReportSink& sink) {
    TRY(sink.begin("oddities", {"oddity", "count", "left_out", "first_line", "first_text"}));
    const auto& oddities = analysis.file().raw.oddities;
    for (std::size_t i = 0; i < event_log::oddity_count; ++i) {
        const auto oddity = static_cast<event_log::Oddity>(i);
        if (oddities.count(oddity) == 0) continue;
        const auto& first = oddities.first(oddity);
        sink.text(event_log::name_of(oddity));
        sink.count(oddities.count(oddity));
        sink.count(event_log::leaves_out(oddity) ? oddities.count(oddity) : 0);
        first.empty() || first[0].line == 0 ? sink.nothing() : sink.count(first[0].line);
        sink.text(first.empty() ? std::string_view() : first[0].text);
        sink.end_row();
    }
    return sink.end();
}

} // namespace maerkbar::app_flow
